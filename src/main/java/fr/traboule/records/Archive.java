package fr.traboule.records;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** The files of a ZIP archive, as long as it stays within reason. */
final class Archive {

    private static final int MOST_FILES = 100;
    /** In bytes, unpacked. */
    private static final int LARGEST = 60_000_000;

    private Archive() {}

    /** Of a folder that was packed whole, its files: what they are in does not count. */
    static Map<String, byte[]> read(String file, byte[] content) {
        var files = new HashMap<String, byte[]>();
        var left = LARGEST;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    var bytes = zip.readNBytes(left + 1);
                    left -= bytes.length;
                    if (left < 0 || files.size() == MOST_FILES) {
                        throw new ImportProblem(file, 0, "noZip");
                    }
                    files.put(entry.getName(), bytes);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ImportProblem(file, 0, "noZip");
        }
        return withoutFolder(files);
    }

    private static Map<String, byte[]> withoutFolder(Map<String, byte[]> files) {
        var folder = files.keySet().stream()
                .filter(name -> name.endsWith("city.json") || name.matches("[^/]*/[^/]*\\.csv"))
                .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("");
        var inside = new HashMap<String, byte[]>();
        files.forEach(
                (name, bytes) -> inside.put(name.startsWith(folder) ? name.substring(folder.length()) : name, bytes));
        return inside;
    }
}
