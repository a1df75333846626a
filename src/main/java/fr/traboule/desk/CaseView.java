package fr.traboule.desk;

import fr.traboule.city.Area;
import fr.traboule.requests.RequestSheet;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Words;
import java.util.List;
import java.util.Optional;

/**
 * A request as an agent sees it.
 *
 * @param title of its subject, where that is known
 * @param passedOnTo the administration that will do the work, where it is not the city
 * @param alsoClose areas whose edge is so near that it may be there
 * @param holder who has it in hand
 * @param late whether the promised day is over
 * @param mayHandle whether this agent may do more than read and note
 */
record CaseView(
        RequestSheet sheet,
        Optional<Words> title,
        Words unit,
        Optional<Words> passedOnTo,
        Optional<String> area,
        List<Area> alsoClose,
        Optional<String> holder,
        boolean late,
        boolean mayHandle,
        List<TimelineEntry> story) {}
