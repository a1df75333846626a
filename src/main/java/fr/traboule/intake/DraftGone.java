package fr.traboule.intake;

/** The browser holds no draft for this door: it was sent, it expired, or the person came by a link into the middle. */
class DraftGone extends RuntimeException {

    private final transient Door door;

    DraftGone(Door door) {
        this.door = door;
    }

    Door door() {
        return door;
    }
}
