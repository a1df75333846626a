package fr.traboule.reception;

import fr.traboule.city.FindPlace;
import fr.traboule.requests.Channel;
import fr.traboule.requests.Contact;
import fr.traboule.requests.ContactForm;
import fr.traboule.requests.FindPerson;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.Statement;
import fr.traboule.requests.TakeFiles;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.Detail;
import fr.traboule.residents.DetailKind;
import fr.traboule.residents.GroundsForm;
import fr.traboule.residents.Need;
import fr.traboule.residents.Needs;
import fr.traboule.residents.NewResident;
import fr.traboule.residents.Representative;
import fr.traboule.residents.ResidentCard;
import fr.traboule.residents.ResidentId;
import fr.traboule.web.DateFields;
import fr.traboule.web.Language;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * What an agent writes down while somebody is there or on the line, all on one page: a request, or what was answered on the
 * spot.
 *
 * @param key made with the page: the same form sent twice is one request
 * @param page made with the page too: it tells two windows on the same draft, letter or sheet apart
 * @param version of the draft, where there is one
 * @param who to find the person by; never kept
 * @param placeAsked the words that the addresses to choose from were found for: a choice made for other words says nothing
 * @param representative name of who speaks for the person
 * @param unit code of the agent's unit, where they work in several
 * @param minutes that it took to answer on the spot
 * @param arrivedOn when it really came in, where it is written down later
 * @param arrivedAt the hour of that day
 * @param arrivedSure « yes » where the agent confirms a day that is long ago
 * @param files that were chosen now
 * @param resident whose record the request is tied to
 * @param grounds to keep a new record of the person, where that is wanted
 */
