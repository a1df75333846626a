package fr.traboule.calendar;

import static fr.traboule.calendar.CalendarFixture.date;
import static fr.traboule.calendar.CalendarFixture.times;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.WrittenHours.NotUnderstood;
import fr.traboule.calendar.WrittenHours.Understood;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is true of whatever is typed. The seed is fixed: a failure comes back. */
class WrittenHoursPropertiesTests {

    private static final long SEED = 20261123;
    private static final int WEEKS = 600;
    private static final int SCRAMBLED = 20_000;
    private static final List<String> SCRAPS = List.of(
            "lundi",
            "mardi",
            "du",
            "au",
            "à",
            "de",
            "le",
            "et",
            ",",
            ";",
            "\n",
            ".",
            ":",
            "-",
            "/",
            "9h",
            "12h30",
            "14",
            "18h",
            "2h",
            "(",
            ")",
            "sur rendez-vous",
            "fermé",
            "sauf",
            "hors",
            "vacances scolaires",
            "pendant",
            "jours fériés",
            "1er",
            "3e",
            "du mois",
            "août",
            "en",
            "25",
            "décembre",
            "2026",
            "tous les jours",
            "semaines paires",
            "matin",
            "midi",
            "minuit",
            "seulement",
            "24h/24",
            "Mo",
            "Fr",
            "\"",
            "été",
            "xyz",
            "Monday",
            "5pm",
            "mar",
            "–",
            "+",
            "ouvert");

    private final Random random = new Random(SEED);

    @Test
    void aWeekWrittenInFrenchIsThatWeek() {
        var french = new FrenchWeek(SEED);
        IntStream.range(0, WEEKS).forEach(i -> {
            var week = french.week();
            assertThat(WrittenHours.read(week.words()))
                    .as(week.words())
                    .isInstanceOfSatisfying(
                            Understood.class,
                            read -> assertThat(days(read.openingHours()))
                                    .as("%s: %s", week.words(), read.openingHours())
                                    .isEqualTo(days(week.hours())));
        });
    }

    @Test
    void whateverIsTypedIsUnderstoodAsHoursOrRefusedWithAPartOfIt() {
        IntStream.range(0, SCRAMBLED).forEach(i -> {
            var typed = scrambled();
            switch (WrittenHours.read(typed)) {
                case Understood hours ->
                    assertThat(OpeningHours.parse(hours.openingHours()))
                            .as(typed)
                            .isInstanceOf(OpeningHours.Parsed.class);
                case NotUnderstood refused -> assertThat(typed).contains(refused.part());
            }
        });
    }

    @Test
    void whatIsWrittenIsReadAgainAsItIs() {
        var french = new FrenchWeek(SEED + 1);
        IntStream.range(0, WEEKS).forEach(i -> {
            if (WrittenHours.read(french.week().words()) instanceof Understood hours) {
                assertThat(WrittenHours.read(hours.openingHours())).isEqualTo(hours);
            }
        });
    }

    /** Two weeks, with a public holiday on a Friday in the second, and the night after them. */
    private static List<List<OpenSpan>> days(String hours) {
        var times = times(hours);
        return date("2026-04-20").datesUntil(date("2026-05-05")).map(times::day).collect(Collectors.toList());
    }

    private String scrambled() {
        return IntStream.rangeClosed(0, random.nextInt(14))
                .mapToObj(i -> SCRAPS.get(random.nextInt(SCRAPS.size())))
                .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " "));
    }
}
