package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.DrawPicture;
import fr.traboule.ground.files.DrawPicture.Area;
import fr.traboule.ground.files.DrawPicture.Detail;
import fr.traboule.ground.files.DrawPicture.Drawn;
import fr.traboule.ground.files.DrawPicture.Size;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StorageUnreachable;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.Picture.Decided;
import fr.traboule.web.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides what everybody may see of a photo that came with a request: whoever handles the request does, one photo at a time, and
 * nobody else sees any before. What is shown is a copy, drawn anew without what was hidden; the photo stays as it came. Deciding
 * again undoes what was decided. Photos are read and drawn outside of transactions: only what was decided is written in one.
 */
@Service
public class PreparePictures {

    private final Acts acts;
    private final Ledger ledger;
    private final ReadRequests read;
    private final JdbcPictures pictures;
    private final FileStore files;
    private final FileCheck fileCheck;
    private final DrawPicture drawPicture;
    private final TransactionTemplate transaction;

    PreparePictures(
            Acts acts,
            Ledger ledger,
            ReadRequests read,
            JdbcPictures pictures,
            FileStore requestsFiles,
            FileCheck fileCheck,
            DrawPicture drawPicture,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.ledger = ledger;
        this.read = read;
        this.pictures = pictures;
        this.files = requestsFiles;
        this.fileCheck = fileCheck;
        this.drawPicture = drawPicture;
        this.transaction = transaction;
    }

    /** Why no copy of a photo can be made. */
    public enum Obstacle {
        /** What the request is about is for the unit in charge only. */
        SENSITIVE,
        /** The antivirus has not looked at it, set it aside, or its bytes are not right. */
        CLOSED,
        OUT_OF_REACH,
        TOO_LARGE,
        NOT_READABLE
    }

    /** A photo, for whoever handles its request: with its size, or with what stands in the way. */
    public record Found(Request request, Picture picture, Optional<Size> size, Optional<Obstacle> obstacle) {}

    public sealed interface Outcome {}

    public record Done() implements Outcome {}

    public record ChangedMeanwhile() implements Outcome {}

    public record NotPossible(Obstacle obstacle) implements Outcome {}

    /** The photos that came with a request, for those who see it. */
    public List<Picture> of(Request request) {
        var decided = pictures.of(request.id());
        return files.of(request.id().value()).stream()
                .filter(Picture::isPhoto)
                .map(file -> new Picture(file, Optional.ofNullable(decided.get(file.id()))))
                .toList();
    }

    public Found find(Actor.Agent agent, RequestNumber number, FileId photo) {
        var request = acts.find(agent, number, RequestPermission.HANDLE);
        var picture = picture(request, photo);
        if (request.sensitive()) {
            return new Found(request, picture, Optional.empty(), Optional.of(Obstacle.SENSITIVE));
        }
        return switch (open(agent, request, photo)) {
            case FileStore.Content content -> found(request, picture, content);
            case FileStore.Closed closed -> new Found(request, picture, Optional.empty(), Optional.of(Obstacle.CLOSED));
            case FileStore.OutOfReach away ->
                new Found(request, picture, Optional.empty(), Optional.of(Obstacle.OUT_OF_REACH));
        };
    }

    private Found found(Request request, Picture picture, FileStore.Content content) {
        var size = drawPicture.size(content.file().mediaType(), content.bytes());
        var obstacle = size.isEmpty()
                ? Optional.of(Obstacle.NOT_READABLE)
                : size.filter(DrawPicture::isTooLarge).map(large -> Obstacle.TOO_LARGE);
        return new Found(request, picture, size, obstacle);
    }

