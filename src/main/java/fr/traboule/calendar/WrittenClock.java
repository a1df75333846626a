package fr.traboule.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day in figures: {@code 8h45}, {@code 8 h 45}, {@code 14 heures}, {@code 9:00}, {@code 9.30}, {@code 5 pm}. */
final class WrittenClock {

    static final Pattern ANY = Pattern.compile(String.join(
            "|",
            "(?<hour12>\\d{1,2})(?:[:.](?<minute12>\\d{2}))? ?(?<half>[ap])\\.?m(?![\\p{L}\\p{N}])",
            "(?<hour>\\d{1,2})(?<space> ?)(?:heures?|hrs?|h)(?<minutes> ?\\d{2}(?! ?h| ?:|\\p{N}))?(?![\\p{L}\\p{N}])",
            "(?<digits>\\d{1,2})(?: ?:|\\.(?!\\d{2}\\.))(?<after>\\d{2})(?: ?h)?(?![\\p{L}\\p{N}:])"));

    private static final int HOUR = 60;

    private WrittenClock() {}

    static boolean isOfTwelve(Matcher time) {
        return time.group("half") != null;
    }

    /** In minutes; negative if there is no such time. */
    static int of(Matcher time) {
        if (isOfTwelve(time)) {
            var hour = Integer.parseInt(time.group("hour12"));
            var inHalf = minutes(hour % 12, number(time, "minute12"));
            return hour < 1 || hour > 12 || inHalf < 0
                    ? -1
                    : inHalf + (time.group("half").equals("p") ? 12 * HOUR : 0);
        }
        return time.group("hour") == null
                ? minutes(number(time, "digits"), number(time, "after"))
                : minutes(number(time, "hour"), ownsMinutes(time) ? number(time, "minutes") : 0);
    }

    static int end(Matcher time) {
        return time.group("hour") == null || ownsMinutes(time) || time.group("minutes") == null
                ? time.end()
                : time.start("minutes");
    }

    /** In « 8h 12-14h » 12 is no minute of 8; in « 8 h 12 » and « 8h 30 » it is. */
    private static boolean ownsMinutes(Matcher time) {
        var minutes = time.group("minutes");
        return minutes != null
                && (!minutes.startsWith(" ") || !time.group("space").isEmpty() || number(time, "minutes") % 15 == 0);
    }

    private static int number(Matcher time, String group) {
        var digits = time.group(group);
        return digits == null ? 0 : Integer.parseInt(digits.strip());
    }

    private static int minutes(int hour, int minute) {
        var time = hour * HOUR + minute;
        return minute < HOUR && time <= Hours.DAY ? time : -1;
    }
}
