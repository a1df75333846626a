package fr.traboule.residents;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a floor above knows of somebody, for the file that is made for them (GDPR, article 15). */
public interface ResidentPart {

    /**
     * One line of the file.
     *
     * @param about what it belongs to
     */
    record Line(String about, Optional<Instant> at, String what, String value) {}

    /**
     * Everything, whoever answers for it: the officer who asks may gather it, and that is logged.
     *
     * @param person in short, with how to reach them
     * @param records the person's record, and those that are merged into it
     */
    List<Line> of(Actor.Agent officer, ResidentCard person, Set<ResidentId> records, Wording wording);
}
