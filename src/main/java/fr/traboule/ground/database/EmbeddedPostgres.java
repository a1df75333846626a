package fr.traboule.ground.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL of our own on the data folder: created at the first start, recovered after a crash, never left
 * behind. Three things guard it. The folder's lock keeps a second program away. A watchdog process stops the server when
 * this program ends, however it ends. And if the server dies while we run, it is started again.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String MAJOR_VERSION = "18";
    private static final int START_ATTEMPTS = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private final Path bin;
    private final Path cluster;
    private final Path serverLog;
    private final PostgresUser user;
    private final int port;
    private Process watchdog;
    private boolean closing;

    private EmbeddedPostgres(DataFolder data, Secrets secrets) {
        user = PostgresUser.choose();
        bin = PostgresPrograms.unpackedIn(data).resolve("bin");
        cluster = data.resolve("postgresql");
        serverLog = cluster.resolve("server.log");
        port = freePort();
        if (!Files.exists(cluster)) {
            create(data, secrets.get("superuser"));
        }
        refuseOtherVersion();
        user.own(cluster);
        stopLeftOver();
        start();
        watchdog = watchdog();
    }

    static EmbeddedPostgres start(DataFolder data, Secrets secrets) {
        return new EmbeddedPostgres(data, secrets);
    }

    int port() {
        return port;
    }

    /** Made aside and renamed, so that a kill in the middle leaves no half database. */
    private void create(DataFolder data, String password) {
        try {
            var aside = Files.createTempDirectory(data.root(), "creating");
            var passwordFile = Files.writeString(aside.resolve("password"), password);
            var folder = Files.createDirectory(aside.resolve("cluster"));
            user.own(aside);
            run(
                    "initdb",
                    "-D",
                    folder.toString(),
                    "-U",
                    "postgres",
                    "--pwfile",
                    passwordFile.toString(),
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "--locale-provider=icu",
                    "--icu-locale=fr",
                    "-T",
                    "french",
                    "--data-checksums");
            Files.delete(passwordFile);
            Files.move(folder, cluster, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(aside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseOtherVersion() {
        try {
            var version = Files.readString(cluster.resolve("PG_VERSION")).strip();
            if (!version.equals(MAJOR_VERSION)) {
                throw new StartRefused(
                        "The data folder %s was made by PostgreSQL %s and this program brings %s. See « Upgrade » in docs/operations.md."
                                .formatted(cluster.getParent(), version, MAJOR_VERSION));
            }
        } catch (IOException denied) {
            throw new StartRefused("The database in %s cannot be read by this user (%s). Start as the user who made it."
                    .formatted(cluster, denied.getMessage()));
        }
    }

    /** A server that outlived a killed program is stopped; the mark of one that was killed itself is only old. */
    private void stopLeftOver() {
        if (Files.exists(postmasterPid())
                && !succeeds("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop")) {
            log.atInfo().log("The database was not stopped properly last time: it recovers now");
        }
    }

    /** Tried several times: after a kill, the last processes of the old server need a moment to leave. */
    private void start() {
        for (var attempt = 1; !startOnce(); attempt++) {
            if (attempt == START_ATTEMPTS) {
                throw new StartRefused(
                        "PostgreSQL does not start. Its own explanation is at the end of %s.".formatted(serverLog));
            }
            pause();
        }
        ProcessHandle.of(postmaster()).ifPresent(server -> server.onExit().thenRun(this::startAgain));
    }

    private boolean startOnce() {
        return succeeds(
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-l",
                serverLog.toString(),
                "-w",
                "-t",
                "600",
                "-o",
                String.join(
                        " ",
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=''",
                        "-c max_connections=60",
                        "-c shared_buffers=128MB",
                        "-c fsync=on -c synchronous_commit=on -c full_page_writes=on",
                        "-c timezone=UTC"),
                "start");
    }

    private synchronized void startAgain() {
        if (!closing) {
            log.atError().log("The database stopped unexpectedly: starting it again");
            start();
        }
    }

    private Process watchdog() {
        var stop = String.join("' '", command("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "stop"));
        var script = "trap '' INT TERM HUP; cat >/dev/null; exec '" + stop + "' >/dev/null 2>&1";
        try {
            return new ProcessBuilder("sh", "-c", script)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The orderly stop is the watchdog's too: it wakes when its input ends. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        try {
            watchdog.getOutputStream().close();
            watchdog.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path postmasterPid() {
        return cluster.resolve("postmaster.pid");
    }

    private long postmaster() {
        try (var lines = Files.lines(postmasterPid())) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String program, String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = bin.resolve(program).toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return user.command(words);
    }

    private void run(String program, String... arguments) {
        var output = execute(program, arguments);
        if (output.status() != 0) {
            throw new StartRefused("PostgreSQL's %s failed: %s".formatted(program, output.text()));
        }
    }

    private boolean succeeds(String program, String... arguments) {
        return execute(program, arguments).status() == 0;
    }

    private record Output(int status, String text) {}

    private Output execute(String program, String... arguments) {
        try {
            // Its messages go to a file: a pipe would stay open in the server that pg_ctl leaves running.
            var messages = Files.createTempFile("traboule", ".log");
            var process = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(messages.toFile());
            process.environment().put("LC_ALL", "C");
            var status = process.start().waitFor();
            var text = Files.readString(messages, UTF_8).strip();
            Files.delete(messages);
            return new Output(status, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + program, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting PostgreSQL", e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
