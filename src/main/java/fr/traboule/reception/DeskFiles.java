package fr.traboule.reception;

import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StorageUnreachable;
import fr.traboule.ground.files.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** What somebody shows at the counter: photos and papers, stored first, then attached with the request. */
@Component
class DeskFiles {

    private final FileCheck fileCheck;
    private final FileStore files;
    private final Clock clock;

    DeskFiles(FileCheck fileCheck, FileStore requestsFiles, Clock clock) {
        this.fileCheck = fileCheck;
        this.files = requestsFiles;
        this.clock = clock;
    }

    /** Those that can be kept; of the others it is said why not. */
    List<FileId> store(NewRequestForm form, int already, Errors errors) {
        var stored = new ArrayList<FileId>();
        for (var chosen : form.chosen()) {
            if (already + stored.size() >= Draft.MOST_FILES) {
                errors.rejectValue("files", "reception.new.files.tooMany", new Object[] {Draft.MOST_FILES}, "");
                break;
            }
            store(chosen, errors).ifPresent(stored::add);
        }
        return stored;
    }

    List<StoredFile> of(Draft draft) {
        return files.byIds(draft.files());
    }

    private Optional<FileId> store(MultipartFile chosen, Errors errors) {
        var name =
                FileCheck.safe(Optional.ofNullable(chosen.getOriginalFilename()).orElse(""));
        return switch (fileCheck.check(name, bytes(chosen))) {
            case FileCheck.Accepted accepted -> store(accepted, errors);
            case FileCheck.Empty empty -> refuse(errors, "reception.new.files.empty", name);
            case FileCheck.TooLarge tooLarge -> refuse(errors, "reception.new.files.tooLarge", name);
            case FileCheck.Damaged damaged -> refuse(errors, "reception.new.files.damaged", name);
            case FileCheck.PhonePhoto phonePhoto -> refuse(errors, "reception.new.files.phonePhoto", name);
            case FileCheck.WrongType wrongType -> refuse(errors, "reception.new.files.wrongType", name);
        };
    }

    private Optional<FileId> store(FileCheck.Accepted accepted, Errors errors) {
        try {
            return Optional.of(files.store(accepted, clock.instant()).id());
        } catch (StorageUnreachable away) {
            return refuse(errors, "reception.new.files.unreachable", accepted.name());
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
