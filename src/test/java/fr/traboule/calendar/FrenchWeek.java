package fr.traboule.calendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws weeks at random and writes them in French, each thing now in one way, now in another; and as OpenStreetMap does. */
final class FrenchWeek {

    private static final List<String> NAMES =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    private static final List<String> SHORT = List.of("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.");
    private static final List<String> CODES = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private final Random random;

    /** @param words as somebody writes it */
    record Week(String words, String hours) {}

    private record Span(int from, int to) {

        String hours() {
            return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
        }
    }

    FrenchWeek(long seed) {
        random = new Random(seed);
    }

    Week week() {
        var sentences = new ArrayList<String>();
        var rules = new ArrayList<String>();
        var explicit = random.nextInt(3) == 0;
        plans().forEach((spans, days) -> {
            if (!spans.isEmpty()) {
                sentences.add(days(days) + oneOf(" ", " : ", ", ") + hours(spans));
                days.forEach(day -> rules.add(
                        CODES.get(day) + " " + spans.stream().map(Span::hours).collect(Collectors.joining(","))));
            } else if (explicit) {
                sentences.add(oneOf("fermé " + listed(days), listed(days) + " fermé", listed(days) + " : fermé"));
            }
        });
        if (random.nextBoolean()) {
            sentences.add(oneOf("fermé les jours fériés", "Fermé jours fériés", "les jours fériés : fermé"));
            rules.add("PH off");
        }
        var words = String.join(oneOf(" ; ", "\n", ". ", ".\n"), sentences);
        return new Week(random.nextInt(5) == 0 ? words.toUpperCase(Locale.FRENCH) : words, String.join("; ", rules));
    }

    /** The days on which the same hours are kept; one at least is open. */
    private Map<List<Span>, List<Integer>> plans() {
        var kinds = IntStream.rangeClosed(0, 1 + random.nextInt(3))
                .mapToObj(i -> spans())
                .toList();
        var plans = new LinkedHashMap<List<Span>, List<Integer>>();
        for (var day = 0; day < NAMES.size(); day++) {
            plans.computeIfAbsent(oneOf(kinds), none -> new ArrayList<>()).add(day);
        }
        return plans.keySet().stream().allMatch(List::isEmpty) ? plans() : plans;
    }

    /** None to three, apart from one another. */
    private List<Span> spans() {
        var ends = random.ints(0, 24 * 12 + 1)
                .distinct()
                .limit(2L * random.nextInt(4))
                .sorted()
                .toArray();
        return IntStream.range(0, ends.length / 2)
                .mapToObj(i -> new Span(ends[2 * i] * 5, ends[2 * i + 1] * 5))
                .toList();
    }

    private String days(List<Integer> days) {
        var first = days.getFirst();
        var last = days.getLast();
        if (days.size() == NAMES.size()) {
            return oneOf("tous les jours", "7j/7", "du lundi au dimanche", "chaque jour");
        }
        if (days.size() > 1 && last - first == days.size() - 1) {
            return oneOf(
                    "du " + NAMES.get(first) + " au " + NAMES.get(last),
                    NAMES.get(first) + "-" + NAMES.get(last),
                    NAMES.get(first) + " à " + NAMES.get(last),
                    SHORT.get(first) + " – " + SHORT.get(last));
        }
        return listed(days);
    }

    private String listed(List<Integer> days) {
        var style = random.nextInt(3);
        var names = days.stream()
                .map(day -> switch (style) {
                    case 0 -> "le " + NAMES.get(day);
                    case 1 -> SHORT.get(day);
                    default -> NAMES.get(day);
                })
                .toList();
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + oneOf(" et ", ", ") + names.getLast();
    }

    private String hours(List<Span> spans) {
        var style = random.nextInt(4);
        return spans.stream()
                .map(span -> switch (style) {
                    case 0 -> "de " + time(span.from()) + " à " + time(span.to());
                    case 1 -> time(span.from()) + "-" + time(span.to());
                    case 2 -> time(span.from()) + " – " + time(span.to());
                    default ->
                        "%d:%02d - %d:%02d"
                                .formatted(span.from() / 60, span.from() % 60, span.to() / 60, span.to() % 60);
                })
                .collect(Collectors.joining(oneOf(" et ", ", ", " / ", " puis ", " ")));
    }

    private String time(int minutes) {
        var hour = minutes / 60;
        var minute = minutes % 60;
        if (minutes % (12 * 60) == 0 && random.nextBoolean()) {
            return hour == 12 ? "midi" : "minuit";
        }
        return minute == 0
                ? oneOf(hour + "h", hour + " h", hour + "h00", hour + "\u00a0heures")
                : oneOf("%dh%02d", "%d h %02d", "%d\u00a0h\u00a0%02d", "%d:%02d")
                        .formatted(hour, minute);
    }

    private String oneOf(String... ways) {
        return oneOf(List.of(ways));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
