package fr.traboule.ground.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder of files to import, on disk or shipped in the program. CSV files follow RFC 4180 and have a header line. */
public final class ImportFolder {

    private final Resource root;

    private ImportFolder(Resource root) {
        this.root = root;
    }

    public static ImportFolder shipped(String path) {
        return new ImportFolder(new ClassPathResource(path + "/"));
    }

    public static ImportFolder on(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ImportProblem(folder.toString(), 0, "there is no such folder");
        }
        return new ImportFolder(new FileSystemResource(folder.toString() + "/"));
    }

    /** The lines of a CSV file; none if there is no such file. */
    public List<Line> csv(String file) {
        var resource = resolve(file);
        if (!resource.exists()) {
            return List.of();
        }
        try (var records = CsvReader.builder().ofNamedCsvRecord(resource.getInputStream(), UTF_8)) {
            return records.stream().map(row -> new Line(file, row)).toList();
        } catch (CsvParseException e) {
            throw new ImportProblem(file, 0, "this is not a CSV file (%s)".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole text of a file that must be there. */
    public String text(String file) {
        return new String(bytes(file), UTF_8);
    }

    /** The whole content of a file that must be there. */
    public byte[] bytes(String file) {
        var resource = resolve(file);
        if (!resource.exists()) {
            throw new ImportProblem(file, 0, "this file is missing");
        }
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String file) {
        return resolve(file).exists();
    }

    private Resource resolve(String file) {
        try {
            return root.createRelative(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
