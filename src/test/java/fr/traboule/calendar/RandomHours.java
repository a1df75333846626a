package fr.traboule.calendar;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Opening hours drawn at random, the same for the same seed: whole, or broken as hands and imports break them. */
public final class RandomHours {

    private static final List<String> DAYS = List.of(
            "Mo-Fr",
            "Mo-Su",
            "Fr-Mo",
            "Sa",
            "Tu,Th",
            "We",
            "Tu[1,3]",
            "Sa[-1]",
            "Su[1] -1 day",
            "PH",
            "PH,Su",
            "SH Mo-Fr");
    private static final List<String> DATES = List.of(
            "",
            "",
            "",
            "",
            "Jan-Mar ",
            "Nov-Feb ",
            "Dec 24-Jan 02 ",
            "2026 ",
            "week 1-53/2 ",
            "week 50-53 ",
            "easter -2 days ",
            "Mar Su[-1]-Oct Su[-1] ");
    private static final List<String> TIMES = List.of(
            "09:00-12:00",
            "09:00-12:00,14:00-18:00",
            "00:00-24:00",
            "22:00-02:00",
            "20:00-28:00",
            "01:00-04:00",
            "02:30-05:00",
            "18:00+",
            "10:00-12:00+",
            "sunrise-sunset",
            "19:00-11:00");
    private static final List<String> MODIFIERS =
            List.of("", "", "", "", " off", " unknown", " \"rdv\"", " open \"note\"", " closed \"travaux\"");
    private static final List<String> JOINTS = List.of("; ", "; ", "; ", ", ", " || ");
    private static final String CHARACTERS = "MoTuWeThFrSaSuPHSHJanweek0123456789:-,;|[]()\"+/ éД\u2013\n\t#%";

    private final Random random;

    public RandomHours(long seed) {
        random = new Random(seed);
    }

    public String whole() {
        var rules = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> rule())
                .toList();
        return rules.stream()
                .reduce((before, rule) -> before + oneOf(JOINTS) + rule)
                .orElseThrow();
    }

    String broken() {
        var text = new StringBuilder(random.nextInt(8) == 0 ? noise() : whole());
        for (var i = random.nextInt(3); i >= 0 && !text.isEmpty(); i--) {
            var place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(place);
                case 1 -> text.insert(place, character());
                case 2 -> text.setCharAt(place, character());
                default -> text.setLength(place);
            }
        }
        return text.toString();
    }

    private String rule() {
        var days = oneOf(DATES) + oneOf(DAYS);
        return random.nextInt(6) == 0 ? days + " off" : days + " " + oneOf(TIMES) + oneOf(MODIFIERS);
    }

    private String noise() {
        return IntStream.rangeClosed(0, random.nextInt(80))
                .mapToObj(i -> String.valueOf(character()))
                .collect(Collectors.joining());
    }

    private char character() {
        return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
