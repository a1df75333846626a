package fr.traboule.intake;

import fr.traboule.routing.Nature;
import java.util.Arrays;
import java.util.Optional;

/** The two entrances of the same corridor: they differ in their first question, and in what is assumed until a subject is known. */
enum Door {
    SIGNALER("signaler", Nature.REPORT),
    ECRIRE("ecrire", Nature.QUESTION);

    private final String path;
    private final Nature nature;

    Door(String path, Nature nature) {
        this.path = path;
        this.nature = nature;
    }

    static Optional<Door> of(String path) {
        return Arrays.stream(values()).filter(door -> door.path.equals(path)).findFirst();
    }

    /** As in addresses and keys of texts. */
    String path() {
        return path;
    }

    Nature nature() {
        return nature;
    }

    String address(Step step) {
        return step == Step.DESCRIBE ? "/" + path : "/" + path + "/" + step.path();
    }

    String redirect(Step step) {
        return "redirect:" + address(step);
    }
}
