package fr.traboule.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder of files to import: on disk, shipped in the program, or received. */
public final class ImportFolder {

    /** Where one file is, if it is there. */
    private interface Root {

        Resource resolve(String file);
    }

    private final Root root;

    private ImportFolder(Root root) {
        this.root = root;
    }

    public static ImportFolder shipped(String path) {
        return new ImportFolder(file -> new ClassPathResource(path + "/" + file));
    }

    public static ImportFolder on(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ImportProblem(folder.toString(), 0, "noFolder");
        }
        return new ImportFolder(file -> new FileSystemResource(folder.resolve(file)));
    }

    /** @param files their names and contents */
    static ImportFolder received(Map<String, byte[]> files) {
        var known = new HashMap<>(files);
        return new ImportFolder(file -> Optional.ofNullable(known.get(file))
                .<Resource>map(ByteArrayResource::new)
                .orElse(new ClassPathResource("no-such-file")));
    }

    /** The lines of a CSV file; none if there is no such file. */
    public List<Line> csv(String file) {
        return has(file) ? CsvLines.read(file, text(file)) : List.of();
    }

    /** The lines of those files of a kind of records that are there. */
    List<Line> lines(RecordFile file) {
        return file.files().stream()
                .filter(this::has)
                .flatMap(name -> FileText.lines(name, bytes(name)).stream())
                .map(line -> withPictures(file, line))
                .toList();
    }

    boolean holds(RecordFile file) {
        return file.files().stream().anyMatch(this::has);
    }

    /** A picture stands in a file of its own, beside. */
    private Line withPictures(RecordFile file, Line line) {
        var cells = new HashMap<>(line.cells());
        file.columns().stream()
                .filter(column -> column.kind() == Column.Kind.PICTURE)
                .map(Column::name)
                .filter(column -> !Picture.isOne(cells.getOrDefault(column, "")))
                .forEach(column -> cells.computeIfPresent(
                        column, (name, picture) -> picture.isBlank() ? "" : Picture.of(picture, bytes(picture))));
        return line.with(cells);
    }

    /** The whole text of a file that must be there. */
    public String text(String file) {
        return FileText.of(file, bytes(file));
    }

    private byte[] bytes(String file) {
        var resource = root.resolve(file);
        if (!resource.exists()) {
            throw new ImportProblem(file, 0, "noFile");
        }
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String file) {
        return root.resolve(file).exists();
    }
}
