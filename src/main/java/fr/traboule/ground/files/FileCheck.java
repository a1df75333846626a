package fr.traboule.ground.files;

import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Says whether a file may come in, from what it really is: its name and what the browser says of it prove nothing. */
@Component
public class FileCheck {

    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;
    private static final Set<String> ACCEPTED =
            Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf", "text/plain");

    private final Tika tika = new Tika();

    /** The answer about a file. */
    public sealed interface Outcome {}

    public record Accepted(String name, String mediaType) implements Outcome {}

    public record Empty() implements Outcome {}

    public record TooLarge() implements Outcome {}

    public record WrongType() implements Outcome {}

    public Outcome check(String name, byte[] content) {
        if (content.length == 0) {
            return new Empty();
        }
        if (content.length > LARGEST) {
            return new TooLarge();
        }
        var mediaType = tika.detect(content);
        return ACCEPTED.contains(mediaType) ? new Accepted(safe(name), mediaType) : new WrongType();
    }

    /** The last part of the path, without control or direction-changing characters, not too long. */
    private static String safe(String name) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = base.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        if (clean.isEmpty()) {
            return "fichier";
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }
}
