package fr.traboule.requests;

import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StorageUnreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes photos and papers that a form brings, at whichever door: what can be kept is stored first, to be attached by the act
 * that follows; of all else it is said why not, and how to mend it.
 */
@Component
public class TakeFiles {

    private final FileCheck fileCheck;
    private final FileStore files;
    private final Clock clock;

    TakeFiles(FileCheck fileCheck, FileStore requestsFiles, Clock clock) {
        this.fileCheck = fileCheck;
        this.files = requestsFiles;
        this.clock = clock;
    }

    /** Those of a form's field that are there: a browser sends an empty part where nothing was chosen. */
    public static List<MultipartFile> chosen(@Nullable List<MultipartFile> field) {
        return Optional.ofNullable(field).orElse(List.of()).stream()
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty())
                .toList();
    }

    /**
     * Stores those that can be kept.
     *
     * @param room how many may still come
     * @param most told to whoever brings more
     * @param errors with the field « files », where it is said what cannot be kept
     */
    public List<FileId> take(List<MultipartFile> chosen, int room, int most, Errors errors) {
        var stored = new ArrayList<FileId>();
        for (var file : chosen) {
            if (stored.size() >= room) {
                errors.rejectValue("files", "requests.files.tooMany", new Object[] {most}, "");
                break;
            }
            take(file, errors).ifPresent(stored::add);
        }
        return stored;
    }

    private Optional<FileId> take(MultipartFile chosen, Errors errors) {
        var name =
                FileCheck.safe(Optional.ofNullable(chosen.getOriginalFilename()).orElse(""));
        return switch (fileCheck.check(name, bytes(chosen))) {
            case FileCheck.Accepted accepted -> store(accepted, errors);
            case FileCheck.Empty empty -> refuse(errors, "requests.files.empty", name);
            case FileCheck.TooLarge tooLarge -> refuse(errors, "requests.files.tooLarge", name);
            case FileCheck.Damaged damaged -> refuse(errors, "requests.files.damaged", name);
            case FileCheck.PhonePhoto phonePhoto -> refuse(errors, "requests.files.phonePhoto", name);
            case FileCheck.WrongType wrongType -> refuse(errors, "requests.files.wrongType", name);
        };
    }

    /** Where the files cannot be kept now, the person is told and all else stays as it was. */
    private Optional<FileId> store(FileCheck.Accepted accepted, Errors errors) {
        try {
            return Optional.of(files.store(accepted, clock.instant()).id());
        } catch (StorageUnreachable away) {
            return refuse(errors, "requests.files.unreachable", accepted.name());
        }
    }

    private static Optional<FileId> refuse(Errors errors, String key, String name) {
        errors.rejectValue("files", key, new Object[] {name}, "");
        return Optional.empty();
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
