package fr.traboule.field;

import fr.traboule.city.Addresses.KnownAddress;
import fr.traboule.requests.RequestId;
import fr.traboule.routing.Subject;
import fr.traboule.web.Language;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Makes a report of what was filled in, or says what of it cannot be taken and how to mend it. */
@Component
class ReadReport {

    private final ReportSubjects subjects;
    private final ReportPlace place;

    ReadReport(ReportSubjects subjects, ReportPlace place) {
        this.subjects = subjects;
        this.place = place;
    }

    /** @return empty where something is wrong, which is said then */
    Optional<Report> read(ReportForm form, Wording wording, Errors errors) {
        form.check(errors);
        var subject = subjects.of(form);
        if (subject.isEmpty() && ReportForm.given(form.subjectWords()).isPresent()) {
            errors.rejectValue("subjectWords", "field.form.subject.unknown");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return switch (place.of(form, wording)) {
            case ReportPlace.WhichOne which -> {
                errors.rejectValue("place", "field.form.place.which");
                yield Optional.empty();
            }
            case ReportPlace.Known known ->
                Optional.of(new Report(
                        new RequestId(Objects.requireNonNull(form.key())),
                        subject,
                        words(form, subject),
                        known.where(),
                        wording.language(),
                        form.seenBefore()));
        };
    }

    /** The addresses to choose from, where the one that was typed is not one of them. */
    List<KnownAddress> alike(ReportForm form, Wording wording) {
        return form.position().isEmpty()
                        && place.of(form.withoutChoice(), wording) instanceof ReportPlace.WhichOne which
                ? which.addresses()
                : List.of();
    }

    /** Of a lamp that is out, the subject says it all. */
    private static String words(ReportForm form, Optional<Subject> subject) {
        return ReportForm.given(form.description())
                .or(() -> subject.map(known -> known.title().in(Language.FR).text()))
                .orElseThrow();
    }
}
