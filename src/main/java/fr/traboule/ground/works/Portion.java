package fr.traboule.ground.works;

import fr.traboule.ground.access.Actor;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The portion of a work that is to be done now, and what it adds to the file that the work makes. */
public final class Portion {

    private final Work work;
    private final Actor actor;
    private final LongConsumer heard;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    Portion(Work work, Actor actor, LongConsumer heard) {
        this.work = work;
        this.actor = actor;
        this.heard = heard;
    }

    public Work work() {
        return work;
    }

    /** Whoever asked, with the roles that they have now; the program itself where nobody did. */
    public Actor actor() {
        return actor;
    }

    /** Where the portion before ended; empty for the first one. */
    public Optional<String> position() {
        return work.progress().position();
    }

    /** A parameter that this kind of work always has. */
    public String parameter(String name) {
        var value = work.parameters().get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Work %s has no %s".formatted(work.id().value(), name));
        }
        return value;
    }

    /**
     * Tells how many of the portion are done, where it cannot be made shorter: what must happen whole or not at all. It is seen
     * at once. Where somebody cancelled the work meanwhile it throws, and the portion is undone: let the exception pass.
     */
    public void tell(long done) {
        heard.accept(done);
    }

    /** Adds to the file. It is kept with the portion or not at all. */
    public void write(byte[] bytes) {
        written.writeBytes(bytes);
    }

    byte[] written() {
        return written.toByteArray();
    }
}
