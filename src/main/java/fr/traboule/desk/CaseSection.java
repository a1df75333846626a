package fr.traboule.desk;

import fr.traboule.requests.RequestSheet;
import fr.traboule.web.Page;
import gg.jte.Content;
import java.util.Optional;

/** Something that a floor above shows on the page of a request. Beans of this type are found by themselves; see {@code @Order}. */
public interface CaseSection {

    /** Empty where there is nothing to show for that request. */
    Optional<Content> of(RequestSheet request, Page page);
}
