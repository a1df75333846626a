package fr.traboule.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import org.jsoup.Jsoup;

/** Somebody's visit to the program over HTTP: it keeps cookies, follows links and sends forms with their token. */
final class Visit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    private final String base;
    private String token = "";
    private URI at;

    Visit(String base) {
        this.base = base;
        at = URI.create(base);
    }

    String get(String address) throws IOException, InterruptedException {
        return seen(client.send(request(address).build(), HttpResponse.BodyHandlers.ofString()));
    }

    int status(String address) throws IOException, InterruptedException {
        return client.send(request(address).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Sends a form of the page seen last. */
    String post(String address, String... fields) throws IOException, InterruptedException {
        var form = new ArrayList<String>();
        form.add("_csrf=" + URLEncoder.encode(token, UTF_8));
        for (var i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return seen(client.send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    /** The address of the page seen last. */
    URI at() {
        return at;
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : base + address))
                .timeout(PATIENCE);
    }

    private String seen(HttpResponse<String> answer) throws IOException {
        at = answer.uri();
        if (answer.statusCode() >= 500) {
            throw new IOException("The server answered " + answer.statusCode());
        }
        var field = Jsoup.parse(answer.body()).selectFirst("input[name=_csrf]");
        if (field != null) {
            token = field.val();
        }
        return answer.body();
    }
}