record NewRequestForm(
        @NotNull(message = "{reception.new.key.missing}") @Nullable
        UUID key,

        @Nullable UUID page,
        @Nullable Integer version,

        @Size(max = 200, message = "{reception.new.who.tooLong}") @Nullable
        String who,

        @NotNull(message = "{reception.new.channel.missing}") @Nullable
        Channel channel,

        @Size(max = Statement.LONGEST, message = "{reception.new.description.tooLong}") @Nullable
        String description,

        @Size(max = 200, message = "{desk.case.subject.tooLong}") @Nullable
        String subjectWords,

        @Nullable String subject,

        @Size(max = FindPlace.LONGEST, message = "{reception.new.place.tooLong}") @Nullable
        String place,

        @Nullable String placeAsked,
        @Nullable String placeChoice,
        @Nullable String area,
        @Nullable AnswerWay way,
        @Valid @Nullable ContactForm contact,
        @Nullable String language,
        @Nullable List<Need> needs,

        @Size(max = Needs.LONGEST, message = "{reception.new.needsWords.tooLong}") @Nullable
        String needsWords,

        @Size(max = Representative.LONGEST, message = "{reception.new.representative.tooLong}") @Nullable
        String representative,

        Representative.@Nullable Quality quality,
        @Nullable String unit,

        @Min(value = 1, message = "{reception.new.minutes.wrong}")
        @Max(value = Encounter.MOST_MINUTES, message = "{reception.new.minutes.wrong}")
        @Nullable
        Integer minutes,

        @Nullable DateFields arrivedOn,

        @Size(max = 20, message = "{reception.new.arrivedAt.wrong}") @Nullable
        String arrivedAt,

        @Nullable String arrivedSure,
        @Nullable List<MultipartFile> files,
        @Nullable String resident,
        @Valid GroundsForm grounds) {

    NewRequestForm {
        grounds = Objects.requireNonNullElse(grounds, GroundsForm.BLANK);
    }

    static NewRequestForm blank(UUID key) {
        return new NewRequestForm(
                key,
                RequestId.next().value(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ContactForm.BLANK,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                GroundsForm.BLANK);
    }

    /** For something that came in another way or on another day. */
    NewRequestForm arrived(@Nullable Channel by, Optional<LocalDate> on) {
        return new NewRequestForm(
                key,
                page,
                version,
                who,
                by,
                description,
                subjectWords,
                subject,
                place,
                placeAsked,
                placeChoice,
                area,
                way,
                contact,
                language,
                needs,
                needsWords,
                representative,
                quality,
                unit,
                minutes,
                on.map(DateFields::of).orElse(null),
                arrivedAt,
                arrivedSure,
                files,
                resident,
                grounds);
    }

    /** With a few words. */
    NewRequestForm saying(Channel by, String words, Optional<String> about, Optional<String> where) {
        return new NewRequestForm(
                key,
                page,
                version,
                who,
                by,
                words,
                subjectWords,
                about.orElse(null),
                where.orElse(null),
                placeAsked,
                placeChoice,
                area,
                way,
                contact,
                language,
                needs,
                needsWords,
                representative,
                quality,
                unit,
                minutes,
                arrivedOn,
                arrivedAt,
                arrivedSure,
                files,
                resident,
                grounds);
    }

    /** The same, with how to reach somebody who was here before: what was typed since goes. */
    NewRequestForm reaching(FindPerson.Known person) {
        return reaching(person.contact(), person.language());
    }

    /** Of somebody who asked to be called: what it was about, and how to reach them. */
    static NewRequestForm of(Caller caller, Language language) {
        return blank(RequestId.next().value())
                .saying(Channel.PHONE, caller.words().orElse(""), Optional.empty(), Optional.empty())
                .reaching(
                        new ContactForm(caller.name().orElse(null), null, caller.phone(), null)
                                .contact(AnswerWay.PHONE),
                        language);
    }

    private NewRequestForm reaching(Contact known, Language language) {
        var reach = new ContactForm(
                known.name().orElse(null),
                known.email().orElse(null),
                known.phone().orElse(null),
                known.postalAddress().orElse(null));
        return reaching(known.way(), reach, language.code());
    }

    /** Nobody is known by what was looked for: it is how to reach whoever is there now, and is not typed twice. */
    NewRequestForm reachingWho() {
        var typed =
                given(who).filter(words -> RequestNumber.of(words).isEmpty()).orElse("");
        return reaching(way, reach().completedWith(typed), language);
    }

    private NewRequestForm reaching(@Nullable AnswerWay way, @Nullable ContactForm contact, @Nullable String language) {
        return new NewRequestForm(
                key,
                page,
                version,
                who,
                channel,
                description,
                subjectWords,
                subject,
                place,
                placeAsked,
                placeChoice,
                area,
                way,
                contact,
                language,
                needs,
                needsWords,
                representative,
                quality,
                unit,
                minutes,
                arrivedOn,
                arrivedAt,
                arrivedSure,
                files,
                resident,
                grounds);
    }

    /** The same, with how to reach somebody of whom a record is kept, and tied to it. */
    NewRequestForm reaching(ResidentCard person) {
        return new NewRequestForm(
                key,
                page,
                version,
                who,
                channel,
                description,
                subjectWords,
                subject,
                place,
                placeAsked,
                placeChoice,
                area,
                person.reachable(),
                new ContactForm(
                        person.first(DetailKind.NAME).orElse(null),
                        person.first(DetailKind.EMAIL).orElse(null),
                        person.first(DetailKind.PHONE).orElse(null),
                        person.first(DetailKind.ADDRESS).orElse(null)),
                person.language().code(),
                person.needs().kinds(),
                person.needs().words().orElse(null),
                representative,
                quality,
                unit,
                minutes,
                arrivedOn,
                arrivedAt,
                arrivedSure,
                files,
                person.id().value().toString(),
                GroundsForm.BLANK);
    }

    /** What a draft keeps: neither whom one looked for, nor files, which it has apart. */
    NewRequestForm kept() {
        return new NewRequestForm(
                key,
                null,
                null,
                null,
                channel,
                description,
                subjectWords,
                subject,
                place,
                placeAsked,
                placeChoice,
                area,
                way,
                contact,
                language,
                needs,
                needsWords,
                representative,
                quality,
                unit,
                minutes,
                arrivedOn,
                arrivedAt,
                null,
                null,
                resident,
                grounds);
    }

    /** What a draft kept, on a new page. */
    NewRequestForm of(UUID draft, int seen) {
        return new NewRequestForm(
                draft,
                RequestId.next().value(),
                seen,
                who,
                channel,
                description,
                subjectWords,
                subject,
                place,
                placeAsked,
                placeChoice,
                area,
                way,
                contact,
                language,
                needs,
                needsWords,
                representative,
                quality,
                unit,
                minutes,
                arrivedOn,
                arrivedAt,
                arrivedSure,
                files,
                resident,
                grounds);
    }

    /** The same words as a draft of their own. */
    NewRequestForm apart() {
        return new NewRequestForm(
                RequestId.next().value(),
                RequestId.next().value(),
                null,
                who,
                channel,
                description,
                subjectWords,
                subject,
                place,
                placeAsked,
                placeChoice,
                area,
                way,
                contact,
                language,
                needs,
                needsWords,
                representative,
                quality,
                unit,
                minutes,
                arrivedOn,
                arrivedAt,
                arrivedSure,
                files,
                resident,
                grounds);
    }

    /** A browser sends an empty part where nothing was chosen. */
    List<MultipartFile> chosen() {
        return TakeFiles.chosen(files);
    }

    /** Whether another day or hour than now was said. */
    boolean saysArrival() {
        return arrivedOn != null && !arrivedOn.isEmpty() || given(arrivedAt).isPresent();
    }

    /** Whose record the request is to be tied to. */
    Optional<ResidentId> tied() {
        return given(resident).flatMap(ResidentId::of);
    }

    /** The record to be kept of the person, where that is wanted; the same form sent twice is one record. */
    Optional<NewResident> toKeep() {
        return grounds.isEmpty() || tied().isPresent()
                ? Optional.empty()
                : Optional.of(new NewResident(
                        new ResidentId(Objects.requireNonNull(key)),
                        grounds.grounds(),
                        told(),
                        Objects.requireNonNull(way),
                        spoken(),
                        needed(),
                        onBehalf()));
    }

    private List<Detail> told() {
        return way == null ? List.of() : reach().contact(way).details(List.of());
    }

    /** Says what a request needs and is missing. */
    void checkRequest(Errors errors) {
        if (channel == Channel.WEB) {
            errors.rejectValue("channel", "reception.new.channel.missing");
        }
        if (description == null || description.isBlank()) {
            errors.rejectValue("description", "reception.new.description.missing");
        }
        if (way == null) {
            errors.rejectValue("way", "reception.new.way.missing");
        } else {
            errors.pushNestedPath("contact");
            reach().validate(way, errors);
            errors.popNestedPath();
        }
        if (quality != null && given(representative).isEmpty()) {
            errors.rejectValue("representative", "reception.new.representative.missing");
        }
        if (quality == null && given(representative).isPresent()) {
            errors.rejectValue("quality", "reception.new.quality.missing");
        }
    }

    /** Says what a record of the person needs and is missing, where one is to be kept. */
    void checkRecord(Errors errors) {
        if (grounds.isEmpty() || tied().isPresent()) {
            return;
        }
        errors.pushNestedPath("grounds");
        grounds.check(errors);
        errors.popNestedPath();
        if (!errors.hasErrors() && told().isEmpty()) {
            errors.rejectValue("contact.name", "residents.new.nothing");
        }
    }

    /** Says what is missing of something answered on the spot: it was about something, said in a few words at most. */
    void checkEncounter(Errors errors) {
        if (channel != null && channel != Channel.COUNTER && channel != Channel.PHONE) {
            errors.rejectValue("channel", "reception.new.channel.onTheSpot");
        }
        if (description != null && description.length() > Encounter.LONGEST) {
            errors.rejectValue("description", "reception.new.description.tooLongOnTheSpot");
        }
        if (given(subject).isEmpty() && given(description).isEmpty()) {
            errors.rejectValue("description", "reception.new.about.missing");
        }
    }

    /**
     * The field that was looked up, to go on from there: Enter presses the first button of the form whatever the field, and
     * then it is the last one that still has something to look up.
     */
    String lookedUp(String button) {
        if (!button.equals("who")) {
            return button;
        }
        if (given(place).isPresent() && placeChoice == null) {
            return "place";
        }
        return isSubjectOpen() ? "subjectWords" : button;
    }

    /** Whether words were typed for a subject and none was chosen. */
    boolean isSubjectOpen() {
        return subject == null && given(subjectWords).isPresent();
    }

    FindPlace.Said where() {
        return new FindPlace.Said(place, area, place != null && place.equals(placeAsked) ? placeChoice : null);
    }

    ContactForm reach() {
        return Optional.ofNullable(contact).orElse(ContactForm.BLANK);
    }

    Language spoken() {
        return Optional.ofNullable(language).flatMap(Language::of).orElse(Language.FR);
    }

    List<Need> kindsOfNeeds() {
        return Optional.ofNullable(needs).orElse(List.of());
    }

    /** Words that are too long make the form wrong: while it is, pages do without them. */
    Needs needed() {
        return new Needs(kindsOfNeeds(), given(needsWords).filter(words -> words.length() <= Needs.LONGEST));
    }

    Optional<Representative> onBehalf() {
        return given(representative)
                .flatMap(name -> Optional.ofNullable(quality).map(known -> new Representative(name, known)));
    }

    boolean saysNeeds() {
        return !needed().isEmpty();
    }

    boolean saysRepresentative() {
        return given(representative).isPresent() || quality != null;
    }

    static Optional<String> given(@Nullable String typed) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> !text.isEmpty());
    }
}
