package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.web.Page;
import gg.jte.Content;
import java.util.Optional;

/** Something that a floor above shows on the desk's first page. Beans of this type are found by themselves; see {@code @Order}. */
public interface DeskPanel {

    /** Empty where there is nothing to show to that agent. */
    Optional<Content> of(Actor.Agent agent, Page page);
}
