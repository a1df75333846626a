package fr.traboule.routing;

import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Translated;

/**
 * Something that people ask for (« motif de demande »), in plain words.
 *
 * @param code as in the address of its page
 * @param placeUseful whether it helps to know where
 * @param sensitive whether requests about it are for the unit in charge only
 * @param retired whether it is no longer proposed; requests about it stay
 * @param promiseDays working days in which the city promises an answer
 * @param sameness within what two requests may be the same thing
 */
public record Subject(
        SubjectId id,
        String code,
        String theme,
        Nature nature,
        boolean placeUseful,
        boolean sensitive,
        boolean retired,
        int promiseDays,
        Sameness sameness,
        Translated title,
        Translated summary) {

    /** As an answer to choose. */
    public Option option(Language language) {
        return new Option(code, title.in(language).text(), summary.in(language).text());
    }
}
