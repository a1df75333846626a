package fr.traboule.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All subjects and competences at one moment, held in memory.
 *
 * @param themes with the subjects that are proposed
 * @param subjects those too that are retired
 */
record Catalogue(List<SubjectTheme> themes, List<Subject> subjects, Map<SubjectId, List<Competence>> competences) {

    Optional<Subject> byId(SubjectId id) {
        return subjects.stream().filter(subject -> subject.id().equals(id)).findFirst();
    }

    Optional<Subject> byCode(String code) {
        return subjects.stream().filter(subject -> subject.code().equals(code)).findFirst();
    }
}
