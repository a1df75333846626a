package fr.traboule.residents;

import fr.traboule.web.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A record as it is first kept: at least one thing by which to find the person, and a way to answer that can be gone.
 *
 * @param id made by whoever keeps it: sent twice, it is one record
 * @param details the first of each kind is its main one
 */
public record NewResident(
        ResidentId id,
        Grounds grounds,
        List<Detail> details,
        AnswerWay way,
        Language language,
        Needs needs,
        Optional<Representative> representative) {

    /** More of them are no person's. */
    static final int MOST_DETAILS = 40;

    public NewResident {
        if (details.isEmpty() || details.size() > MOST_DETAILS) {
            throw new IllegalArgumentException("A record is of somebody who can be found again");
        }
        if (!Reach.isPossible(way, details)) {
            throw new IllegalArgumentException("Nobody can be answered by " + way + " without what it needs");
        }
        var seen = EnumSet.noneOf(DetailKind.class);
        details = details.stream()
                .map(detail -> detail.asMain(seen.add(detail.kind())))
                .toList();
    }
}
