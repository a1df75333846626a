package fr.traboule.routing;

import java.util.List;

/** Who answers for each subject. */
interface Competences {

    List<Competence> of(SubjectId subject);
}
