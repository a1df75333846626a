package fr.traboule.web;

import org.springframework.stereotype.Component;

/** Gives the wording of each language, for messages that are written outside of a page. */
@Component
public class Wordings {

    private final Messages messages;

    Wordings(Messages messages) {
        this.messages = messages;
    }

    public Wording in(Language language) {
        return new Wording(messages, language);
    }
}
