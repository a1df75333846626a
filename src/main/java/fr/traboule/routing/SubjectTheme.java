package fr.traboule.routing;

import fr.traboule.web.Translated;
import java.util.List;

/** A family of subjects. */
public record SubjectTheme(String code, Translated name, List<Subject> subjects) {}
