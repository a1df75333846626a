package fr.traboule.ground.antivirus;

import fr.traboule.ground.database.StartRefused;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which clamd looks at files, if any.
 *
 * @param address host and port, or the path of a Unix socket
 * @param timeout for one file, from the first byte to the answer
 */
@ConfigurationProperties("traboule.files.clamd")
public record ClamdSettings(
        @Nullable String address, @DefaultValue("60s") Duration timeout) {

    private static final Pattern HOST_AND_PORT = Pattern.compile("\\[?([^\\[\\]/\\s]+?)]?:(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    /** @return empty where none is set */
    public Optional<Clamd> clamd() {
        return Optional.ofNullable(address)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> clamd(text, where(text)));
    }

    /** A host is looked up anew each time: it may move. */
    private Clamd clamd(String text, SocketAddress now) {
        return new Clamd(now instanceof UnixDomainSocketAddress ? () -> now : () -> where(text), text, timeout);
    }

    private static SocketAddress where(String text) {
        var path = text.startsWith("unix:") ? text.substring("unix:".length()) : text;
        if (path.startsWith("/")) {
            return UnixDomainSocketAddress.of(path);
        }
        var parts = HOST_AND_PORT.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT) {
            throw new StartRefused(
                    "TRABOULE_FILES_CLAMD_ADDRESS is neither host:port nor the path of a socket: %s".formatted(text));
        }
        return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    }
}
