package fr.traboule.records;

import fr.traboule.web.Language;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a {@link RecordFile}.
 *
 * @param choices codes to choose from; empty where anything may be written
 * @param refersTo name of the file whose key stands in this column; empty where none
 */
public record Column(String name, Kind kind, boolean required, List<String> choices, String refersTo) {

    /** What is written in a column. */
    public enum Kind {
        /** A short name for the program, which never changes. */
        CODE,
        TEXT,
        LONG_TEXT,
        CHOICE,
        REFERENCE,
        /** {@code yes} or nothing. */
        YES,
        /** {@code 2026-11-22} */
        DATE,
        WHOLE,
        DECIMAL,
        /** Opening hours in the syntax of OpenStreetMap. */
        HOURS,
        /** {@code #rrggbb} */
        COLOUR,
        /** Codes of languages with spaces between them. */
        LANGUAGES,
        /** A polygon as GeoJSON, in degrees. */
        OUTLINE,
        /** A small picture as a {@code data:} address; in a folder, the name of its file. */
        PICTURE
    }

    private static Column of(String name, Kind kind) {
        return new Column(name, kind, false, List.of(), "");
    }

    public static Column code(String name) {
        return of(name, Kind.CODE).needed();
    }

    public static Column text(String name) {
        return of(name, Kind.TEXT);
    }

    public static Column longText(String name) {
        return of(name, Kind.LONG_TEXT);
    }

    public static Column date(String name) {
        return of(name, Kind.DATE);
    }

    public static Column of(Kind kind, String name) {
        return of(name, kind);
    }

    public static Column choice(String name, Stream<String> codes) {
        return new Column(name, Kind.CHOICE, true, codes.toList(), "");
    }

    public static Column reference(String name, String file) {
        return new Column(name, Kind.REFERENCE, false, List.of(), file);
    }

    /** Words that people read, in one column for each language; the French ones are needed. */
    public static Stream<Column> words(String name, Kind kind) {
        return Arrays.stream(Language.values())
                .map(language ->
                        new Column(name + "_" + language.code(), kind, language == Language.FR, List.of(), ""));
    }

    public Column needed() {
        return new Column(name, kind, true, choices, refersTo);
    }

    /** Such columns are as large as they must be; all others have a limit. */
    boolean isLarge() {
        return kind == Kind.OUTLINE || kind == Kind.PICTURE;
    }
}
