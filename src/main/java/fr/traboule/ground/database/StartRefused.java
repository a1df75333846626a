package fr.traboule.ground.database;

/** The program cannot start, for a reason that the person at the terminal can mend: the message is a sentence for them. */
public class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence);
    }
}
