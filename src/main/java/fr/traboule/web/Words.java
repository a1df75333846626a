package fr.traboule.web;

/**
 * Words kept in the database, in the language in which they were found: the page's own where there is a translation, else
 * French. The component {@code words} marks them with their language when it is not the page's.
 */
public record Words(String text, Language language) {

    @Override
    public String toString() {
        return text;
    }
}
