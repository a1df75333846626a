package fr.traboule.requests;

import fr.traboule.ground.access.Permission;

/** What may be done with requests. */
public enum RequestPermission implements Permission {
    /** File one, for oneself or for somebody. */
    FILE,
    /** Read those of one's units, and those one filed. */
    READ,
    /** Keep a note with one. */
    NOTE,
    /** Take one in hand, say what it is about, answer it, close it. */
    HANDLE,
    /** Post letters to their people and call them, and say that it is done. */
    DELIVER,
    /** Decide about files that the antivirus set aside. */
    JUDGE_FILES,
    /** Have a list of them as a file, without a word of what people said. */
    EXPORT,
    /** Have what people said in that file too: each request is in the log of accesses. */
    EXPORT_WORDS
}
