package fr.traboule.records;

import java.util.Base64;
import java.util.Set;
import org.apache.tika.Tika;

/** A small picture in a cell, as a {@code data:} address. */
public final class Picture {

    /** In bytes. */
    public static final int LARGEST = 100_000;

    private static final String BASE_64 = ";base64,";
    private static final Set<String> TAKEN = Set.of("image/png", "image/svg+xml");

    private Picture() {}

    static boolean isOne(String cell) {
        return cell.startsWith("data:");
    }

    /** @throws ImportProblem unless it is a PNG or an SVG of a reasonable size */
    public static String of(String file, byte[] content) {
        var type = new Tika().detect(content);
        if (content.length > LARGEST || !TAKEN.contains(type)) {
            throw new ImportProblem(file, 0, "noPicture", LARGEST);
        }
        return "data:" + type + BASE_64 + Base64.getEncoder().encodeToString(content);
    }

    /** Of a cell, wherever it came from. @throws ImportProblem as {@link #of} does */
    public static byte[] bytes(Line line, String column) {
        var cell = line.large(column).orElseThrow();
        try {
            var content = Base64.getDecoder().decode(cell.substring(cell.indexOf(BASE_64) + BASE_64.length()));
            of(line.file(), content);
            return content;
        } catch (IllegalArgumentException | ImportProblem e) {
            throw line.wrong(column, "noPicture", LARGEST);
        }
    }

    static String ending(String cell) {
        return cell.startsWith("data:image/png") ? ".png" : ".svg";
    }

    static byte[] bytes(String cell) {
        return Base64.getDecoder().decode(cell.substring(cell.indexOf(BASE_64) + BASE_64.length()));
    }
}
