package fr.traboule.steering;

import fr.traboule.requests.TeamFigures.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a team stands, as its page shows it.
 *
 * @param address of the list of all
 */
record TeamView(Figures all, String address, int medianDays, List<Block> blocks) {

    /** Rows of a table beyond which nobody reads on. */
    static final int MOST_ROWS = 40;

    /**
     * The same by unit, by person or by subject; those with most first.
     *
     * @param code in the keys of its texts
     */
    record Block(String code, List<Row> rows) {

        Block {
            rows = rows.stream()
                    .filter(row -> row.figures().open() > 0)
                    .sorted(Comparator.comparingInt((Row row) -> row.figures().open())
                            .reversed()
                            .thenComparing(Row::label))
                    .limit(MOST_ROWS)
                    .toList();
        }
    }

    /**
     * One of them.
     *
     * @param filter of the queue that leaves these requests
     * @param more parts of the queue can be combined with it
     */
    record Row(String label, Figures figures, String filter, boolean more) {

        String open() {
            return "/agents?" + filter;
        }

        Optional<String> part(String view) {
            return more ? Optional.of("/agents?vue=" + view + "&" + filter) : Optional.empty();
        }
    }
}
