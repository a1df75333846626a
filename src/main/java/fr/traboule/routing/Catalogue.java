package fr.traboule.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All subjects and competences at one moment, held in memory. */
record Catalogue(List<SubjectTheme> themes, Map<SubjectId, List<Competence>> competences) {

    Optional<Subject> byId(SubjectId id) {
        return subjects().filter(subject -> subject.id().equals(id)).findFirst();
    }

    Optional<Subject> byCode(String code) {
        return subjects().filter(subject -> subject.code().equals(code)).findFirst();
    }

    private Stream<Subject> subjects() {
        return themes.stream().flatMap(theme -> theme.subjects().stream());
    }
}
