package fr.traboule.configuration;

import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.web.Wording;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call each record: its French name or title, or what its key names. Made for one page. */
final class RecordTitles {

    /** The first of these that a file has. */
    private static final List<String> NAMES = List.of("name_fr", "name", "title", "text_fr");

    /** The words of subjects stand in a file of their own, under the subject and its language. */
    private static final String SUBJECTS = "subjects";

    private static final String WORDS_OF_SUBJECTS = "subject_texts";
    private static final String LONGER = "…";
    private static final int LONGEST = 80;

    private final RecordFiles files;
    private final Wording wording;
    private final Map<String, Map<String, Entry>> read = new HashMap<>();

    RecordTitles(RecordFiles files, Wording wording) {
        this.files = files;
        this.wording = wording;
    }

    Map<String, Entry> entries(RecordFile file) {
        return read.computeIfAbsent(file.name(), name -> RecordFiles.read(file));
    }

    /** The key itself where there is no such record. */
    String of(String file, String key) {
        return files.byName(file)
                .flatMap(known -> Optional.ofNullable(entries(known).get(key)).map(entry -> of(known, entry)))
                .orElse(key);
    }

    String of(String file, Entry entry) {
        return files.byName(file).map(known -> of(known, entry)).orElse("");
    }

    String of(RecordFile file, Entry entry) {
        if (file.name().equals(SUBJECTS)) {
            return subject(entry.cell("code"));
        }
        return NAMES.stream()
                .map(entry::cell)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(RecordTitles::shortened)
                .orElseGet(() -> parts(file, entry).collect(Collectors.joining(", ")));
    }

    private String subject(String code) {
        return files.byName(WORDS_OF_SUBJECTS)
                .flatMap(file -> Optional.ofNullable(entries(file).get(code + "|fr")))
                .map(entry -> entry.cell("title"))
                .orElse(code);
    }

    private Stream<String> parts(RecordFile file, Entry entry) {
        return file.columns().stream()
                .filter(column -> file.key().contains(column.name()))
                .map(column -> words(column, entry.cell(column.name())))
                .filter(part -> !part.isEmpty());
    }

    /** What stands in a cell, as people say it; empty where nothing does. */
    String words(Column column, String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case REFERENCE -> of(column.refersTo(), cell);
            case CHOICE ->
                column.choices().contains(cell) ? wording.text("records.choice." + column.name() + "_" + cell) : cell;
            case YES -> wording.text("configuration.yes");
            case DATE -> date(cell);
            case LANGUAGES ->
                Stream.of(cell.split(" "))
                        .map(code -> wording.text("records.choice." + "language_" + code))
                        .collect(Collectors.joining(", "));
            case OUTLINE -> wording.text("configuration.outline", cell.length() / 1000);
            case PICTURE -> wording.text("configuration.picture", cell.length() / 1000);
            case CODE, TEXT, LONG_TEXT, WHOLE, DECIMAL, HOURS, COLOUR -> cell;
        };
    }

    private String date(String cell) {
        return cell.matches("\\d{4}-\\d{2}-\\d{2}") ? wording.date(LocalDate.parse(cell)) : cell;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) + LONGER : name;
    }
}
