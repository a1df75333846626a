package fr.traboule.requests;

import fr.traboule.ground.files.DrawPicture.Area;
import fr.traboule.ground.files.DrawPicture.Size;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which squares of a photo are hidden. Ten of them stand side by side, as many below each other as its shape asks for, and each has
 * eight by eight small ones: few enough to hide a crowd, small enough to hide one plate.
 */
public final class HiddenSquares {

    public static final int COLUMNS = 10;

    /** Small squares along the side of a square. */
    public static final int SMALL = 8;

    private static final int ACROSS = COLUMNS * SMALL;
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_ROWS = 24;
    private static final int LONGEST_CODE = (ACROSS * MOST_ROWS * SMALL / 8) * 4 / 3 + 4;

    private final int rows;
    private final BitSet hidden;

    private HiddenSquares(int rows, BitSet hidden) {
        this.rows = rows;
        this.hidden = hidden;
    }

    /** Some small squares that make a rectangle. */
    public record Block(int left, int top, int width, int height) {

        public int right() {
            return left + width;
        }

        public int bottom() {
            return top + height;
        }

        /** The smallest that has all of them. */
        public static Optional<Block> around(List<Block> blocks) {
            return blocks.stream().reduce((one, other) -> {
                var left = Math.min(one.left, other.left);
                var top = Math.min(one.top, other.top);
                return new Block(
                        left,
                        top,
                        Math.max(one.right(), other.right()) - left,
                        Math.max(one.bottom(), other.bottom()) - top);
            });
        }
    }

    /** Nothing of a photo of that size. */
    public static HiddenSquares none(Size size) {
        var rows = Math.round((float) COLUMNS * size.height() / size.width());
        return new HiddenSquares(Math.clamp(rows, FEWEST_ROWS, MOST_ROWS), new BitSet());
    }

    /** As written by {@link #code}; empty where that makes no sense for a photo of that size. */
    public static Optional<HiddenSquares> of(String code, Size size) {
        if (code.length() > LONGEST_CODE) {
            return Optional.empty();
        }
        try {
            var rows = none(size).rows;
            var hidden = BitSet.valueOf(Base64.getUrlDecoder().decode(code));
            return hidden.length() <= ACROSS * rows * SMALL
                    ? Optional.of(new HiddenSquares(rows, hidden))
                    : Optional.empty();
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }

    /** For an address or a form. */
    public String code() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hidden.toByteArray());
    }

    public int rows() {
        return rows;
    }

    public boolean isNone() {
        return hidden.isEmpty();
    }

    /** Whether all of it is hidden. */
    public boolean hides(Block block) {
        for (var row = block.top(); row < block.bottom(); row++) {
            if (hidden.nextClearBit(row * ACROSS + block.left()) < row * ACROSS + block.right()) {
                return false;
            }
        }
        return true;
    }

    public HiddenSquares with(List<Block> blocks) {
        return changed(blocks, true);
    }

    public HiddenSquares without(List<Block> blocks) {
        return changed(blocks, false);
    }

    private HiddenSquares changed(List<Block> blocks, boolean hide) {
        var changed = (BitSet) hidden.clone();
        for (var block : blocks) {
            requireInside(block);
            for (var row = block.top(); row < block.bottom(); row++) {
                changed.set(row * ACROSS + block.left(), row * ACROSS + block.right(), hide);
            }
        }
        return new HiddenSquares(rows, changed);
    }

    private void requireInside(Block block) {
        if (block.left() < 0 || block.top() < 0 || block.right() > ACROSS || block.bottom() > rows * SMALL) {
            throw new IllegalArgumentException("Outside of the photo: " + block);
        }
    }

    /** Where a rectangle of small squares is in the photo. */
    public Area area(Block block) {
        var down = (double) rows * SMALL;
        return new Area(
                block.left() / (double) ACROSS,
                block.top() / down,
                block.width() / (double) ACROSS,
                block.height() / down);
    }

    /** What is hidden, row by row. */
    public List<Area> areas() {
        var areas = new ArrayList<Area>();
        for (var row = 0; row < rows * SMALL; row++) {
            var end = (row + 1) * ACROSS;
            for (var from = hidden.nextSetBit(row * ACROSS); from >= 0 && from < end; ) {
                var to = Math.min(hidden.nextClearBit(from), end);
                areas.add(area(new Block(from - row * ACROSS, row, to - from, 1)));
                from = hidden.nextSetBit(to);
            }
        }
        return areas;
    }
}
