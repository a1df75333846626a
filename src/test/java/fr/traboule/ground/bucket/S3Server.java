package fr.traboule.ground.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A real S3 server in a process of its own, that checks signatures and keeps objects as files that a test can get at. */
public final class S3Server implements AutoCloseable {

    public static final String KEY = "city";
    public static final String SECRET = "a secret of the city";

    private static final Path PROGRAM = Path.of("target", "s3proxy", "s3proxy.jar");
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private Process process;

    /** @param folder where it keeps everything, with one empty bucket « files » */
    public static S3Server start(Path folder) {
        return new S3Server(folder);
    }

    private S3Server(Path folder) {
        this.folder = folder;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
            Files.createDirectories(objects());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    S3Settings settings(String bucket, String key, String secret) {
        return new S3Settings(URI.create(endpoint()), "eu-west-3", bucket, key, secret, true, Duration.ofSeconds(5));
    }

    public Bucket bucket() {
        return settings("files", KEY, SECRET).bucketInUse().orElseThrow();
    }

    /** Everything in the bucket. */
    public List<Path> all() {
        try (var files = Files.walk(objects())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path objects() {
        return folder.resolve("objects").resolve("files");
    }

    /** As a power cut does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void startAgain() {
        process = launch();
    }

    private Process launch() {
        var settings = new Properties();
        settings.setProperty("s3proxy.endpoint", endpoint());
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", KEY);
        settings.setProperty("s3proxy.credential", SECRET);
        settings.setProperty("jclouds.provider", "filesystem-nio2");
        settings.setProperty("jclouds.identity", "local");
        settings.setProperty("jclouds.credential", "local");
        settings.setProperty(
                "jclouds.filesystem.basedir",
                folder.resolve("objects").toAbsolutePath().toString());
        var file = folder.resolve("s3proxy.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
            var started = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-jar",
                            PROGRAM.toAbsolutePath().toString(),
                            "--properties",
                            file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            awaitAnswer(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(Process started) {
        var until = System.nanoTime() + LONGEST_START.toNanos();
        while (!listens()) {
            if (!started.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("The S3 server did not start: see " + folder.resolve("s3proxy.log"));
            }
            Thread.onSpinWait();
        }
    }

    private boolean listens() {
        try (var socket = new Socket("127.0.0.1", port)) {
            var greeting = (HttpURLConnection) URI.create(endpoint()).toURL().openConnection();
            greeting.setReadTimeout(2_000);
            return socket.isConnected() && greeting.getResponseCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
