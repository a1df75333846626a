package fr.traboule.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the city as the files of its folder: read back, they make the same city. */
@Service
public class ExportFolder {

    private static final int PAGE = 5_000;

    private final RecordFiles files;
    private final Permissions permissions;
    private final JsonMapper json;

    ExportFolder(RecordFiles files, Permissions permissions, JsonMapper json) {
        this.files = files;
        this.permissions = permissions;
        this.json = json;
    }

    /** How many lines there are to write of what may be many. */
    public long size(Actor actor) {
        permissions.require(actor, RecordsPermission.CHANGE);
        return files.inFolder().stream()
                .filter(RecordFile::isLarge)
                .mapToLong(RecordFile::count)
                .sum();
    }

    /** All files at one moment, in a ZIP archive. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Actor actor, OutputStream output) {
        write(actor, output, told -> {});
    }

    /**
     * As above.
     *
     * @param told how many lines of what may be many are done, as it goes
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Actor actor, OutputStream output, LongConsumer told) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var done = 0L;
        try (var zip = new ZipOutputStream(output, UTF_8)) {
            for (var file : files.inFolder()) {
                if (file.isLarge()) {
                    done = writeLarge(file, zip, done, told);
                    continue;
                }
                for (var written : contents(file).entrySet()) {
                    zip.putNextEntry(new ZipEntry(written.getKey()));
                    zip.write(written.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page at a time: they need not all be in memory. */
    private static long writeLarge(RecordFile file, ZipOutputStream zip, long before, LongConsumer told)
            throws IOException {
        var columns = file.columns().stream().map(Column::name).toList();
        zip.putNextEntry(new ZipEntry(file.name() + ".csv"));
        zip.write(csv(List.of(columns)).getBytes(UTF_8));
        var done = before;
        var entries = file.page("", "", PAGE);
        while (!entries.isEmpty()) {
            zip.write(csv(cells(columns, entries)).getBytes(UTF_8));
            done += entries.size();
            told.accept(done);
            entries = file.page("", entries.getLast().key(file.key()), PAGE);
        }
        zip.closeEntry();
        return done;
    }

    private Map<String, byte[]> contents(RecordFile file) {
        var entries = file.read();
        if (has(file, Column.Kind.OUTLINE)) {
            return maps(file, entries);
        }
        return file.key().isEmpty()
                ? single(file, entries)
                : Map.of(file.name() + ".csv", csv(file, entries).getBytes(UTF_8));
    }

    private static boolean has(RecordFile file, Column.Kind kind) {
        return file.columns().stream().anyMatch(column -> column.kind() == kind);
    }

    private static String csv(RecordFile file, List<Entry> entries) {
        var columns = file.columns().stream().map(Column::name).toList();
        return csv(List.of(columns)) + csv(cells(columns, entries));
    }

    private static List<List<String>> cells(List<String> columns, List<Entry> entries) {
        return entries.stream()
                .map(entry -> columns.stream().map(entry::cell).toList())
                .toList();
    }

    private static String csv(List<List<String>> lines) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** One record as an object, its pictures in files of their own. */
    private Map<String, byte[]> single(RecordFile file, List<Entry> entries) {
        var written = new LinkedHashMap<String, byte[]>();
        for (var entry : entries) {
            var object = json.createObjectNode();
            for (var column : file.columns()) {
                var cell = entry.cell(column.name());
                if (column.kind() == Column.Kind.PICTURE && !cell.isEmpty()) {
                    var picture = column.name() + Picture.ending(cell);
                    written.put(picture, Picture.bytes(cell));
                    object.put(column.name(), picture);
                } else if (column.kind() == Column.Kind.LANGUAGES) {
                    var list = object.putArray(column.name());
                    List.of(cell.split(" ")).forEach(list::add);
                } else {
                    object.put(column.name(), cell);
                }
            }
            written.put(file.files().get(1), pretty(object));
        }
        return written;
    }

    /** GeoJSON (RFC 7946): one file for each level, largest areas first. */
    private Map<String, byte[]> maps(RecordFile file, List<Entry> entries) {
        var level = file.columns().get(1);
        var written = new LinkedHashMap<String, byte[]>();
        for (var at = 0; at < level.choices().size(); at++) {
            var collection = json.createObjectNode().put("type", "FeatureCollection");
            var features = collection.putArray("features");
            var code = level.choices().get(at);
            entries.stream()
                    .filter(entry -> entry.cell(level.name()).equals(code))
                    .map(entry -> feature(file, entry))
                    .forEach(features::add);
            if (!features.isEmpty()) {
                written.put(file.files().get(at), pretty(collection));
            }
        }
        return written;
    }

    private ObjectNode feature(RecordFile file, Entry entry) {
        var feature = json.createObjectNode().put("type", "Feature");
        var properties = feature.putObject("properties");
        for (var column : file.columns()) {
            if (column.kind() == Column.Kind.OUTLINE) {
                feature.set("geometry", json.readTree(entry.cell(column.name())));
            } else {
                properties.put(column.name(), entry.cell(column.name()));
            }
        }
        return feature;
    }

    private byte[] pretty(JsonNode node) {
        return (json.writeValueAsString(node) + "\n").getBytes(UTF_8);
    }
}
