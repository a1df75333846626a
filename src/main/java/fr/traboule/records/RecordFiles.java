package fr.traboule.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of records of the city, whichever module keeps them, in the order in which they are written. */
@Component
public class RecordFiles {

    private final List<RecordFile> files;

    RecordFiles(List<RecordFile> files) {
        this.files = List.copyOf(files);
    }

    public List<RecordFile> all() {
        return files;
    }

    /** Those that the city's folder holds. */
    List<RecordFile> inFolder() {
        return files.stream().filter(RecordFile::isInFolder).toList();
    }

    public Optional<RecordFile> byName(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    RecordFile named(String name) {
        return byName(name).orElseThrow(() -> new IllegalStateException("No records named " + name));
    }

    /** All entries of a kind, by their key. */
    public static Map<String, Entry> read(RecordFile file) {
        return file.read().stream()
                .collect(Collectors.toMap(
                        entry -> entry.key(file.key()), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
