package fr.traboule.desk;

import fr.traboule.city.Addresses.KnownAddress;
import fr.traboule.city.AreaOptions;
import fr.traboule.city.FindPlace;
import fr.traboule.requests.AnswerWay;
import fr.traboule.requests.Channel;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.routing.SuggestSubjects;
import fr.traboule.web.Labelled;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The choices that the page for a new request offers: subjects and addresses found from what was typed, areas, languages. */
@Component
class NewRequestPage {

    private static final int MOST_SUBJECTS = 8;

    private final Subjects subjects;
    private final SuggestSubjects suggestSubjects;
    private final FindPlace findPlace;
    private final AreaOptions areaOptions;

    NewRequestPage(Subjects subjects, SuggestSubjects suggestSubjects, FindPlace findPlace, AreaOptions areaOptions) {
        this.subjects = subjects;
        this.suggestSubjects = suggestSubjects;
        this.findPlace = findPlace;
        this.areaOptions = areaOptions;
    }

    String show(NewRequestForm form, Wording wording, Model model) {
        model.addAttribute("channels", options(Stream.of(Channel.COUNTER, Channel.PHONE), wording));
        model.addAttribute("ways", options(Arrays.stream(AnswerWay.values()), wording));
        model.addAttribute(
                "subjects",
                found(form, wording.language()).stream()
                        .map(subject -> subject.option(wording.language()))
                        .toList());
        model.addAttribute("addresses", addresses(findPlace.alike(form.where()), wording));
        model.addAttribute("areas", areaOptions.all(wording.text("desk.new.area.none")));
        model.addAttribute(
                "languages",
                Arrays.stream(Language.values())
                        .map(language -> Option.of(language.code(), language.ownName()))
                        .toList());
        return "desk/new";
    }

    /** Whether there is a subject to choose from. */
    boolean finds(NewRequestForm form, Language language) {
        return !found(form, language).isEmpty();
    }

    /** What was chosen stays in the list. */
    private List<Subject> found(NewRequestForm form, Language language) {
        var chosen = Optional.ofNullable(form.subject()).flatMap(subjects::byCode);
        var words = Optional.ofNullable(form.subjectWords()).filter(typed -> !typed.isBlank());
        var suggested = words.map(typed -> suggestSubjects.suggest(typed, language, MOST_SUBJECTS))
                .orElse(List.of());
        return Stream.concat(chosen.stream(), suggested.stream()).distinct().toList();
    }

    private static List<Option> addresses(List<KnownAddress> alike, Wording wording) {
        return alike.isEmpty()
                ? List.of()
                : Stream.concat(
                                alike.stream()
                                        .map(address -> Option.of(address.id().toString(), address.label())),
                                Stream.of(Option.of(FindPlace.AS_TYPED, wording.text("desk.new.place.asTyped"))))
                        .toList();
    }

    private static <T extends Enum<T> & Labelled> List<Option> options(Stream<T> values, Wording wording) {
        return values.map(value -> Option.of(value.name(), wording.text(value))).toList();
    }
}
