package fr.traboule.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Opening hours drawn at random, of the shapes that sentences can tell. */
final class TellableHours {

    private static final List<String> TIMES = List.of(
            "09:00-12:00",
            "09:00-12:00,14:00-18:00",
            "08:30-12:15,13:30-17:45",
            "10:00-19:00",
            "14:00-24:00",
            "00:00-24:00",
            "00:00-06:30",
            "09:05-12:00,13:00-15:00,16:00-20:00");
    private static final List<String> COMMENTS =
            List.of("", "", "", "", " \"sur rendez-vous\"", " \"entrée par la cour\"", " open \"sans rendez-vous\"");
    private static final List<String> DATES = List.of(
            "Jul-Aug",
            "Aug",
            "Jul 01-Aug 31",
            "Nov-Mar",
            "Dec 20-Jan 04",
            "2026 Jul 06-2026 Aug 29",
            "Apr-Oct",
            "May,Jun,Sep",
            "Feb 10-Feb 20,Oct 20-Oct 30");
    private static final List<String> CLOSED_DATES =
            List.of("Dec 25", "Dec 24,Dec 25", "May 01,Jan 01", "2026 Aug 03-2026 Aug 15", "Aug", "Jul 14-Aug 15");

    private final Random random;

    TellableHours(long seed) {
        random = new Random(seed);
    }

    String hours() {
        var rules = new ArrayList<String>(week(""));
        if (one(4)) {
            rules.add(oneOf(List.of("Tu[1,3]", "Sa[-1]", "We[2]", "Mo[1,2,5]", "week 1-53/2 Mo", "week 2-52/2 We,Fr"))
                    + " " + oneOf(List.of("off", oneOf(TIMES))));
        }
        switch (random.nextInt(5)) {
            case 0 -> rules.addAll(week("SH "));
            case 1 -> rules.add(oneOf(List.of("SH off", "SH Sa off", "SH Mo-We off")));
            case 2 -> rules.addAll(week(oneOf(DATES) + " "));
            default -> {}
        }
        if (one(2)) {
            rules.add("PH " + oneOf(List.of("off", "off", oneOf(TIMES))));
        }
        if (one(4)) {
            rules.add(oneOf(CLOSED_DATES) + " off");
        }
        return String.join("; ", rules);
    }

    private List<String> week(String season) {
        var rules = new ArrayList<String>();
        for (var days : oneOf(List.of(
                List.of("Mo-Fr"),
                List.of("Mo-Su"),
                List.of("Mo,We,Fr", "Sa"),
                List.of("Mo-Th", "Fr", "Sa,Su"),
                List.of("Fr-Mo"),
                List.of("Mo-Sa", "We")))) {
            rules.add(season + days + " "
                    + (one(8) ? "off" + oneOf(List.of("", " \"travaux\"")) : oneOf(TIMES) + oneOf(COMMENTS)));
        }
        return rules;
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
