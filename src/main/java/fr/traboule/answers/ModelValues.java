package fr.traboule.answers;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.RequestSheet;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectTheme;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.Theme;
import fr.traboule.web.Wording;
import fr.traboule.web.Wordings;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the variables of a model stand for: of a request, or of an invented one to show what a model will look like. */
@Component
class ModelValues {

    private static final String SAMPLE_NUMBER = "K7M-4PX-3TN";
    private static final Duration SAMPLE_TIME = Duration.ofDays(7);

    private final Subjects subjects;
    private final Directory directory;
    private final AccountNames names;
    private final Wordings wordings;
    private final Theme.Source theme;
    private final Clock clock;
    private final String baseUrl;

    ModelValues(
            Subjects subjects,
            Directory directory,
            AccountNames names,
            Wordings wordings,
            Theme.Source theme,
            Clock clock,
            @Value("${traboule.base-url}") String baseUrl) {
        this.subjects = subjects;
        this.directory = directory;
        this.names = names;
        this.wordings = wordings;
        this.theme = theme;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    Map<Variable, String> of(RequestSheet sheet, Actor.Agent agent, Language language) {
        var request = sheet.request();
        var in = wordings.in(language);
        var values = values(request.unit(), request.number().toString(), agent, language);
        request.subject()
                .flatMap(subjects::byId)
                .ifPresent(subject -> values.put(Variable.SUBJECT, title(subject, language)));
        values.put(Variable.RECEIVED, in.date(request.receivedAt()));
        values.put(Variable.PROMISED, in.date(request.dueOn()));
        sheet.statement().where().map(Whereabouts::label).ifPresent(where -> values.put(Variable.PLACE, where));
        sheet.statement().contact().name().ifPresent(name -> values.put(Variable.PERSON, name));
        return values;
    }

    /** @param reader of the page: the invented person and place are in their language */
    Map<Variable, String> sample(ModelContent content, Actor.Agent agent, Language language, Wording reader) {
        var in = wordings.in(language);
        var today = CityTime.day(clock.instant());
        var values = values(content.owner(), SAMPLE_NUMBER, agent, language);
        subject(content).ifPresent(subject -> values.put(Variable.SUBJECT, title(subject, language)));
        values.put(Variable.RECEIVED, in.date(today));
        values.put(Variable.PROMISED, in.date(today.plusDays(SAMPLE_TIME.toDays())));
        values.put(Variable.PLACE, reader.text("answers.sample.place"));
        values.put(Variable.PERSON, reader.text("answers.sample.person"));
        return values;
    }

    private Map<Variable, String> values(UnitId owner, String number, Actor.Agent agent, Language language) {
        var unit = directory.unit(owner);
        var values = new EnumMap<Variable, String>(Variable.class);
        values.put(Variable.NUMBER, number);
        values.put(Variable.UNIT, unit.name().in(language).text());
        directory.phone(unit).ifPresent(phone -> values.put(Variable.UNIT_PHONE, phone));
        values.put(Variable.AGENT, names.of(agent.account()));
        values.put(Variable.CITY, theme.current().cityName());
        values.put(Variable.TRACKING, baseUrl + "/suivi/" + number);
        return values;
    }

    /** One that the model fits, else any. */
    private Optional<Subject> subject(ModelContent content) {
        return content.subjects().stream()
                .findFirst()
                .flatMap(subjects::byCode)
                .or(() -> subjects.themes().stream()
                        .filter(family ->
                                content.themes().isEmpty() || content.themes().contains(family.code()))
                        .map(SubjectTheme::subjects)
                        .flatMap(family -> family.stream())
                        .findFirst());
    }

    private static String title(Subject subject, Language language) {
        return subject.title().in(language).text();
    }
}
