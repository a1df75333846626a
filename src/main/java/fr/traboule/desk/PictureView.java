package fr.traboule.desk;

import fr.traboule.requests.HiddenSquares;
import fr.traboule.requests.HiddenSquares.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a photo an agent looks at, under a grid of squares: all of it, or an eighth at the closest. The squares have names, as on
 * a map of streets: B3 is the second of the third row.
 *
 * @param rows of squares, as many as the whole photo has
 * @param side of a square, in small ones
 * @param left in small squares of the photo
 */
record PictureView(int rows, int side, int left, int top) {

    private static final Pattern CODE = Pattern.compile("(\\d)-(\\d{1,3})-(\\d{1,3})");
    private static final Pattern NAME = Pattern.compile("([A-J])(\\d{1,2})(?:[-:]([A-J])(\\d{1,2}))?");

    static PictureView whole(HiddenSquares squares) {
        return new PictureView(squares.rows(), HiddenSquares.SMALL, 0, 0);
    }

    /** As written by {@link #code}; empty where that is nowhere in the photo. */
    static Optional<PictureView> of(String code, HiddenSquares squares) {
        var parts = CODE.matcher(code);
        return parts.matches()
                ? Optional.of(new PictureView(
                                squares.rows(), number(parts.group(1)), number(parts.group(2)), number(parts.group(3))))
                        .filter(PictureView::isInside)
                : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private boolean isInside() {
        return (side == 1 || side == 2 || side == 4 || side == HiddenSquares.SMALL)
                && left + width(side) <= width(HiddenSquares.SMALL)
                && top + height(side) <= height(HiddenSquares.SMALL);
    }

    String code() {
        return side + "-" + left + "-" + top;
    }

    boolean isWhole() {
        return side == HiddenSquares.SMALL;
    }

    int squares() {
        return HiddenSquares.COLUMNS * rows;
    }

    static char letter(int column) {
        return (char) ('A' + column);
    }

    Block square(int index) {
        return square(index % HiddenSquares.COLUMNS, index / HiddenSquares.COLUMNS);
    }

    private Block square(int column, int row) {
        return new Block(left + column * side, top + row * side, side, side);
    }

    Block all() {
        return new Block(left, top, width(side), height(side));
    }

    /** The closest look at all of that. */
    PictureView around(Block wanted) {
        var closer = 1;
        while (closer < HiddenSquares.SMALL && (width(closer) < wanted.width() || height(closer) < wanted.height())) {
            closer *= 2;
        }
        return new PictureView(
                rows,
                closer,
                within(wanted.left() + wanted.width() / 2, width(closer), width(HiddenSquares.SMALL)),
                within(wanted.top() + wanted.height() / 2, height(closer), height(HiddenSquares.SMALL)));
    }

    private static int within(int middle, int length, int whole) {
        return Math.clamp(middle - length / 2L, 0, whole - length);
    }

    private static int width(int side) {
        return HiddenSquares.COLUMNS * side;
    }

    private int height(int side) {
        return rows * side;
    }

    /** Squares by their names, such as « B3, D5-F8 »; empty where one is none of them. */
    Optional<List<Block>> named(String names) {
        var blocks = new ArrayList<Block>();
        for (var name : names.toUpperCase(Locale.ROOT)
                .replaceAll("\\s*[-:–]\\s*", "-")
                .strip()
                .split("[\\s,;]+")) {
            var parts = NAME.matcher(name);
            if (!parts.matches()) {
                return Optional.empty();
            }
            var from = corner(parts.group(1), parts.group(2));
            var to = parts.group(3) == null ? from : corner(parts.group(3), parts.group(4));
            if (from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            Block.around(List.of(from.get(), to.get())).ifPresent(blocks::add);
        }
        return Optional.of(blocks);
    }

    private Optional<Block> corner(String letter, String number) {
        var row = number(number) - 1;
        return row >= 0 && row < rows ? Optional.of(square(letter.charAt(0) - 'A', row)) : Optional.empty();
    }
}
