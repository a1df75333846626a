package fr.traboule.reception;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.Channel;
import fr.traboule.routing.SubjectId;
import fr.traboule.routing.Subjects;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Language;
import fr.traboule.web.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was answered on the spot today in an agent's units, and how often about what in the last thirty days. */
@Controller
class EncountersController {

    private static final String ADDRESS = "/agents/contacts";
    private static final int MOST = 50;

    private final LogEncounter encounters;
    private final Subjects subjects;
    private final Directory directory;
    private final AccountNames names;

    EncountersController(LogEncounter encounters, Subjects subjects, Directory directory, AccountNames names) {
        this.encounters = encounters;
        this.subjects = subjects;
        this.directory = directory;
        this.names = names;
    }

    /** One encounter as a line. */
    record EncounterLine(Encounter encounter, Optional<Words> title, Words unit, String agent) {}

    /** How often one subject came up. */
    record CountLine(Optional<Words> title, long counter, long phone) {

        long total() {
            return counter + phone;
        }
    }

    @Bean
    @Order(4)
    static DeskLink encountersLink() {
        return new DeskLink(ADDRESS, "reception.encounters.title", ReceptionPermission.LOG_ENCOUNTER);
    }

    @GetMapping(ADDRESS)
    String show(
            Actor.Agent agent,
            Language language,
            @RequestParam(name = "avant", defaultValue = "") String before,
            Model model) {
        var position = Encounter.Position.of(before);
        var found = encounters.ofToday(agent, position.orElse(Encounter.Position.START), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "lines", shown.stream().map(one -> line(one, language)).toList());
        model.addAttribute("counts", position.isPresent() ? List.of() : counts(encounters.counts(agent), language));
        model.addAttribute("first", position.isPresent() ? ADDRESS : null);
        model.addAttribute(
                "next",
                found.size() > MOST ? ADDRESS + "?avant=" + shown.getLast().position() : null);
        return "reception/encounters";
    }

    private EncounterLine line(Encounter encounter, Language language) {
        return new EncounterLine(
                encounter,
                title(encounter.subject(), language),
                directory.unit(encounter.unit()).name().in(language),
                names.of(encounter.agent()));
    }

    private List<CountLine> counts(List<Encounters.Count> counts, Language language) {
        var bySubject = new LinkedHashMap<Optional<SubjectId>, List<Encounters.Count>>();
        counts.forEach(count -> bySubject
                .computeIfAbsent(count.subject(), subject -> new ArrayList<>())
                .add(count));
        return bySubject.entrySet().stream()
                .map(subject -> new CountLine(
                        title(subject.getKey(), language),
                        number(subject.getValue(), Channel.COUNTER),
                        number(subject.getValue(), Channel.PHONE)))
                .toList();
    }

    private static long number(List<Encounters.Count> counts, Channel channel) {
        return counts.stream()
                .filter(count -> count.channel() == channel)
                .mapToLong(Encounters.Count::number)
                .sum();
    }

    private Optional<Words> title(Optional<SubjectId> subject, Language language) {
        return subject.flatMap(subjects::byId).map(known -> known.title().in(language));
    }
}
