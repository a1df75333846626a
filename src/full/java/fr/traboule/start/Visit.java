package fr.traboule.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody's visit to the program over HTTP: it keeps cookies, follows redirections and sends forms with their token. */
public final class Visit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    /** One for all: a client holds threads and connections. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final CookieManager cookies = new CookieManager();
    private final String base;
    private Map<String, String> hidden = Map.of();
    private URI at;

    public Visit(String base) {
        this.base = base;
        at = URI.create(base);
    }

    public String get(String address) throws IOException, InterruptedException {
        return seen(ask(absolute(address)));
    }

    int status(String address) throws IOException, InterruptedException {
        return ask(absolute(address)).statusCode();
    }

    /** Sends a form of the page seen last, with what it carries unseen. */
    public String post(String address, String... fields) throws IOException, InterruptedException {
        var form = new ArrayList<String>();
        hidden.forEach((name, value) -> form.add(name + "=" + URLEncoder.encode(value, UTF_8)));
        for (var i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return seen(send(request(absolute(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", form)))));
    }

    /** The address of the page seen last. */
    public URI at() {
        return at;
    }

    private URI absolute(String address) {
        return URI.create(address.startsWith("http") ? address : base + address);
    }

    private HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
        return send(request(address));
    }

    private HttpRequest.Builder request(URI address) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        cookies.get(address, Map.of()).forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        cookies.put(answer.uri(), answer.headers().map());
        var next = answer.headers().firstValue("Location").filter(location -> answer.statusCode() / 100 == 3);
        return next.isEmpty() ? answer : ask(answer.uri().resolve(next.get()));
    }

    private String seen(HttpResponse<String> answer) throws IOException {
        at = answer.uri();
        if (answer.statusCode() >= 500) {
            throw new IOException("The server answered " + answer.statusCode());
        }
        var fields = HIDDEN.matcher(answer.body())
                .results()
                .collect(toMap(field -> field.group(1), field -> field.group(2), (first, last) -> last));
        if (!fields.isEmpty()) {
            hidden = fields;
        }
        return answer.body();
    }
}
