package fr.traboule.ground.antivirus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that speaks clamd's protocol, recognises the test virus of EICAR, and misbehaves as it is told. */
public final class TestClamd implements AutoCloseable {

    /** The harmless file that every antivirus takes for a virus (eicar.org), in two parts so that this source is none. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** How it behaves. */
    public enum Mood {
        WORKS,
        HANGS,
        CLOSES,
        BABBLES,
        NEVER_ENDS,
        FINDS_NOTHING
    }

    private final ServerSocketChannel server;
    private final List<byte[]> scanned = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Mood mood = Mood.WORKS;
    private volatile int largest = Integer.MAX_VALUE;

    private TestClamd(ServerSocketChannel server) {
        this.server = server;
        Thread.ofVirtual().start(this::serve);
    }

    public static TestClamd start() {
        try {
            return new TestClamd(
                    ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestClamd on(Path socket) throws IOException {
        return new TestClamd(ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket)));
    }

    public TestClamd in(Mood wanted) {
        mood = wanted;
        return this;
    }

    /** As StreamMaxLength does. */
    public TestClamd takingAtMost(int bytes) {
        largest = bytes;
        return this;
    }

    public List<byte[]> scanned() {
        return scanned;
    }

    public String address() {
        return switch (where()) {
            case InetSocketAddress host -> "127.0.0.1:" + host.getPort();
            case SocketAddress socket -> socket.toString();
        };
    }

    /** Asks this one, and waits so long at most. */
    public Clamd clamd(Duration patience) {
        return new ClamdSettings(address(), patience).clamd().orElseThrow();
    }

    private SocketAddress where() {
        try {
            return server.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void answer(SocketChannel client) {
        try (client;
                var in = new DataInputStream(Channels.newInputStream(client));
                var out = Channels.newOutputStream(client)) {
            answer(command(in), in, out);
        } catch (IOException | InterruptedException gone) {
            // Whoever asked is no longer there.
        }
    }

    private void answer(String command, DataInputStream in, OutputStream out) throws IOException, InterruptedException {
        switch (mood) {
            case HANGS -> closed.await();
            case CLOSES -> {}
            case BABBLES -> out.write("HTTP/1.1 400 Bad Request\0".getBytes(ISO_8859_1));
            case NEVER_ENDS -> {
                while (true) {
                    out.write("stream: ".getBytes(ISO_8859_1));
                }
            }
            case WORKS, FINDS_NOTHING -> {
                var said = switch (command) {
                    case "zPING" -> "PONG";
                    case "zVERSION" -> "ClamAV 1.4.6/27000/Mon Nov 23 09:00:00 2026";
                    case "zINSTREAM" -> scan(in);
                    default -> "UNKNOWN COMMAND";
                };
                out.write((said + "\0").getBytes(ISO_8859_1));
            }
        }
    }

    private static String command(DataInputStream in) throws IOException {
        var command = new StringBuilder();
        for (var sign = in.read(); sign != 0; sign = in.read()) {
            if (sign < 0) {
                throw new EOFException();
            }
            command.append((char) sign);
        }
        return command.toString();
    }

    private String scan(DataInputStream in) throws IOException {
        var content = new ByteArrayOutputStream();
        for (var length = in.readInt(); length != 0; length = in.readInt()) {
            if (content.size() + length > largest) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            content.write(in.readNBytes(length));
        }
        scanned.add(content.toByteArray());
        return mood == Mood.WORKS && content.toString(ISO_8859_1).contains(EICAR)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
