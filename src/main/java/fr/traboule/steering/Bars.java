package fr.traboule.steering;

import java.util.ArrayList;
import java.util.List;

/** A picture of the first rows of a block: a bar for each, its late part hatched, the number behind it. */
record Bars(List<Bar> bars, int height) {

    static final int WIDTH = 320;
    static final int THICKNESS = 14;
    private static final int MOST = 10;
    private static final int STEP = 44;
    private static final int LONGEST_BAR = 270;
    private static final int LONGEST_LABEL = 42;

    /**
     * One bar.
     *
     * @param top where its words stand
     * @param late how wide its hatched part is
     */
    record Bar(String label, int top, int width, int late, int open) {}

    static Bars of(TeamView.Block block) {
        var rows = block.rows().stream().limit(MOST).toList();
        var most = rows.stream().mapToInt(row -> row.figures().open()).max().orElse(1);
        var bars = new ArrayList<Bar>();
        for (var row : rows) {
            var figures = row.figures();
            bars.add(new Bar(
                    shortened(row.label()),
                    bars.size() * STEP,
                    wide(figures.open(), most),
                    wide(figures.late(), most),
                    figures.open()));
        }
        return new Bars(List.copyOf(bars), bars.size() * STEP);
    }

    boolean someAreLate() {
        return bars.stream().anyMatch(bar -> bar.late() > 0);
    }

    /** Something is to be seen of whatever there is. */
    private static int wide(int count, int most) {
        return count == 0 ? 0 : Math.max(2, (int) ((long) LONGEST_BAR * count / most));
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
