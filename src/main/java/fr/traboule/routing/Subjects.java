package fr.traboule.routing;

import java.util.List;
import java.util.Optional;

/** All that people may ask for. */
public interface Subjects {

    Optional<Subject> byId(SubjectId id);

    Optional<Subject> byCode(String code);

    /** In the order in which the city wants them shown. */
    List<SubjectTheme> themes();
}
