package fr.traboule.desk;

import fr.traboule.city.Area;
import fr.traboule.city.Directory;
import fr.traboule.city.Territory;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.QueueEntry;
import fr.traboule.requests.RequestFilter;
import fr.traboule.routing.Subjects;
import fr.traboule.web.NotFound;
import fr.traboule.web.Spreadsheet;
import fr.traboule.web.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A list of requests as a file for a spreadsheet, in the order of the list. */
@Component
class ListFile {

    /** Lines in one portion of the file. */
    private static final int MOST = 500;

    /** Fewer where each line is a look that the log keeps. */
    private static final int MOST_SAID = 200;

    private final FindRequests requests;
    private final Filters filters;
    private final Subjects subjects;
    private final Directory directory;
    private final Territory territory;
    private final AccountNames names;

    ListFile(
            FindRequests requests,
            Filters filters,
            Subjects subjects,
            Directory directory,
            Territory territory,
            AccountNames names) {
        this.requests = requests;
        this.filters = filters;
        this.subjects = subjects;
        this.directory = directory;
        this.territory = territory;
        this.names = names;
    }

    /**
     * Which list.
     *
     * @param words of a search; the queue where empty
     * @param said whether with what people said
     */
    record Wanted(FilterForm form, Optional<String> words, boolean said) {}

    /**
     * A part of the file.
     *
     * @param next where it goes on, empty at the end
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(byte[] bytes, int lines, Optional<String> next) {}

    int count(Actor.Agent agent, Wanted wanted, int limit) {
        return requests.countExport(agent, wanted.words(), filter(agent, wanted), wanted.said(), limit);
    }

    /** The first part carries the head. */
    Part part(Actor.Agent agent, Wanted wanted, Optional<String> after, Wording wording) {
        var part = requests.export(
                agent, wanted.words(), filter(agent, wanted), wanted.said(), after, wanted.said() ? MOST_SAID : MOST);
        var head = Optional.of(head(wanted.said(), wording)).filter(first -> after.isEmpty());
        var lines = part.entries().stream().map(entry -> line(entry, wanted.said(), wording));
        return new Part(Spreadsheet.csv(head, lines), part.entries().size(), part.next());
    }

    private RequestFilter filter(Actor.Agent agent, Wanted wanted) {
        return filters.read(agent, wanted.form()).orElseThrow(NotFound::new);
    }

    private static List<String> head(boolean said, Wording wording) {
        var head = Stream.of(
                wording.text("desk.lines.number"),
                wording.text("desk.export.received"),
                wording.text("desk.lines.due"),
                wording.text("desk.filter.subject"),
                wording.text("desk.lines.unit"),
                wording.text("desk.lines.status"),
                wording.text("desk.filter.person"),
                wording.text("desk.filter.area"),
                wording.text("desk.export.channel"));
        return said
                ? Stream.concat(head, Stream.of(wording.text("desk.export.place"), wording.text("desk.export.words")))
                        .toList()
                : head.toList();
    }

    private List<String> line(QueueEntry entry, boolean said, Wording wording) {
        var language = wording.language();
        var cells = new ArrayList<>(List.of(
                entry.number().toString(),
                wording.shortDate(entry.receivedAt()),
                wording.shortDate(entry.dueOn()),
                entry.subject()
                        .flatMap(subjects::byId)
                        .map(subject -> subject.title().in(language).text())
                        .orElse(""),
                directory.unit(entry.unit()).name().in(language).text(),
                wording.text(entry.status()),
                entry.heldBy().map(names::of).orElse(""),
                entry.area().flatMap(territory::area).map(Area::name).orElse(""),
                wording.text(entry.channel())));
        if (said) {
            cells.add(entry.place().orElse(""));
            cells.add(entry.description());
        }
        return cells;
    }
}
