package fr.traboule.requests;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.StoredFile;
import java.time.Instant;
import java.util.Optional;

/** A photo that came with a request, and what was decided about it, if anybody looked at it. */
public record Picture(StoredFile file, Optional<Decided> decided) {

    /**
     * What somebody decided.
     *
     * @param copy what everybody may see
     * @param squares code of what is hidden in it
     */
    public record Decided(
            PictureDecision decision,
            Optional<PictureReason> reason,
            Optional<FileId> copy,
            String squares,
            AccountId by,
            Instant at) {}

    static boolean isPhoto(StoredFile file) {
        return file.mediaType().startsWith("image/");
    }

    public boolean isPublic() {
        return decided.map(Decided::decision).filter(PictureDecision::isPublic).isPresent();
    }
}
