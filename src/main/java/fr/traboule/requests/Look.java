package fr.traboule.requests;

import fr.traboule.web.Labelled;
import java.util.Locale;

/** What of a request somebody saw, as the access log keeps it. */
public enum Look implements Labelled {
    /** Its page, with what the person said and how to answer them. */
    PAGE,
    /** A file that came with it. */
    FILE,
    /** The name of a file that came with it and was set aside. */
    FILE_NAME,
    /** Its receipt, with the secret that opens it. */
    RECEIPT,
    /** A letter or a call to its person, with how to reach them and what to say. */
    DELIVERY,
    /** A line among what a search found. */
    SEARCH,
    /** What its person said, in the file of a list. */
    LIST,
    /** All that is known of it, gathered for the person. */
    EXPORT,
    /** That it is of a person whom somebody looked for, with how to reach them where the agent may know it. */
    PERSON,
    /** Its page, among the archives. */
    ARCHIVE,
    /** A file that came with it, among the archives. */
    ARCHIVE_FILE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Look of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What let them see it. */
    public enum Reason implements Labelled {
        /** Their unit, or one below, answers for it. */
        UNIT,
        /** They filed it for the person. */
        FILED,
        /** They receive the person, and follow another unit's request no further than its date. */
        RECEPTION,
        /** They look after the protection of data. */
        DATA_PROTECTION,
        /** They decide about dangerous files. */
        SAFETY,
        /** They said why they needed to see what is archived. */
        ARCHIVES;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
