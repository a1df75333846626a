package fr.traboule.ground.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.core.io.ClassPathResource;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked from the jar that carries them into a folder named after their content. */
final class PostgresPrograms {

    private PostgresPrograms() {}

    /** The folder that holds {@code bin/}, {@code lib/} and {@code share/}; unpacked at the first call only. */
    static Path unpackedIn(DataFolder data) {
        var archive = new ClassPathResource("postgres-linux-%s.txz".formatted(architecture()));
        if (!archive.exists()) {
            throw new StartRefused(
                    "No PostgreSQL is shipped for this machine (%s, %s). Give the address of yours in TRABOULE_DATABASE_URL."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        try {
            var folder = data.resolve("postgresql-programs-" + fingerprint(archive));
            if (!Files.exists(folder)) {
                var aside = Files.createTempDirectory(data.root(), "unpacking");
                unpack(archive, aside);
                Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.name") + " " + System.getProperty("os.arch")) {
            case "Linux amd64" -> "x86_64";
            case "Linux aarch64" -> "arm_64";
            default -> "other";
        };
    }

    private static String fingerprint(ClassPathResource archive) throws IOException {
        try (var in = archive.getInputStream()) {
            var sha256 = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
            return HexFormat.of().formatHex(sha256.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(ClassPathResource archive, Path folder) throws IOException {
        try (var in = archive.getInputStream();
                var tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, entry.resolveIn(folder));
            }
        }
        // PostgreSQL may have to run as another user than the one who unpacks it.
        Files.setPosixFilePermissions(folder, permissions(0755));
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = new HashSet<>(Set.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ));
        if ((mode & 0111) != 0) {
            permissions.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }
}
