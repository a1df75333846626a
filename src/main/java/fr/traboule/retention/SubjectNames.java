package fr.traboule.retention;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectId;
import fr.traboule.routing.SubjectTheme;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Wording;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What subjects, themes and units are called. */
@Component
class SubjectNames {

    private final Subjects subjects;
    private final Directory directory;

    SubjectNames(Subjects subjects, Directory directory) {
        this.subjects = subjects;
        this.directory = directory;
    }

    String of(Optional<SubjectId> subject, Wording wording) {
        return subject.flatMap(subjects::byId)
                .map(found -> title(found, wording))
                .orElseGet(() -> wording.text("retention.noSubject"));
    }

    String of(UnitId unit, Wording wording) {
        return directory.unit(unit).name().in(wording.language()).text();
    }

    /** What a rule is for. */
    String of(Rule rule, Wording wording) {
        var subject = rule.subject().flatMap(subjects::byCode).map(found -> title(found, wording));
        var theme = rule.theme()
                .flatMap(code -> subjects.themes().stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst())
                .map(found -> wording.text("retention.rule.theme", title(found, wording)));
        return subject.or(() -> theme).orElseGet(() -> wording.text("retention.rule.others"));
    }

    private static String title(Subject subject, Wording wording) {
        return subject.title().in(wording.language()).text();
    }

    private static String title(SubjectTheme theme, Wording wording) {
        return theme.name().in(wording.language()).text();
    }
}
