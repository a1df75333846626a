package fr.traboule.answers;

import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What is being said to the person with a model answer. */
enum AnswerAct implements Labelled {
    ANSWER,
    /** Something is missing to go on. */
    ASK_FOR_MORE,
    /** Another administration does the work. */
    HAND_OVER,
    CLOSE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AnswerAct of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static Stream<String> codes() {
        return Arrays.stream(values()).map(AnswerAct::code);
    }
}
