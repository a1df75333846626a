package fr.traboule.ground.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder of files to import, on disk or shipped in the program. CSV files follow RFC 4180 and have a header line. */
public final class ImportFolder {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    /** Lines with too few or too many cells are refused by {@link Line}, which knows their number. */
    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder()
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE);

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

    /**
     * The lines of a CSV file; none if there is no such file.
     *
     * @param key columns that together name a line: no two lines have the same there
     */
    public List<Line> csv(String file, String... key) {
        if (!has(file)) {
            return List.of();
        }
        var text = text(file);
        if (text.isBlank()) {
            throw new ImportProblem(file, 1, "this file is empty: its first line names its columns");
        }
        try (var records = CSV.ofNamedCsvRecord(text)) {
            var lines = records.stream().map(row -> Line.of(file, row)).toList();
            refuseDoubles(lines, key);
            return lines;
        } catch (CsvParseException e) {
            throw new ImportProblem(file, lineIn(e), "this is not a CSV file (%s)".formatted(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseDoubles(List<Line> lines, String... key) {
        var seen = new HashSet<List<String>>();
        for (var line : lines) {
            var cells = Arrays.stream(key).map(line::required).toList();
            if (key.length > 0 && !seen.add(cells)) {
                throw line.wrong(key[0], "is there twice");
            }
        }
    }

    /** The reader tells the line in its message only. */
    private static long lineIn(CsvParseException e) {
        var line = LINE.matcher(String.valueOf(e.getMessage()));
        return line.find() ? Long.parseLong(line.group(1)) : 1;
    }

    /** The whole text of a file that must be there, in UTF-8, with or without a byte order mark. */
    public String text(String file) {
        var bytes = ByteBuffer.wrap(bytes(file));
        try {
            var text = UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            var line = IntStream.range(0, bytes.position())
                            .filter(at -> bytes.get(at) == '\n')
                            .count()
                    + 1;
            throw new ImportProblem(file, line, "this is not UTF-8: save the file as UTF-8");
        }
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
