package fr.traboule.paper;

import fr.traboule.web.DateFields;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Scanned letters that an agent brings in.
 *
 * @param key made with the page: an empty file sent twice by the same page is one
 * @param unit code of the agent's unit, where they work in several
 */
record LettersForm(
        @Nullable UUID key,
        @Nullable List<MultipartFile> files,
        @Nullable DateFields stampedOn,
        @Nullable String unit) {

    static LettersForm on(LocalDate today) {
        return new LettersForm(LetterId.next().value(), null, DateFields.of(today), null);
    }

    /** A browser sends an empty part where nothing was chosen. */
    List<MultipartFile> chosen() {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.getOriginalFilename() != null
                                && !file.getOriginalFilename().isEmpty())
                        .toList();
    }
}
