package fr.traboule.city;

import fr.traboule.calendar.OpenSpan;
import fr.traboule.calendar.OpenStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A place with what time says of it.
 *
 * @param week this week's days, of hours that may not be confirmed
 * @param closures those that are not over
 */
record PlaceView(
        Place place,
        Optional<Area> area,
        OpenStatus status,
        Optional<SequencedMap<LocalDate, List<OpenSpan>>> week,
        List<ExceptionalClosure> closures) {}
