package fr.traboule.ground.antivirus;

/** The antivirus gave no answer: it is not there, too slow, or says what makes no sense. Asked again later, it may. */
public class AntivirusUnreachable extends RuntimeException {

    AntivirusUnreachable(String what) {
        super(what);
    }

    AntivirusUnreachable(Exception cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
