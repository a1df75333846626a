package fr.traboule.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a city, copied to where a test may break it or go on from it. */
public final class CityFolder {

    private static final Path SHIPPED = Path.of("src/main/resources/cities");

    private final Path root;

    private CityFolder(Path root) {
        this.root = root;
    }

    public static CityFolder lyon(Path root) {
        return copy(SHIPPED.resolve("lyon"), root);
    }

    /** What a city that starts from nothing gets. */
    public static CityFolder starter(Path root) {
        return copy(SHIPPED.resolve("starter"), root);
    }

    private static CityFolder copy(Path from, Path root) {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = root.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CityFolder(root);
    }

    public ImportFolder folder() {
        return ImportFolder.on(root);
    }

    public String read(String file) {
        return folder().text(file);
    }

    public CityFolder write(String file, String text) {
        var path = root.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public CityFolder replace(String file, String old, String with) {
        var text = read(file);
        if (!text.contains(old)) {
            throw new IllegalArgumentException("Nothing to replace in " + file);
        }
        return write(file, text.replace(old, with));
    }

    /** @return the number of the new line, the file's last */
    public long add(String file, String line) {
        var text = read(file) + line + "\n";
        write(file, text);
        return text.lines().count();
    }

    public CityFolder delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
