package fr.traboule.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The program, started by {@code ./start} as a person at a terminal does, in a process of its own. */
public final class StartedProgram implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final Path data;
    private final int port;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private StartedProgram(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts and waits for nothing. */
    static StartedProgram launch(Path home, Path data, int port, List<String> before, String... options)
            throws IOException {
        return launch(home, data, port, before, Map.of(), options);
    }

    static StartedProgram launch(
            Path home, Path data, int port, List<String> before, Map<String, String> environment, String... options)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(
                List.of(home.resolve("start").toString(), "--port", String.valueOf(port), "--data", data.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.environment().put("HOME", data.resolveSibling("home").toString());
        // A thousand people come from this one machine.
        builder.environment().put("TRABOULE_LIMITS_TRUSTED", "127.0.0.0/8,::1");
        builder.environment().putAll(environment);
        return new StartedProgram(builder.start(), data, port);
    }

    public static StartedProgram start(Path data, String... options) throws Exception {
        return start(data, Map.of(), options);
    }

    /** Starts with settings in the environment and waits until it is ready. */
    public static StartedProgram start(Path data, Map<String, String> environment, String... options) throws Exception {
        var program = launch(Path.of("").toAbsolutePath(), data, freePort(), List.of(), environment, options);
        program.awaitReady();
        return program;
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void awaitReady() throws InterruptedException {
        var until = System.nanoTime() + LONGEST_START.toNanos();
        while (lines.stream().noneMatch(line -> line.startsWith("Stop with Ctrl-C"))) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("It did not start:\n" + output());
            }
            Thread.sleep(50);
        }
    }

    public String url() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    public String output() {
        return String.join("\n", lines);
    }

    /** How it ended, for one that ends by itself. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end:\n" + output());
        }
        reader.join(LONGEST_START);
        return process.exitValue();
    }

    void signal(String signal) throws Exception {
        kill(signal, process.pid());
    }

    /** The process of the program. */
    public long pid() {
        return process.pid();
    }

    public long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst());
    }

    static void kill(String signal, long pid) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
    }

    /** The database itself, past the program. */
    public Connection database() throws IOException, SQLException {
        return database(data);
    }

    /** The database of whichever program runs on that folder. */
    public static Connection database(Path data) throws IOException, SQLException {
        var secrets = new Properties();
        try (var in = Files.newInputStream(data.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        var databasePort =
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/traboule",
                "postgres",
                secrets.getProperty("superuser"));
    }

    /** What the program told its log, one JSON object a line. */
    public List<String> log() throws IOException {
        return Files.readAllLines(data.resolve("log/traboule.log"));
    }

    /** Whether this process was started with SIGINT ignored, as shells do to background jobs; children inherit that. */
    static boolean ignoresInterrupts() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(ignored -> (ignored & 2) != 0);
    }

    /** Waits until no process of that id is left. */
    static boolean isGone(long pid) throws InterruptedException {
        for (var attempt = 0; attempt < 100; attempt++) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    @Override
    public void close() throws Exception {
        signal("TERM");
        process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
    }

    private void read() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = Optional.ofNullable(out.readLine());
                    line.isPresent();
                    line = Optional.ofNullable(out.readLine())) {
                lines.add(line.get());
            }
        } catch (IOException ended) {
            lines.add("(" + ended.getMessage() + ")");
        }
    }
}
