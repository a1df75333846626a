package fr.traboule.residents;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.Page;
import gg.jte.Content;
import java.util.Optional;
import java.util.Set;

/** Something that a floor above shows on the record of a person. Beans of this type are found by themselves; see {@code @Order}. */
public interface ResidentSection {

    /**
     * Empty where there is nothing to show to that agent.
     *
     * @param person in short, with how to reach them
     * @param records the person's record, and those that are merged into it
     */
    Optional<Content> of(Actor.Agent agent, ResidentCard person, Set<ResidentId> records, Page page);
}
