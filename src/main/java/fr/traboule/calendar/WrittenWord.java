package fr.traboule.calendar;

/**
 * One word, number, sign or set phrase of typed hours.
 *
 * @param value of a day, month, number, time in minutes…; 0 where its kind says it all
 * @param from where it begins in the text
 * @param to where it ends
 */
record WrittenWord(Kind kind, int value, int from, int to) {

    enum Kind {
        /** 1 to 7 */
        DAY,
        /** Several days: one bit for each, Monday's the lowest. */
        DAYS,
        PUBLIC_HOLIDAYS,
        /** 1 to 12 */
        MONTH,
        /** A date with its year, as days since 1970. */
        DATE,
        YEAR,
        NUMBER,
        /** 1 to 31, or the last. */
        ORDINAL,
        /** Minutes of the day, up to 24:00. */
        TIME,
        /** The same, of a clock with twelve hours. */
        TIME_OF_TWELVE,
        /** Noon, or midnight: they stand beside both. */
        TIME_IN_WORDS,
        ALL_DAY,
        /** « sans interruption » */
        NON_STOP,
        PART_OF_DAY,
        SCHOOL_HOLIDAYS,
        SCHOOL_TIME,
        REST_OF_YEAR,
        /** 1 for odd weeks, 0 for even ones. */
        WEEKS,
        OF_MONTH,
        CLOSED,
        /** Adds nothing: « ouvert », « horaires ». */
        OPEN,
        ONLY,
        EXCEPT,
        OUTSIDE,
        DURING,
        /** « du », before days and dates. */
        FROM_DAY,
        /** « de », before all. */
        FROM,
        BETWEEN,
        /** « au » */
        TO_DAY,
        /** « à » */
        TO,
        ARTICLE,
        AND,
        COMMENT,
        DASH,
        SLASH,
        COMMA,
        COLON,
        STOP,
        LINE,
        END,
        UNCLEAR_DAY,
        UNCLEAR_PERIOD,
        UNKNOWN
    }
}
