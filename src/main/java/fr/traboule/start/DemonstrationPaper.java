package fr.traboule.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Posts;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.paper.PrintSheets;
import fr.traboule.paper.TakeLetters;
import fr.traboule.reception.BeginDraft;
import fr.traboule.records.Line;
import fr.traboule.requests.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What came by letter, what was begun at the counter, and the sheets printed for the day when nothing answers. */
@Component
class DemonstrationPaper {

    private final TakeLetters takeLetters;
    private final BeginDraft beginDraft;
    private final PrintSheets printSheets;
    private final Posts posts;
    private final Clock clock;

    DemonstrationPaper(
            TakeLetters takeLetters, BeginDraft beginDraft, PrintSheets printSheets, Posts posts, Clock clock) {
        this.takeLetters = takeLetters;
        this.beginDraft = beginDraft;
        this.printSheets = printSheets;
        this.posts = posts;
        this.clock = clock;
    }

    void addLetter(Line line, Map<String, Actor.Agent> agents) {
        var agent = agent(line, agents);
        var name = line.required("file");
        var day = CityTime.day(clock.instant()).minusDays(line.whole("days_ago").orElse(0));
        takeLetters.take(agent, TakeLetters.Scan.of(name, content(line), day, unit(agent), name));
    }

    private static byte[] content(Line line) {
        return switch (line.required("kind")) {
            case "pdf" -> PlainPdf.of(List.of(line.required("text").split("\\|")));
            case "archive" -> "PK\u0003\u0004".getBytes(UTF_8);
            default -> new byte[0];
        };
    }

    void addDraft(Line line, Map<String, Actor.Agent> agents) {
        beginDraft.begin(
                agent(line, agents),
                Channel.valueOf(line.required("channel").toUpperCase(Locale.ROOT)),
                line.required("description"),
                line.text("subject"),
                line.text("place"));
    }

    void addSheets(Line line, Map<String, Actor.Agent> agents) {
        var agent = agent(line, agents);
        printSheets.print(
                agent, UUID.randomUUID(), unit(agent), line.whole("how_many").orElse(1));
    }

    private UnitId unit(Actor.Agent agent) {
        return posts.of(agent.account()).iterator().next();
    }

    private static Actor.Agent agent(Line line, Map<String, Actor.Agent> agents) {
        return Objects.requireNonNull(agents.get(line.required("agent")));
    }
}
