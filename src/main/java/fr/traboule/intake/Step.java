package fr.traboule.intake;

/** The questions, in their order. */
enum Step {
    DESCRIBE(""),
    SUBJECT("sujet"),
    PLACE("lieu"),
    EDGE("lieu/limite"),
    FILES("fichiers"),
    REPLY("reponse"),
    CONTACT("coordonnees"),
    CHECK("verification");

    private final String path;

    Step(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
