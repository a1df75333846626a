package fr.traboule.answers;

import fr.traboule.desk.AnswerSuggestions.Place;
import fr.traboule.web.Labelled;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What is being said to the person with a model answer. */
enum AnswerAct implements Labelled {
    ANSWER(Place.ANSWER),
    /** Something is missing to go on. */
    ASK_FOR_MORE(Place.QUESTION),
    /** Another administration does the work. */
    HAND_OVER(Place.HAND_OVER),
    CLOSE(Place.ANSWER);

    private final Place place;

    AnswerAct(Place place) {
        this.place = place;
    }

    /** Where it is put on the page of a request. */
    Place place() {
        return place;
    }

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
