package fr.traboule.field;

import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectTheme;
import fr.traboule.routing.Subjects;
import fr.traboule.routing.SuggestSubjects;
import fr.traboule.web.Language;
import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What an agent may name: the list is on the telephone, so that three letters find a subject where there is no network. */
@Component
class ReportSubjects {

    private static final int MOST = 8;

    private final Subjects subjects;
    private final SuggestSubjects suggestSubjects;

    ReportSubjects(Subjects subjects, SuggestSubjects suggestSubjects) {
        this.subjects = subjects;
        this.suggestSubjects = suggestSubjects;
    }

    /** In the order of their letters. */
    List<String> titles(Language language) {
        return all().map(subject -> title(subject, language))
                .distinct()
                .sorted(Collator.getInstance(language.locale()))
                .toList();
    }

    /** The one chosen, or the one of exactly that name, in whatever language it was kept; accents and capitals apart. */
    Optional<Subject> of(ReportForm form) {
        var letters = Collator.getInstance(Locale.FRENCH);
        letters.setStrength(Collator.PRIMARY);
        return ReportForm.given(form.subject())
                .flatMap(subjects::byCode)
                .filter(subject -> !subject.retired())
                .or(() -> ReportForm.given(form.subjectWords())
                        .flatMap(words -> all().filter(subject -> Arrays.stream(Language.values())
                                        .anyMatch(language -> letters.equals(title(subject, language), words)))
                                .findFirst()));
    }

    /** To choose from, where what was typed names none. */
    List<Subject> like(ReportForm form, Language language) {
        var words = ReportForm.given(form.subjectWords()).filter(typed -> typed.length() <= 200);
        return words.isEmpty() || of(form).isPresent()
                ? List.of()
                : suggestSubjects.suggest(words.get(), language, MOST);
    }

    private Stream<Subject> all() {
        return subjects.themes().stream()
                .map(SubjectTheme::subjects)
                .flatMap(List::stream)
                .filter(subject -> !subject.retired());
    }

    private static String title(Subject subject, Language language) {
        return subject.title().in(language).text();
    }
}
