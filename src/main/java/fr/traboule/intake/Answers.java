package fr.traboule.intake;

import fr.traboule.city.Whereabouts;
import fr.traboule.requests.ContactForm;
import fr.traboule.residents.AnswerWay;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person answered so far. Kept as JSON in the draft.
 *
 * @param subject code of the subject they chose, if they chose one
 */
record Answers(
        String description,
        @Nullable String subject,
        @Nullable Whereabouts place,
        List<UUID> files,
        @Nullable AnswerWay way,
        @Nullable ContactForm reach) {

    static Answers of(String description, @Nullable String subject) {
        return new Answers(description, subject, null, List.of(), null, null);
    }

    Answers withDescription(String changed) {
        return new Answers(changed, subject, place, files, way, reach);
    }

    Answers withSubject(@Nullable String changed) {
        return new Answers(description, changed, place, files, way, reach);
    }

    Answers withPlace(@Nullable Whereabouts changed) {
        return new Answers(description, subject, changed, files, way, reach);
    }

    Answers withFile(UUID added) {
        return new Answers(
                description,
                subject,
                place,
                Stream.concat(files.stream(), Stream.of(added)).toList(),
                way,
                reach);
    }

    Answers withoutFile(UUID removed) {
        return new Answers(
                description,
                subject,
                place,
                files.stream().filter(file -> !file.equals(removed)).toList(),
                way,
                reach);
    }

    /** A way that needs other coordinates makes those given before it useless. */
    Answers withWay(AnswerWay changed) {
        return new Answers(description, subject, place, files, changed, changed == way ? reach : null);
    }

    Answers withReach(ContactForm changed) {
        return new Answers(description, subject, place, files, way, changed);
    }
}
