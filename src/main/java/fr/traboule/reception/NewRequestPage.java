package fr.traboule.reception;

import fr.traboule.city.Addresses.KnownAddress;
import fr.traboule.city.AreaOptions;
import fr.traboule.city.Directory;
import fr.traboule.city.FindPlace;
import fr.traboule.city.Point;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Channel;
import fr.traboule.requests.FindNearby;
import fr.traboule.requests.FindPerson;
import fr.traboule.requests.RequestElsewhere;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.Basis;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.Need;
import fr.traboule.residents.ReadResidents;
import fr.traboule.residents.Representative;
import fr.traboule.residents.ResidentCard;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectId;
import fr.traboule.routing.Subjects;
import fr.traboule.routing.SuggestSubjects;
import fr.traboule.web.Labelled;
import fr.traboule.web.Language;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the screen offers: who it may be, subjects and addresses found from what was typed, what was reported nearby, areas,
 * languages.
 */
@Component
class NewRequestPage {

    private static final int MOST_SUBJECTS = 8;

    private final Subjects subjects;
    private final SuggestSubjects suggestSubjects;
    private final FindPlace findPlace;
    private final FindPerson findPerson;
    private final FindNearby findNearby;
    private final AreaOptions areaOptions;
    private final AgentUnits units;
    private final Directory directory;
    private final ReadCallBacks callBacks;
    private final CallBackViews callBackViews;
    private final Origin.Finder origins;
    private final KeepDrafts keepDrafts;
    private final ConflictWords conflictWords;
    private final DeskFiles deskFiles;
    private final ReadResidents readResidents;
    private final KeepResident keepResident;

    NewRequestPage(
            Subjects subjects,
            SuggestSubjects suggestSubjects,
            FindPlace findPlace,
            FindPerson findPerson,
            FindNearby findNearby,
            AreaOptions areaOptions,
            AgentUnits units,
            Directory directory,
            ReadCallBacks callBacks,
            CallBackViews callBackViews,
            Origin.Finder origins,
            KeepDrafts keepDrafts,
            ConflictWords conflictWords,
            DeskFiles deskFiles,
            ReadResidents readResidents,
            KeepResident keepResident) {
        this.subjects = subjects;
        this.suggestSubjects = suggestSubjects;
        this.findPlace = findPlace;
        this.findPerson = findPerson;
        this.findNearby = findNearby;
        this.areaOptions = areaOptions;
        this.units = units;
        this.directory = directory;
        this.callBacks = callBacks;
        this.callBackViews = callBackViews;
        this.origins = origins;
        this.keepDrafts = keepDrafts;
        this.conflictWords = conflictWords;
        this.deskFiles = deskFiles;
        this.readResidents = readResidents;
        this.keepResident = keepResident;
    }

    /** A request of whoever may be there. */
    record PersonLine(FindPerson.Known request, Optional<Words> title) {

        /** By what they call themselves, or what they left. */
        String who() {
            var contact = request.contact();
            return contact.name()
                    .or(contact::email)
                    .or(contact::phone)
                    .or(contact::postalAddress)
                    .orElse("");
        }
    }

    /** A request of theirs that others answer for. */
    record ElsewhereLine(RequestElsewhere request, Words unit) {}

    /** Something that was reported near the place. */
    record NearbyLine(FindNearby.Nearby request, Optional<Words> title) {}

