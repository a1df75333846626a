package fr.traboule.configuration;

import fr.traboule.records.Column;
import fr.traboule.records.Column.Kind;
import fr.traboule.records.Entry;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a record as fields of a form, with their words and what may be chosen in them. Made for one page. */
final class Fields {

    private static final Set<String> HINTED = Set.of(
            "code",
            "slug",
            "hours",
            "hours_read_on",
            "hours_verified_on",
            "area",
            "longitude",
            "latitude",
            "brand",
            "link",
            "to",
            "rank",
            "keywords",
            "valid_from",
            "valid_to",
            "source",
            "words",
            "successor",
            "sensitive",
            "fits_subjects",
            "fits_themes");

    private final RecordFiles files;
    private final RecordTitles titles;
    private final Wording wording;

    Fields(RecordFiles files, RecordTitles titles, Wording wording) {
        this.files = files;
        this.titles = titles;
        this.wording = wording;
    }

    /** One field of a form. */
    record Field(Column column, String label, @Nullable String hint, List<Option> options) {}

    /** @param isNew of one that is there, what names it does not change */
    List<Field> of(RecordFile file, boolean isNew) {
        return file.columns().stream()
                .filter(column -> column.kind() != Kind.OUTLINE)
                .filter(column -> isNew || !file.key().contains(column.name()))
                .map(this::field)
                .toList();
    }

    /** All of them: of a file of another publisher, anything may be matched. */
    List<Field> toMatch(RecordFile file) {
        return file.columns().stream()
                .filter(column -> column.kind() != Kind.PICTURE)
                .map(this::field)
                .map(this::orNothing)
                .toList();
    }

    private Field orNothing(Field field) {
        var isChosen = !field.options().isEmpty() && field.column().kind() != Kind.REFERENCE;
        if (!isChosen) {
            return field;
        }
        var options = new ArrayList<>(List.of(Option.of("", wording.text("configuration.none"))));
        options.addAll(field.options());
        return new Field(field.column(), field.label(), field.hint(), options);
    }

    private Field field(Column column) {
        var label = wording.text("records.column." + column.name());
        var hint = HINTED.contains(column.name()) ? wording.text("records.hint." + column.name()) : null;
        return new Field(
                column,
                column.required() ? label : wording.text("configuration.optional", label),
                hint,
                options(column));
    }

    private List<Option> options(Column column) {
        return switch (column.kind()) {
            case CHOICE ->
                column.choices().stream()
                        .map(code -> Option.of(code, wording.text("records.choice." + column.name() + "_" + code)))
                        .toList();
            case YES -> List.of(Option.of("yes", wording.text("configuration.yes")));
            case REFERENCE -> references(column);
            default -> List.of();
        };
    }

    List<Option> references(Column column) {
        var known = files.byName(column.refersTo()).orElseThrow();
        var sorted = titles.entries(known).values().stream()
                .filter(Fields::isOpen)
                .map(entry -> Option.of(entry.key(known.key()), titles.of(known, entry)))
                .sorted(Comparator.comparing(
                        Option::label, Collator.getInstance(wording.language().locale())));
        var options = new ArrayList<Option>();
        options.add(Option.of("", wording.text(column.required() ? "configuration.choose" : "configuration.none")));
        sorted.forEach(options::add);
        return options;
    }

    /** A unit that is closed is no longer to be chosen. */
    private static boolean isOpen(Entry entry) {
        return entry.cell("closed_on").isEmpty();
    }
}
