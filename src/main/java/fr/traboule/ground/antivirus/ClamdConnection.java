package fr.traboule.ground.antivirus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

/**
 * One connection to clamd, over TCP or a Unix socket, that never waits longer than it may: whoever is there and says nothing,
 * or reads nothing, is closed in time.
 */
final class ClamdConnection implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final Thread alarm;
    private volatile boolean late;

    private ClamdConnection(SocketChannel channel, Selector selector, Duration patience) {
        this.channel = channel;
        this.selector = selector;
        alarm = Thread.ofVirtual().name("clamd-patience").start(() -> ring(patience));
    }

    static ClamdConnection open(SocketAddress where, Duration patience) throws IOException {
        if (where instanceof InetSocketAddress host && host.isUnresolved()) {
            throw new UnknownHostException();
        }
        var channel = where instanceof InetSocketAddress
                ? SocketChannel.open()
                : SocketChannel.open(StandardProtocolFamily.UNIX);
        var connection = new ClamdConnection(channel, Selector.open(), patience);
        try {
            channel.configureBlocking(false);
            connection.connect(where);
            return connection;
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void connect(SocketAddress where) throws IOException {
        if (!channel.connect(where)) {
            do {
                await(SelectionKey.OP_CONNECT);
            } while (!channel.finishConnect());
        }
    }

    void send(String command) throws IOException {
        write(ByteBuffer.wrap(("z" + command + "\0").getBytes(US_ASCII)));
    }

    /** The command, then the content in chunks of a length (four bytes, the highest first) and bytes, then one of no length. */
    void send(String command, byte[] content) throws IOException {
        send(command);
        for (var at = 0; at < content.length; at += CHUNK) {
            var length = Math.min(CHUNK, content.length - at);
            var chunk = ByteBuffer.allocate(4 + length)
                    .putInt(length)
                    .put(content, at, length)
                    .flip();
            if (!taken(chunk)) {
                return;
            }
        }
        taken(ByteBuffer.allocate(4));
    }

    /** @return false if clamd said all that it has to say and hung up: its answer may still be there to be read */
    private boolean taken(ByteBuffer bytes) {
        try {
            return write(bytes);
        } catch (IOException hungUp) {
            return false;
        }
    }

    /**
     * @return false if clamd answered before it had all, as it does when it will take no more: to go on writing would only
     *     lose its answer
     */
    private boolean write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0
                    && (await(SelectionKey.OP_WRITE | SelectionKey.OP_READ) & SelectionKey.OP_READ) != 0) {
                return false;
            }
        }
        return true;
    }

    /** What it says, without the zero at the end. */
    byte[] answer() throws IOException {
        var answer = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER) {
            await(SelectionKey.OP_READ);
            buffer.clear();
            var read = channel.read(buffer);
            answer.write(buffer.array(), 0, Math.max(read, 0));
            var bytes = answer.toByteArray();
            var end = indexOfZero(bytes);
            if (end >= 0) {
                return Arrays.copyOf(bytes, end);
            }
            if (read < 0) {
                throw new EOFException();
            }
        }
        throw new IOException("An answer that does not end");
    }

    private static int indexOfZero(byte[] bytes) {
        for (var at = 0; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                return at;
            }
        }
        return -1;
    }

    private int await(int operations) throws IOException {
        channel.register(selector, operations);
        while (!late) {
            selector.selectedKeys().clear();
            if (selector.select() > 0) {
                return selector.selectedKeys().iterator().next().readyOps();
            }
        }
        throw new IOException("No answer in time");
    }

    private void ring(Duration patience) {
        try {
            Thread.sleep(patience);
            late = true;
            selector.wakeup();
        } catch (InterruptedException answered) {
            // Nothing to be late for.
        }
    }

    @Override
    public void close() throws IOException {
        alarm.interrupt();
        try (selector) {
            channel.close();
        }
    }
}
