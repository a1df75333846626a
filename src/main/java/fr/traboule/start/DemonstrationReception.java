package fr.traboule.start;

import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Actor;
import fr.traboule.reception.AskCallBack;
import fr.traboule.reception.CallBackId;
import fr.traboule.reception.CallWindow;
import fr.traboule.reception.Caller;
import fr.traboule.reception.Encounter;
import fr.traboule.reception.LogEncounter;
import fr.traboule.reception.NewCallBack;
import fr.traboule.records.Line;
import fr.traboule.requests.Channel;
import fr.traboule.residents.Need;
import fr.traboule.routing.Subject;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom the reception of the demonstration met today and yesterday, and whom its units are to call, one of them too late. */
@Component
class DemonstrationReception {

    private final LogEncounter logEncounter;
    private final AskCallBack askCallBack;
    private final Subjects subjects;
    private final Directory directory;
    private final Posts posts;
    private final WorkingDays workingDays;
    private final Clock clock;

    DemonstrationReception(
            LogEncounter logEncounter,
            AskCallBack askCallBack,
            Subjects subjects,
            Directory directory,
            Posts posts,
            WorkingDays workingDays,
            Clock clock) {
        this.logEncounter = logEncounter;
        this.askCallBack = askCallBack;
        this.subjects = subjects;
        this.directory = directory;
        this.posts = posts;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    void addEncounter(Line line, Map<String, Actor.Agent> agents) {
        var agent = agent(line, agents);
        logEncounter.log(
                agent,
                new Encounter(
                        Encounter.nextId(),
                        clock.instant()
                                .minus(Duration.ofMinutes(
                                        line.whole("minutes_ago").orElse(0))),
                        agent.account(),
                        posts.of(agent.account()).iterator().next(),
                        Channel.valueOf(line.required("channel").toUpperCase(Locale.ROOT)),
                        line.text("subject").flatMap(subjects::byCode).map(Subject::id),
                        Optional.empty(),
                        language(line),
                        line.text("needs").stream()
                                .flatMap(codes -> Stream.of(codes.split(" ")))
                                .map(Need::of)
                                .toList(),
                        line.text("words"),
                        line.whole("minutes")));
    }

    /** Working days from today: a day of the past makes a late one, asked for the working day before. */
    void addCallBack(Line line, Map<String, Actor.Agent> agents) {
        var days = line.whole("working_days").orElse(0);
        var day = days < 0 ? before(today()) : workingDays.plus(today(), days);
        var window = line.required("part").equals("morning") ? CallWindow.morning(day) : CallWindow.afternoon(day);
        askCallBack.ask(
                agent(line, agents),
                new NewCallBack(
                        CallBackId.next(),
                        Caller.of(line.required("phone"), line.text("name"), line.text("words")),
                        window,
                        language(line),
                        line.text("subject").flatMap(subjects::byCode),
                        line.text("unit").flatMap(directory::unit).map(Unit::id),
                        Optional.empty(),
                        days < 0 ? CityTime.startOf(before(day)).plus(Duration.ofHours(10)) : clock.instant()));
    }

    private LocalDate today() {
        return CityTime.day(clock.instant());
    }

    private LocalDate before(LocalDate day) {
        return Stream.iterate(day.minusDays(1), earlier -> earlier.minusDays(1))
                .filter(workingDays::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    private static Language language(Line line) {
        return Language.of(line.required("language")).orElseThrow();
    }

    private static Actor.Agent agent(Line line, Map<String, Actor.Agent> agents) {
        return Objects.requireNonNull(agents.get(line.required("agent")));
    }
}