    String show(Actor.Agent agent, NewRequestForm form, Wording wording, Model model) {
        var language = wording.language();
        var who = NewRequestForm.given(form.who()).filter(typed -> typed.length() <= 200);
        var found = who.map(typed -> findPerson.find(agent, typed)).orElse(FindPerson.Found.NOTHING);
        var waiting = who.map(typed -> callBacks.openOf(agent, FindPerson.phones(typed)))
                .orElse(List.of());
        var residents = readResidents.mayRead(agent)
                ? who.map(typed -> readResidents.find(agent, typed)).orElse(List.of())
                : List.<ResidentCard>of();
        model.addAttribute("nobody", who.isPresent() && found.isEmpty() && waiting.isEmpty() && residents.isEmpty());
        model.addAttribute("residents", residents);
        model.addAttribute("tied", tied(agent, form));
        model.addAttribute("mayKeep", keepResident.isAllowed(agent));
        model.addAttribute("bases", options(Arrays.stream(Basis.values()), wording));
        model.addAttribute(
                "waiting",
                waiting.stream()
                        .map(callBack -> callBackViews.line(callBack, Optional.empty(), wording))
                        .toList());
        model.addAttribute(
                "people",
                found.known().stream()
                        .map(request -> new PersonLine(request, title(request.subject(), language)))
                        .toList());
        model.addAttribute(
                "elsewhere",
                found.elsewhere().stream()
                        .map(request -> new ElsewhereLine(
                                request, directory.unit(request.unit()).name().in(language)))
                        .toList());
        model.addAttribute("nearby", nearby(agent, form, language));
        model.addAttribute(
                "channels",
                options(Stream.of(Channel.COUNTER, Channel.PHONE, Channel.LETTER, Channel.PAPER_FORM), wording));
        model.addAttribute("ways", options(Arrays.stream(AnswerWay.values()), wording));
        model.addAttribute("needs", options(Arrays.stream(Need.values()), wording));
        model.addAttribute(
                "qualities",
                Stream.concat(
                                Stream.of(Option.of("", "")),
                                options(Arrays.stream(Representative.Quality.values()), wording).stream())
                        .toList());
        model.addAttribute(
                "subjects",
                found(form, language).stream()
                        .map(subject -> subject.option(language))
                        .toList());
        placeSaid(form).ifPresent(said -> model.addAttribute("placeSaid", said));
        model.addAttribute("addresses", addresses(findPlace.alike(form.where()), wording));
        model.addAttribute("areas", areaOptions.all(wording.text("reception.new.area.none")));
        model.addAttribute("languages", languages());
        model.addAttribute("units", units.options(agent, language));
        model.addAttribute("needsOpen", form.saysNeeds());
        model.addAttribute("behalfOpen", form.saysRepresentative());
        var key = Optional.ofNullable(form.key());
        var origin = key.map(id -> origins.of(agent, id)).orElse(Origin.NOW);
        model.addAttribute("origin", origin);
        model.addAttribute("arrivalOpen", origin.isPaper() || form.saysArrival());
        model.addAttribute("sure", List.of(Option.of("oui", wording.text("reception.new.arrivedSure.yes"))));
        var draft = key.flatMap(id -> keepDrafts.mine(agent, id));
        model.addAttribute("files", draft.map(deskFiles::of).orElse(List.of()));
        model.addAttribute(
                "saved", draft.map(known -> conflictWords.saved(known, wording)).orElse(""));
        return "reception/new";
    }

    /** The record that the request is to be tied to, as a box that can be left. */
    private List<Option> tied(Actor.Agent agent, NewRequestForm form) {
        return form.tied()
                .filter(resident -> readResidents.mayRead(agent))
                .flatMap(resident -> readResidents.card(agent, resident))
                .map(card -> List.of(Option.of(card.id().value().toString(), card.who())))
                .orElse(List.of());
    }

    static List<Option> languages() {
        return Arrays.stream(Language.values())
                .map(language -> Option.of(language.code(), language.ownName()))
                .toList();
    }

    /** Whether there is a subject to choose from. */
    boolean finds(NewRequestForm form, Language language) {
        return !found(form, language).isEmpty();
    }

    /** What was chosen stays in the list. */
    private List<Subject> found(NewRequestForm form, Language language) {
        return found(form.subject(), form.subjectWords(), language);
    }

    List<Subject> found(@Nullable String code, @Nullable String typed, Language language) {
        var chosen = Optional.ofNullable(code).flatMap(subjects::byCode);
        var suggested = NewRequestForm.given(typed)
                .filter(words -> words.length() <= 200)
                .map(words -> suggestSubjects.suggest(words, language, MOST_SUBJECTS))
                .orElse(List.of());
        return Stream.concat(chosen.stream(), suggested.stream()).distinct().toList();
    }

    private List<NearbyLine> nearby(Actor.Agent agent, NewRequestForm form, Language language) {
        var point = findPlace.find(form.where()) instanceof FindPlace.Found place
                ? Optional.of(place.place()).flatMap(Whereabouts::point)
                : Optional.<Point>empty();
        return point.map(known -> findNearby.near(agent, known)).orElse(List.of()).stream()
                .map(request -> new NearbyLine(request, title(request.subject(), language)))
                .toList();
    }

    private Optional<Words> title(Optional<SubjectId> subject, Language language) {
        return subject.flatMap(subjects::byId).map(known -> known.title().in(language));
    }

    /** Key of what became of the place that was typed, where there is nothing to choose. */
    private Optional<String> placeSaid(NewRequestForm form) {
        return NewRequestForm.given(form.place()).flatMap(typed -> switch (findPlace.find(form.where())) {
            case FindPlace.Found found
            when found.place().point().isPresent() -> Optional.of("reception.new.place.known");
            case FindPlace.WhichOne several -> Optional.empty();
            default -> Optional.of("reception.new.place.unknown");
        });
    }

    private static List<Option> addresses(List<KnownAddress> alike, Wording wording) {
        return alike.isEmpty()
                ? List.of()
                : Stream.concat(
                                alike.stream()
                                        .map(address -> Option.of(address.id().toString(), address.label())),
                                Stream.of(Option.of(FindPlace.AS_TYPED, wording.text("reception.new.place.asTyped"))))
                        .toList();
    }

    static <T extends Enum<T> & Labelled> List<Option> options(Stream<T> values, Wording wording) {
        return values.map(value -> Option.of(value.name(), wording.text(value))).toList();
    }
}
