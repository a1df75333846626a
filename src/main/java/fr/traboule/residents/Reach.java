package fr.traboule.residents;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What each way to answer needs. */
final class Reach {

    private Reach() {}

    static List<DetailKind> needed(AnswerWay way) {
        return switch (way) {
            case EMAIL -> List.of(DetailKind.EMAIL);
            case PHONE -> List.of(DetailKind.PHONE);
            case LETTER -> List.of(DetailKind.NAME, DetailKind.ADDRESS);
            case NONE -> List.of();
        };
    }

    static Optional<DetailKind> missing(AnswerWay way, Collection<Detail> details) {
        return needed(way).stream()
                .filter(kind -> details.stream().noneMatch(detail -> detail.kind() == kind))
                .findFirst();
    }

    static boolean isPossible(AnswerWay way, Collection<Detail> details) {
        return missing(way, details).isEmpty();
    }
}
