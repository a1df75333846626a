package fr.traboule.answers;

import fr.traboule.city.UnitId;
import fr.traboule.web.Language;
import fr.traboule.web.Translated;
import java.util.List;

/**
 * What a model answer says and for what.
 *
 * @param title by which agents find it
 * @param owner the unit that looks after it
 * @param subjects codes of those it fits
 * @param themes codes of those it fits as a whole; where neither subjects nor themes are named, it fits all of its unit
 */
record ModelContent(
        String title, UnitId owner, AnswerAct act, List<String> subjects, List<String> themes, Translated texts) {

    static final int LONGEST_TITLE = 120;
    static final int MOST_CODES = 500;

    ModelContent {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("A title has between one and %d characters".formatted(LONGEST_TITLE));
        }
        if (subjects.size() > MOST_CODES || themes.size() > MOST_CODES) {
            throw new IllegalArgumentException("Too many subjects or themes");
        }
        subjects = List.copyOf(subjects);
        themes = List.copyOf(themes);
    }

    /** To be written, not to be read: what was written under other rules stays readable. */
    void requireSound() {
        texts.texts().values().forEach(ModelText::new);
    }

    boolean isIn(Language language) {
        return texts.texts().containsKey(language);
    }

    ModelContent ownedBy(UnitId unit) {
        return new ModelContent(title, unit, act, subjects, themes, texts);
    }
}
