package fr.traboule.calendar;

import fr.traboule.calendar.WrittenWord.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words and set phrases hours are made of, in small letters without accents. */
final class WrittenVocabulary {

    static final int MORNING = 0;
    static final int AFTERNOON = 1;
    static final int EVENING = 2;

    private static final int NOON = 12 * 60;
    private static final int ODD = 1;
    private static final int EVEN = 0;
    private static final int EVERY_DAY = 0b1111111;
    private static final int MONDAY_TO_FRIDAY = 0b0011111;
    private static final int SATURDAY_AND_SUNDAY = 0b1100000;

    private static final Set<String> IN_BOTH_LANGUAGES = Set.of(
            "mar", "sa", "fr", "jan", "sep", "sept", "oct", "nov", "dec", "a", "weekend", "weekends", "24/24", "7/7");

    /** @param english and not French as well */
    record Meaning(Kind kind, int value, boolean english) {}

    private static final Map<String, Meaning> MEANINGS = new HashMap<>();

    static {
        days();
        months();
        seasons();
        times();
        links();
        say(Kind.COMMENT, 0, "sur rendez-vous", "sur rendez vous", "sur rdv", "sur rendez-vous uniquement");
        say(Kind.COMMENT, 0, "uniquement sur rendez-vous", "uniquement sur rdv", "sur rdv uniquement");
        say(Kind.COMMENT, 0, "avec rendez-vous", "sans rendez-vous", "sans rdv");
        sayInEnglish(Kind.COMMENT, 0, "by appointment", "by appointment only", "on appointment", "without appointment");
    }

