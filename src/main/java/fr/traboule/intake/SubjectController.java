package fr.traboule.intake;

import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.routing.SuggestSubjects;
import fr.traboule.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What it is about: suggested from the person's own words, never imposed. */
@Controller
class SubjectController {

    private static final int MOST = 6;

    private final Drafts drafts;
    private final Journey journey;
    private final Subjects subjects;
    private final SuggestSubjects suggestSubjects;

    SubjectController(Drafts drafts, Journey journey, Subjects subjects, SuggestSubjects suggestSubjects) {
        this.drafts = drafts;
        this.journey = journey;
        this.subjects = subjects;
        this.suggestSubjects = suggestSubjects;
    }

    record SubjectForm(@Nullable String subject) {}

    @GetMapping({"/signaler/sujet", "/ecrire/sujet"})
    String ask(
            Draft draft,
            Language language,
            @RequestParam(name = "mots", required = false) @Nullable String words,
            HttpServletRequest request,
            Model model) {
        var chosen = draft.answers().subject();
        model.addAttribute("form", new SubjectForm(chosen));
        model.addAttribute("step", StepPage.of(draft, Step.SUBJECT, journey, Journey.isChanging(request)));
        model.addAttribute("words", words);
        model.addAttribute(
                "options",
                suggested(draft, words, language).stream()
                        .map(subject -> subject.option(language))
                        .toList());
        return "intake/subject";
    }

    @PostMapping({"/signaler/sujet", "/ecrire/sujet"})
    String answer(Draft draft, SubjectForm form, HttpServletRequest request) {
        var subject = Optional.ofNullable(form.subject()).flatMap(subjects::byCode);
        var changed = draft.with(
                draft.answers().withSubject(subject.map(Subject::code).orElse(null)));
        drafts.save(changed);
        return journey.next(changed, Step.SUBJECT, Journey.isChanging(request));
    }

    /** What was chosen before stays in the list. */
    private List<Subject> suggested(Draft draft, @Nullable String words, Language language) {
        var asked = words == null || words.isBlank() ? draft.answers().description() : words;
        return Stream.concat(journey.subject(draft).stream(), suggestSubjects.suggest(asked, language, MOST).stream())
                .distinct()
                .toList();
    }
}
