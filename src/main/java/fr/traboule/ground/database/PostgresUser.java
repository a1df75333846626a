package fr.traboule.ground.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user PostgreSQL runs as: ourselves, except that it refuses root. Root starts it in a user namespace where it is
 * nobody, or, where containers forbid that, hands the folders over to nobody for good.
 */
enum PostgresUser {
    OURSELVES(List.of()),
    ROOT_IN_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static PostgresUser choose() {
        if (!isRoot()) {
            return OURSELVES;
        }
        return succeeds(ROOT_IN_NAMESPACE.command("true")) ? ROOT_IN_NAMESPACE : NOBODY;
    }

    List<String> command(String... words) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        return List.copyOf(command);
    }

    /** Gives the folder and all below it to the user of PostgreSQL. */
    void own(Path folder) {
        if (this == NOBODY) {
            var done = succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))
                    && succeeds(command("test", "-w", folder.toString()));
            if (!done) {
                throw new StartRefused(("PostgreSQL does not run as root, and no other user can reach %s."
                                + " Start as an ordinary user, or choose a folder that others can enter with --data.")
                        .formatted(folder));
            }
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException noProc) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