    private static final Pattern PHRASES = Pattern.compile(MEANINGS.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed())
            .map(WrittenVocabulary::pattern)
            .collect(Collectors.joining("|")));

    private WrittenVocabulary() {}

    /** The longest phrase; its first group is what {@link #meaning} is asked. */
    static Pattern phrases() {
        return PHRASES;
    }

    static Meaning meaning(MatchResult phrase) {
        return Objects.requireNonNull(
                MEANINGS.get(phrase.group().replaceAll(" +", " ").strip()));
    }

    /** Whether no English text has it. */
    static boolean isFrenchAlone(MatchResult phrase) {
        return !meaning(phrase).english() && !IN_BOTH_LANGUAGES.contains(phrase.group());
    }

    private static void days() {
        each(Kind.DAY, "lundi lundis lun lu", "mardi mardis mar ma", "mercredi mercredis mer merc me");
        each(Kind.DAY, 4, "jeudi jeudis jeu je", "vendredi vendredis ven vend ve", "samedi samedis sam sa");
        each(Kind.DAY, 7, "dimanche dimanches dim di");
        eachInEnglish("monday mondays mon mo", "tuesday tuesdays tue tues tu", "wednesday wednesdays wed weds");
        eachInEnglish(4, "thursday thursdays thu thur thurs th", "friday fridays fri fr", "saturday saturdays sat");
        eachInEnglish(7, "sunday sundays sun su");
        say(Kind.DAYS, EVERY_DAY, "tous les jours", "chaque jour", "tlj", "7j/7", "7 j/7", "7j / 7", "7 j / 7", "7/7");
        say(Kind.DAYS, EVERY_DAY, "7j sur 7", "7 j sur 7", "7 jours sur 7", "7 jours/7", "7 jours / 7");
        sayInEnglish(Kind.DAYS, EVERY_DAY, "every day", "everyday", "daily", "7 days a week", "all days");
        say(Kind.DAYS, MONDAY_TO_FRIDAY, "en semaine", "jours de semaine");
        sayInEnglish(Kind.DAYS, MONDAY_TO_FRIDAY, "weekdays", "weekday");
        say(Kind.DAYS, SATURDAY_AND_SUNDAY, "week-end", "week-ends", "weekend", "weekends", "week end");
        say(Kind.PUBLIC_HOLIDAYS, 0, "jours feries", "jour ferie", "feries", "ferie");
        sayInEnglish(Kind.PUBLIC_HOLIDAYS, 0, "public holidays", "public holiday", "bank holidays", "bank holiday");
        // « WE » is a week-end, « We » a Wednesday; most letters begin two days.
        say(Kind.UNCLEAR_DAY, 0, "we", "l", "m", "j", "v", "s", "d", "t", "w", "f");
    }

    private static void months() {
        each(Kind.MONTH, "janvier janv jan", "fevrier fevr fev", "mars", "avril avr", "mai", "juin", "juillet juil");
        each(Kind.MONTH, 8, "aout", "septembre sept sep", "octobre oct", "novembre nov", "decembre dec");
        var english = "january february march april may june july august september october november december";
        var short3 = "- feb - apr - jun jul aug - - - -";
        var names = english.split(" ");
        var abbreviations = short3.split(" ");
        for (var month = 1; month <= names.length; month++) {
            sayInEnglish(Kind.MONTH, month, names[month - 1]);
            if (!abbreviations[month - 1].equals("-")) {
                sayInEnglish(Kind.MONTH, month, abbreviations[month - 1]);
            }
        }
    }

    private static void seasons() {
        say(Kind.SCHOOL_HOLIDAYS, 0, "vacances scolaires", "conges scolaires");
        sayInEnglish(Kind.SCHOOL_HOLIDAYS, 0, "school holidays", "school holiday");
        say(Kind.SCHOOL_TIME, 0, "periode scolaire", "periodes scolaires", "temps scolaire", "en periode scolaire");
        sayInEnglish(Kind.SCHOOL_TIME, 0, "term time", "term-time", "school term");
        say(Kind.REST_OF_YEAR, 0, "le reste de l'annee", "reste de l'annee");
        sayInEnglish(Kind.REST_OF_YEAR, 0, "the rest of the year", "rest of the year");
        say(Kind.WEEKS, ODD, "semaines impaires", "semaine impaire", "en semaine impaire", "en semaines impaires");
        say(Kind.WEEKS, EVEN, "semaines paires", "semaine paire", "en semaine paire", "en semaines paires");
        sayInEnglish(Kind.WEEKS, ODD, "odd weeks", "odd week");
        sayInEnglish(Kind.WEEKS, EVEN, "even weeks", "even week");
        say(Kind.OF_MONTH, 0, "du mois", "de chaque mois");
        sayInEnglish(Kind.OF_MONTH, 0, "of the month", "of each month", "of every month");
        say(Kind.UNCLEAR_PERIOD, 0, "vacances", "conges", "ete", "hiver", "printemps", "automne", "noel", "paques");
        say(Kind.UNCLEAR_PERIOD, 0, "jours ouvres", "jours ouvrables", "jour ouvre", "jour ouvrable", "toussaint");
        say(Kind.UNCLEAR_PERIOD, 0, "toute la semaine", "la semaine", "toute la journee", "sur deux");
        sayInEnglish(Kind.UNCLEAR_PERIOD, 0, "holidays", "summer", "winter", "spring", "autumn", "fall");
        sayInEnglish(Kind.UNCLEAR_PERIOD, 0, "working days", "business days", "all week", "all day", "every other");
    }

    private static void times() {
        say(Kind.ALL_DAY, 0, "24h/24", "24 h/24", "24h / 24", "24 h / 24", "24h sur 24", "24 h sur 24", "24/24");
        say(Kind.ALL_DAY, 0, "24 heures sur 24", "24 heures/24", "24h/24h", "jour et nuit");
        sayInEnglish(Kind.ALL_DAY, 0, "24 hours", "24 hours a day", "round the clock");
        say(Kind.NON_STOP, 0, "sans interruption", "non-stop", "non stop", "en continu", "en journee continue");
        say(Kind.TIME_IN_WORDS, NOON, "midi");
        say(Kind.TIME_IN_WORDS, 0, "minuit");
        sayInEnglish(Kind.TIME_IN_WORDS, NOON, "noon", "midday");
        sayInEnglish(Kind.TIME_IN_WORDS, 0, "midnight");
        say(Kind.PART_OF_DAY, MORNING, "matin", "matins", "matinee");
        say(Kind.PART_OF_DAY, AFTERNOON, "apres-midi", "apres-midis", "apres midi", "aprem");
        say(Kind.PART_OF_DAY, EVENING, "soir", "soirs", "soiree");
        sayInEnglish(Kind.PART_OF_DAY, MORNING, "morning", "mornings", "in the morning");
        sayInEnglish(Kind.PART_OF_DAY, AFTERNOON, "afternoon", "afternoons", "in the afternoon");
        sayInEnglish(Kind.PART_OF_DAY, EVENING, "evening", "evenings", "in the evening");
    }

    private static void links() {
        say(Kind.CLOSED, 0, "ferme", "fermee", "fermes", "fermees", "fermeture", "fermeture hebdomadaire");
        say(Kind.CLOSED, 0, "fermeture annuelle");
        sayInEnglish(Kind.CLOSED, 0, "closed");
        say(Kind.OPEN, 0, "ouvert", "ouverte", "ouverts", "ouvertes", "ouverture", "ouvert au public", "horaires");
        say(Kind.OPEN, 0, "horaire", "horaires d'ouverture", "heures d'ouverture", "accueil du public");
        sayInEnglish(Kind.OPEN, 0, "open", "opening hours", "opening times", "hours");
        say(Kind.ONLY, 0, "seulement", "uniquement", "exclusivement");
        sayInEnglish(Kind.ONLY, 0, "only");
        say(Kind.EXCEPT, 0, "sauf", "excepte", "exceptee", "exceptes", "hormis", "a l'exception");
        sayInEnglish(Kind.EXCEPT, 0, "except", "except on", "excluding");
        say(Kind.OUTSIDE, 0, "hors", "en dehors", "en-dehors");
        sayInEnglish(Kind.OUTSIDE, 0, "outside", "outside of");
        say(Kind.DURING, 0, "pendant", "durant", "en", "en periode", "au mois", "au mois de", "mois de");
        say(Kind.DURING, 0, "aux mois", "aux mois de", "pendant le mois de");
        sayInEnglish(Kind.DURING, 0, "during", "in");
        say(Kind.FROM_DAY, 0, "du", "des");
        say(Kind.FROM, 0, "de", "d'");
        sayInEnglish(Kind.FROM, 0, "from", "of");
        say(Kind.BETWEEN, 0, "entre");
        sayInEnglish(Kind.BETWEEN, 0, "between");
        say(Kind.TO_DAY, 0, "au", "aux");
        say(Kind.TO, 0, "a", "jusqu'a");
        sayInEnglish(Kind.TO, 0, "to", "until", "till", "through", "thru");
        say(Kind.ARTICLE, 0, "le", "la", "les", "l'", "chaque", "tous les", "toutes les", "toute l'annee");
        sayInEnglish(Kind.ARTICLE, 0, "the", "on", "every", "each");
        say(Kind.AND, 0, "et", "puis", "ainsi que");
        sayInEnglish(Kind.AND, 0, "and", "then");
    }

    /** One line of spellings for each value, from 1 on. */
    private static void each(Kind kind, String... spellings) {
        each(kind, 1, spellings);
    }

    private static void each(Kind kind, int first, String... spellings) {
        for (var i = 0; i < spellings.length; i++) {
            say(kind, first + i, spellings[i].split(" "));
        }
    }

    private static void eachInEnglish(String... spellings) {
        eachInEnglish(1, spellings);
    }

    private static void eachInEnglish(int first, String... spellings) {
        for (var i = 0; i < spellings.length; i++) {
            sayInEnglish(Kind.DAY, first + i, spellings[i].split(" "));
        }
    }

    private static void say(Kind kind, int value, String... phrases) {
        Arrays.stream(phrases).forEach(phrase -> MEANINGS.put(phrase, new Meaning(kind, value, false)));
    }

    private static void sayInEnglish(Kind kind, int value, String... phrases) {
        Arrays.stream(phrases).forEach(phrase -> MEANINGS.put(phrase, new Meaning(kind, value, true)));
    }

    /** Words are whole, an elided one stands before another, and spaces may be many. */
    private static String pattern(String phrase) {
        var words = Arrays.stream(phrase.split(" ")).map(Pattern::quote).collect(Collectors.joining(" +"));
        return phrase.endsWith("'") ? words : words + "(?![\\p{L}\\p{N}'])";
    }
}
