package fr.traboule.configuration;

import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.OpenSpan;
import fr.traboule.calendar.OpeningHours;
import fr.traboule.calendar.SpokenHours;
import fr.traboule.city.WeekOfHours;
import fr.traboule.records.Column;
import fr.traboule.records.Edit;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.web.HoursWords;
import fr.traboule.web.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/** What a change does to each record, in words: before and after, and the week where hours change. */
@Component
class Differences {

    /** A page with more would help nobody: they are counted. */
    static final int MOST = 200;

    private final RecordFiles files;
    private final WeekOfHours weeks;
    private final Clock clock;

    Differences(RecordFiles files, WeekOfHours weeks, Clock clock) {
        this.files = files;
        this.weeks = weeks;
        this.clock = clock;
    }

    /** What becomes of a record. */
    enum Effect {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * One record.
     *
     * @param hours as they will be, in sentences, where they can be told faithfully
     * @param week of its hours as they will be, from the Monday of the day when they hold
     */
    record Difference(
            String file,
            String key,
            String title,
            Effect effect,
            List<Cell> cells,
            List<String> hours,
            Optional<SequencedMap<LocalDate, List<OpenSpan>>> week) {}

    /** One column, before and after, in words; empty where nothing stands. */
    record Cell(Column column, String before, String after) {}

    List<Difference> of(List<Edit> edits, Optional<LocalDate> due, RecordTitles titles, Wording wording) {
        return edits.stream()
                .limit(MOST)
                .map(edit -> of(edit, due, titles, wording))
                .toList();
    }

    private Difference of(Edit edit, Optional<LocalDate> due, RecordTitles titles, Wording wording) {
        var file = files.byName(edit.file()).orElseThrow();
        var cells = file.columns().stream()
                .filter(column -> edit.columns().contains(column.name()))
                .map(column -> new Cell(
                        column,
                        titles.words(column, edit.before(column.name())),
                        titles.words(column, edit.after(column.name()))))
                .toList();
        var hours = hours(file, edit);
        return new Difference(
                edit.file(),
                edit.key(),
                ChangeLines.title(edit, titles),
                effect(edit),
                cells,
                hours.map(rule -> told(rule, wording)).orElse(List.of()),
                hours.flatMap(rule -> weeks.of(rule, due.orElse(CityTime.day(clock.instant())))));
    }

    private static Effect effect(Edit edit) {
        if (edit.before().isEmpty()) {
            return Effect.ADDED;
        }
        return edit.after().isEmpty() ? Effect.REMOVED : Effect.CHANGED;
    }

    /** As they will be, where they change. */
    private static Optional<String> hours(RecordFile file, Edit edit) {
        return file.columns().stream()
                .filter(column -> column.kind() == Column.Kind.HOURS)
                .map(Column::name)
                .filter(column ->
                        edit.columns().contains(column) && !edit.after(column).isEmpty())
                .findFirst()
                .map(edit::after);
    }

    private static List<String> told(String rule, Wording wording) {
        return OpeningHours.parse(rule) instanceof OpeningHours.Parsed parsed
                ? SpokenHours.of(parsed)
                        .map(hours -> new HoursWords(wording).sentences(hours))
                        .orElse(List.of())
                : List.of();
    }
}
