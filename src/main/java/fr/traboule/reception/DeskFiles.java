package fr.traboule.reception;

import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StoredFile;
import fr.traboule.requests.TakeFiles;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What somebody shows at the counter: photos and papers, stored first, then attached with the request. */
@Component
class DeskFiles {

    private final TakeFiles takeFiles;
    private final FileStore files;

    DeskFiles(TakeFiles takeFiles, FileStore requestsFiles) {
        this.takeFiles = takeFiles;
        this.files = requestsFiles;
    }

    /** Those that can be kept; of the others it is said why not. */
    List<FileId> store(NewRequestForm form, int already, Errors errors) {
        return takeFiles.take(form.chosen(), Draft.MOST_FILES - already, Draft.MOST_FILES, errors);
    }

    List<StoredFile> of(Draft draft) {
        return files.byIds(draft.files());
    }
}
