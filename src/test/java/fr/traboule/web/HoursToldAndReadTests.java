package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.traboule.calendar.CityCalendar;
import fr.traboule.calendar.CityTime;
import fr.traboule.calendar.OpenSpan;
import fr.traboule.calendar.OpeningHours;
import fr.traboule.calendar.OpeningTimes;
import fr.traboule.calendar.RandomHours;
import fr.traboule.calendar.SchoolHoliday;
import fr.traboule.calendar.SchoolHolidays;
import fr.traboule.calendar.SpokenHours;
import fr.traboule.calendar.WorkingDays;
import fr.traboule.calendar.WrittenHours;
import fr.traboule.calendar.WrittenHours.Understood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is told in French and typed again is the same hours, on each day of a year. The seed is fixed. Real hours are those
 * of the cities that come with the program, and, beside, those of the places of digital inclusion around Lyon (Hinaura,
 * 2022, Licence Ouverte 2.0).
 */
class HoursToldAndReadTests {

    private static final long SEED = 20261123;
    private static final Path CITIES = Path.of("src/main/resources/cities");
    private static final Path REAL = Path.of("src/test/java/fr/traboule/web/real_opening_hours.csv");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2027, 1, 3);

    private static final CityCalendar CALENDAR = new CityCalendar(
            CityTime.ZONE,
            new WorkingDays(),
            new SchoolHolidays(List.of(
                    holiday("2025-12-20", "2026-01-04"),
                    holiday("2026-02-07", "2026-02-22"),
                    holiday("2026-04-04", "2026-04-19"),
                    holiday("2026-07-04", "2026-08-31"),
                    holiday("2026-12-19", "2027-01-10"))));

    @Test
    void hoursOfTheShippedCities() {
        var hours = Stream.of("places.csv", "phone_lines.csv")
                .flatMap(file -> column(CITIES.resolve("lyon").resolve(file)))
                .distinct()
                .toList();

        assertThat(hours)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        text -> assertThat(isToldAndReadAgain(text)).as(text).isTrue());
    }

    @Test
    void realHours() {
        var hours = column(REAL).toList();

        assertThat(hours).hasSize(190);
        assertThat(hours).filteredOn(text -> !isToldAndReadAgain(text)).containsExactly("Fr 19:00-11:00");
    }

    @Test
    void hoursOfTheShapesThatAreTold() {
        var shapes = new TellableHours(SEED);

        var told = IntStream.range(0, 200)
                .filter(i -> isToldAndReadAgain(shapes.hours()))
                .count();

        assertThat(told).isGreaterThan(150);
    }

    @Test
    void anyHoursAtAll() {
        var random = new RandomHours(SEED);

        var told = IntStream.range(0, 1_500)
                .filter(i -> isToldAndReadAgain(random.whole()))
                .count();

        assertThat(told).isGreaterThan(30);
    }

    /** False where they are not told; if they are, they must come back. */
    private static boolean isToldAndReadAgain(String text) {
        var told = told(text);
        told.ifPresent(sentences -> assertThat(WrittenHours.read(sentences))
                .as("%s: %s", text, sentences)
                .isInstanceOfSatisfying(
                        Understood.class,
                        read -> assertThat(year(read.openingHours()))
                                .as("%s: %s: %s", text, sentences, read.openingHours())
                                .isEqualTo(year(text))));
        return told.isPresent();
    }

    private static Optional<String> told(String text) {
        return SpokenHours.of(parsed(text))
                .map(new HoursWords(Kit.wording(Language.FR))::sentences)
                .map(sentences -> String.join(" ", sentences));
    }

    private static List<List<OpenSpan>> year(String text) {
        var times = new OpeningTimes(parsed(text), CALENDAR, List.of());
        return FIRST.datesUntil(AFTER).map(times::day).toList();
    }

    private static OpeningHours.Parsed parsed(String text) {
        return (OpeningHours.Parsed) OpeningHours.parse(text);
    }

    private static Stream<String> column(Path file) {
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream()
                    .map(line -> line.getField("hours"))
                    .filter(hours -> !hours.isEmpty())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchoolHoliday holiday(String from, String to) {
        return new SchoolHoliday(LocalDate.parse(from), LocalDate.parse(to));
    }
}
