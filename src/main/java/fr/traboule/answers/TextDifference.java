package fr.traboule.answers;

import java.util.ArrayList;
import java.util.List;

/** What became of each line of a text. */
record TextDifference(List<Part> parts) {

    /** Beyond these, lines are not compared one by one. */
    private static final int MOST_LINES = 300;

    enum What {
        SAME,
        GONE,
        NEW
    }

    record Part(What what, String line) {}

    static TextDifference between(String before, String after) {
        var old = before.lines().toList();
        var now = after.lines().toList();
        if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
            return new TextDifference(List.of(new Part(What.GONE, before), new Part(What.NEW, after)));
        }
        return new TextDifference(walk(old, now, common(old, now)));
    }

    /** How many lines both have in common from each pair of lines on. */
    private static int[][] common(List<String> old, List<String> now) {
        var common = new int[old.size() + 1][now.size() + 1];
        for (var i = old.size() - 1; i >= 0; i--) {
            for (var j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Part> walk(List<String> old, List<String> now, int[][] common) {
        var parts = new ArrayList<Part>();
        var i = 0;
        var j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                parts.add(new Part(What.SAME, old.get(i++)));
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                parts.add(new Part(What.GONE, old.get(i++)));
            } else {
                parts.add(new Part(What.NEW, now.get(j++)));
            }
        }
        return List.copyOf(parts);
    }

    boolean isNone() {
        return parts.stream().allMatch(part -> part.what() == What.SAME);
    }
}
