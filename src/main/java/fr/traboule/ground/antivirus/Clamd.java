package fr.traboule.ground.antivirus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The city's clamd. One connection a question, as its manual (clamd(8)) describes: a command that begins with « z » and ends
 * with a zero, an answer that ends with a zero.
 */
public final class Clamd {

    private static final Duration LONGEST_GREETING = Duration.ofSeconds(2);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final Supplier<SocketAddress> where;
    private final String address;
    private final Duration timeout;

    Clamd(Supplier<SocketAddress> where, String address, Duration timeout) {
        this.where = where;
        this.address = address;
        this.timeout = timeout;
    }

    /** What it says of some bytes. */
    public sealed interface Verdict {}

    public record Clean() implements Verdict {}

    /** @param signature what it recognised, by the name that its makers gave */
    public record Found(String signature) implements Verdict {}

    /** More than it is set to take (StreamMaxLength). */
    public record TooLarge() implements Verdict {}

    /** @throws AntivirusUnreachable where there is no answer */
    public Verdict scan(byte[] content) {
        var answer = ask(timeout, connection -> connection.send("INSTREAM", content));
        if (answer.equals("stream: OK")) {
            return new Clean();
        }
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Found(found.group(1));
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return new TooLarge();
        }
        throw new AntivirusUnreachable("An answer that makes no sense");
    }

    /** Its version and that of its signatures, as it says them. */
    public String version() {
        var answer = ask(LONGEST_GREETING, connection -> connection.send("VERSION"));
        if (!answer.startsWith("ClamAV")) {
            throw new AntivirusUnreachable("An answer that makes no sense");
        }
        return answer;
    }

    /** Whether it is there. */
    public boolean answers() {
        try {
            return ask(LONGEST_GREETING, connection -> connection.send("PING")).equals("PONG");
        } catch (AntivirusUnreachable silent) {
            return false;
        }
    }

    @Override
    public String toString() {
        return address;
    }

    private interface Question {
        void put(ClamdConnection connection) throws IOException;
    }

    private String ask(Duration patience, Question question) {
        try (var connection = ClamdConnection.open(where.get(), patience)) {
            question.put(connection);
            return new String(connection.answer(), UTF_8);
        } catch (IOException | RuntimeException failure) {
            throw new AntivirusUnreachable(failure);
        }
    }
}
