package fr.traboule.desk;

import fr.traboule.routing.Subject;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import java.util.List;

/** Subjects as answers to choose from. */
final class SubjectOptions {

    private SubjectOptions() {}

    static List<Option> of(List<Subject> subjects, Language language) {
        return subjects.stream()
                .map(subject -> new Option(
                        subject.code(),
                        subject.title().in(language).text(),
                        subject.summary().in(language).text()))
                .toList();
    }
}
