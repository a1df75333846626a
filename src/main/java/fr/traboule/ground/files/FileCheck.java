package fr.traboule.ground.files;

import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Says whether a file may come in, from what it really is: its name and what the browser says of it prove nothing. Of a
 * picture, only what it shows is kept. Archives do not come in at all, and nothing is ever
 * unfolded here: neither pages of a PDF nor notes of a picture.
 */
@Component
public class FileCheck {

    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;
    private static final Set<String> ACCEPTED =
            Set.of("image/jpeg", "image/png", "image/webp", "application/pdf", "text/plain");

    private static final Set<String> OF_PHONES =
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif");

    private final Tika tika = new Tika();

    /** The answer about a file. */
    public sealed interface Outcome {}

    /** @param content what is to be kept: of a picture, what it shows and nothing else */
    @SuppressWarnings("ArrayRecordComponent")
    public record Accepted(String name, String mediaType, byte[] content) implements Outcome {}

    public record Empty() implements Outcome {}

    public record TooLarge() implements Outcome {}

    public record WrongType() implements Outcome {}

    /** A photo as telephones keep it for themselves (HEIC), which they can send as JPEG. */
    public record PhonePhoto() implements Outcome {}

    /** A picture that cannot be shown, or that unfolds into far more than it should. */
    public record Damaged() implements Outcome {}

    public Outcome check(String name, byte[] content) {
        if (content.length == 0) {
            return new Empty();
        }
        if (content.length > LARGEST) {
            return new TooLarge();
        }
        var mediaType = tika.detect(content);
        if (OF_PHONES.contains(mediaType)) {
            return new PhonePhoto();
        }
        if (!ACCEPTED.contains(mediaType)) {
            return new WrongType();
        }
        return mediaType.startsWith("image/")
                ? CleanPicture.of(mediaType, content)
                        .<Outcome>map(clean -> new Accepted(safe(name), mediaType, clean))
                        .orElseGet(Damaged::new)
                : new Accepted(safe(name), mediaType, content);
    }

    /** A name that may be shown and kept: the last part of the path, without control or direction-changing signs, not too long. */
    public static String safe(String name) {
        var base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = base.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        if (clean.isEmpty()) {
            return "fichier";
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }
}
