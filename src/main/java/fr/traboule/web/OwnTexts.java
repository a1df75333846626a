package fr.traboule.web;

import java.util.Optional;

/** Texts of public pages that the city says in its own words: a floor above keeps them. */
public interface OwnTexts {

    /** As an administrator wrote it, with the same gaps as the text that it replaces. */
    Optional<String> words(Language language, String key);
}
