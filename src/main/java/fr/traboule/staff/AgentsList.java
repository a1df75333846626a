package fr.traboule.staff;

import static java.util.stream.Collectors.toUnmodifiableSet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list of agents as a city has one: CSV with a comma or, as French spreadsheets write it, a semicolon. Roles and units are
 * named by code or in words, several in one cell apart from each other by a bar. Every line that is wrong is told.
 */
record AgentsList(List<Row> rows, List<Wrong> wrong) {

    static final int MOST = 2_000;

    private static final List<String> COLUMNS = List.of("email", "name", "roles", "units");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");
    private static final int LONGEST = 200;

    /** One agent of the list. */
    record Row(long line, String email, String name, Set<Role> roles, Set<UnitId> units) {

        ManageAccounts.Work work() {
            return new ManageAccounts.Work(name, roles, units);
        }
    }

    /**
     * A line that cannot be taken.
     *
     * @param key of the sentence that says what is wrong and how to mend it
     * @param value as it stands there
     */
    record Wrong(long line, String key, String value) {}

    /** What names in the list may mean, in small letters: codes and words. */
    record Names(Map<String, Role> roles, Map<String, UnitId> units) {}

    static AgentsList read(String text, Names names) {
        var reader = new Reader(names);
        try (var records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            records.forEach(reader::read);
        } catch (CsvParseException broken) {
            return new AgentsList(List.of(), List.of(new Wrong(1, "staff.import.wrong.csv", "")));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return reader.list();
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        return header.contains(";") ? ';' : ',';
    }

    boolean isWhole() {
        return wrong.isEmpty();
    }

    private static final class Reader {

        private final Names names;
        private final List<Row> rows = new ArrayList<>();
        private final List<Wrong> wrong = new ArrayList<>();
        private final Set<String> emails = new HashSet<>();
        private List<String> header = List.of();

        Reader(Names names) {
            this.names = names;
        }

        void read(CsvRecord line) {
            if (header.isEmpty()) {
                header = line.getFields().stream()
                        .map(column -> column.strip().toLowerCase(Locale.ROOT))
                        .toList();
                COLUMNS.stream()
                        .filter(column -> !header.contains(column))
                        .forEach(column -> wrong.add(new Wrong(1, "staff.import.wrong.column", column)));
            } else if (header.containsAll(COLUMNS) && rows.size() < MOST) {
                row(line);
            } else if (rows.size() == MOST) {
                refuse(line, "staff.import.wrong.long", String.valueOf(MOST));
            }
        }

        private void row(CsvRecord line) {
            var before = wrong.size();
            if (line.getFieldCount() != header.size()) {
                refuse(line, "staff.import.wrong.cells", String.valueOf(line.getFieldCount()));
                return;
            }
            var email = cell(line, "email");
            var name = cell(line, "name");
            if (!EMAIL.matcher(email).matches() || email.length() > LONGEST) {
                refuse(line, "staff.import.wrong.email", email);
            } else if (!emails.add(email.toLowerCase(Locale.ROOT))) {
                refuse(line, "staff.import.wrong.twice", email);
            }
            if (name.isEmpty() || name.length() > LONGEST) {
                refuse(line, "staff.import.wrong.name", name);
            }
            var roles = meant(line, "roles", names.roles(), "staff.import.wrong.role");
            if (roles.isEmpty() && cell(line, "roles").isEmpty()) {
                refuse(line, "staff.import.wrong.noRole", "");
            }
            var units = meant(line, "units", names.units(), "staff.import.wrong.unit");
            if (wrong.size() == before) {
                rows.add(new Row(line.getStartingLineNumber(), email, name, roles, units));
            }
        }

        private <T> Set<T> meant(CsvRecord line, String column, Map<String, T> known, String otherwise) {
            return values(cell(line, column))
                    .flatMap(value -> {
                        var meant = Optional.ofNullable(known.get(value.toLowerCase(Locale.ROOT)));
                        if (meant.isEmpty()) {
                            refuse(line, otherwise, value);
                        }
                        return meant.stream();
                    })
                    .collect(toUnmodifiableSet());
        }

        private static Stream<String> values(String cell) {
            return Arrays.stream(cell.split("\\|")).map(String::strip).filter(value -> !value.isEmpty());
        }

        private String cell(CsvRecord line, String column) {
            return line.getField(header.indexOf(column)).strip();
        }

        private void refuse(CsvRecord line, String key, String value) {
            var shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
            wrong.add(new Wrong(line.getStartingLineNumber(), key, shown));
        }

        AgentsList list() {
            if (header.isEmpty()) {
                wrong.add(new Wrong(1, "staff.import.wrong.empty", ""));
            }
            return new AgentsList(List.copyOf(rows), List.copyOf(wrong));
        }
    }
}
