package fr.traboule.requests;

import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StoredFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What everybody may see of the photos of a request: the copies that somebody made public, and nothing else. Nothing of a request
 * that is sensitive or archived, whatever was decided before.
 */
@Service
public class PublicPictures {

    private final JdbcPictures pictures;
    private final FileStore files;

    PublicPictures(JdbcPictures pictures, FileStore requestsFiles) {
        this.pictures = pictures;
        this.files = requestsFiles;
    }

    /**
     * A photo that is public.
     *
     * @param photo as it came, which is not public
     * @param copy of it
     */
    public record PublicPicture(FileId photo, FileId copy, boolean hidesParts, Instant since) {}

    public List<PublicPicture> of(RequestId request) {
        var shown = pictures.shown(request);
        var open = files.byIds(shown.stream().map(PublicPicture::copy).toList()).stream()
                .filter(copy -> copy.state().opens())
                .map(StoredFile::id)
                .collect(Collectors.toSet());
        return shown.stream().filter(picture -> open.contains(picture.copy())).toList();
    }

    /** The copy, a JPEG; better outside a transaction, as it may be in a bucket. */
    public Optional<byte[]> open(RequestId request, FileId photo) {
        return of(request).stream()
                .filter(picture -> picture.photo().equals(photo))
                .findFirst()
                .flatMap(picture -> files.read(picture.copy(), photo.value()))
                .flatMap(opening ->
                        opening instanceof FileStore.Content content ? Optional.of(content.bytes()) : Optional.empty());
    }
}