    private Picture picture(Request request, FileId photo) {
        return of(request).stream()
                .filter(picture -> picture.file().id().equals(photo))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** It is in the log of accesses. */
    private FileStore.Opening open(Actor.Agent agent, Request request, FileId photo) {
        return read.file(agent, request.number(), photo).orElseThrow(NotFound::new);
    }

    /**
     * A part of a photo as it would be seen without what is hidden: a JPEG, small enough for a page.
     *
     * @param hidden squares, as a code
     * @param part of it that is looked at
     */
    public Optional<byte[]> look(
            Actor.Agent agent,
            RequestNumber number,
            FileId photo,
            String hidden,
            Function<HiddenSquares, Optional<Area>> part) {
        var request = acts.find(agent, number, RequestPermission.HANDLE);
        picture(request, photo);
        return !request.sensitive() && open(agent, request, photo) instanceof FileStore.Content content
                ? drawPicture
                        .size(content.file().mediaType(), content.bytes())
                        .flatMap(size -> HiddenSquares.of(hidden, size))
                        .flatMap(squares ->
                                part.apply(squares).map(wanted -> draw(content, wanted, squares.areas(), Detail.PAGE)))
                        .flatMap(drawn -> drawn instanceof Drawn shown ? Optional.of(shown.jpeg()) : Optional.empty())
                : Optional.empty();
    }

    private DrawPicture.Outcome draw(FileStore.Content content, Area part, List<Area> hidden, Detail detail) {
        return drawPicture.draw(content.file().mediaType(), content.bytes(), part, hidden, detail);
    }

    /** Everybody may see the photo, without the squares that are hidden. */
    public Outcome publish(Actor.Agent agent, Seen seen, FileId photo, HiddenSquares hidden) {
        var request = acts.find(agent, seen.number(), RequestPermission.HANDLE);
        picture(request, photo);
        if (request.version() != seen.version()) {
            return new ChangedMeanwhile();
        }
        if (request.sensitive()) {
            return new NotPossible(Obstacle.SENSITIVE);
        }
        return switch (open(agent, request, photo)) {
            case FileStore.Content content -> publish(agent, seen, content, hidden);
            case FileStore.Closed closed -> new NotPossible(Obstacle.CLOSED);
            case FileStore.OutOfReach away -> new NotPossible(Obstacle.OUT_OF_REACH);
        };
    }

    private Outcome publish(Actor.Agent agent, Seen seen, FileStore.Content content, HiddenSquares hidden) {
        return switch (draw(content, Area.WHOLE, hidden.areas(), Detail.COPY)) {
            case Drawn drawn -> keep(agent, seen, content.file().id(), drawn, hidden);
            case DrawPicture.TooLarge tooLarge -> new NotPossible(Obstacle.TOO_LARGE);
            case DrawPicture.NotReadable notReadable -> new NotPossible(Obstacle.NOT_READABLE);
        };
    }

    /** Stored first, like whatever somebody sends and with the same checks; where the decision then fails, the sweep takes it. */
    private Outcome keep(Actor.Agent agent, Seen seen, FileId photo, Drawn drawn, HiddenSquares hidden) {
        if (!(fileCheck.check(photo.value() + ".jpg", drawn.jpeg()) instanceof FileCheck.Accepted accepted)) {
            return new NotPossible(Obstacle.TOO_LARGE);
        }
        try {
            var copy = files.store(accepted, acts.now()).id();
            var decision = hidden.isNone() ? PictureDecision.AS_IS : PictureDecision.HIDDEN;
            return decide(agent, seen, photo, decision, Optional.empty(), Optional.of(copy), hidden.code());
        } catch (StorageUnreachable away) {
            return new NotPossible(Obstacle.OUT_OF_REACH);
        }
    }

    /** Nobody else sees the photo, and a copy that was public is no more. */
    public Outcome refuse(Actor.Agent agent, Seen seen, FileId photo, PictureReason reason) {
        return decide(agent, seen, photo, PictureDecision.REFUSED, Optional.of(reason), Optional.empty(), "");
    }

    private Outcome decide(
            Actor.Agent agent,
            Seen seen,
            FileId photo,
            PictureDecision decision,
            Optional<PictureReason> reason,
            Optional<FileId> copy,
            String squares) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var request = acts.find(agent, seen.number(), RequestPermission.HANDLE);
            var before = picture(request, photo);
            if (request.version() != seen.version()) {
                return new ChangedMeanwhile();
            }
            if (request.sensitive()) {
                return new NotPossible(Obstacle.SENSITIVE);
            }
            var at = acts.now();
            var details = new HashMap<String, String>();
            details.put("file", photo.value().toString());
            reason.ifPresent(why -> details.put("reason", why.code()));
            if (!ledger.change(request, request, fact(decision), at, agent, details)) {
                return new ChangedMeanwhile();
            }
            files.attach(copy.stream().toList(), photo.value());
            pictures.decide(request.id(), photo, new Decided(decision, reason, copy, squares, agent.account(), at));
            before.decided().flatMap(Decided::copy).ifPresent(former -> files.discard(List.of(former), photo.value()));
            return new Done();
        }));
    }

    private static FactKind fact(PictureDecision decision) {
        return switch (decision) {
            case AS_IS -> FactKind.PICTURE_SHOWN;
            case HIDDEN -> FactKind.PICTURE_SHOWN_IN_PART;
            case REFUSED -> FactKind.PICTURE_NOT_SHOWN;
        };
    }
}
