package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What holds for every page that a visitor can come to by following links. */
@JourneyTest
class PublicPagesTests {

    /** Compressed, with style and pictures, without fonts. */
    private static final int HEAVIEST = 60 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    /** A page, and what each thing that it shows weighs on the wire. */
    private record Seen(int status, Map<String, String> headers, Document page) {}

    @Test
    void noLinkIsDead(RunningCity city) throws Exception {
        var pages = allPages(city);

        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(pages)
                .allSatisfy(
                        (address, seen) -> assertThat(seen.status()).as(address).isEqualTo(200));
    }

    @Test
    void noPageIsHeavyAndNoneRunsScriptOrInlineStyle(RunningCity city) throws Exception {
        var pages = allPages(city);
        for (var page : pages.entrySet()) {
            var weight = weight(city.url() + page.getKey());
            for (var part : page.getValue().page().select("link[rel=stylesheet], img[src]")) {
                weight += weight(part.hasAttr("href") ? part.absUrl("href") : part.absUrl("src"));
            }
            assertThat(weight).as(page.getKey()).isLessThan(HEAVIEST);
            assertThat(page.getValue().page().select("script, style, [style], [onclick]"))
                    .as(page.getKey())
                    .isEmpty();
            assertThat(page.getValue().headers().get("content-security-policy"))
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe-inline");
        }
    }

    @Test
    void aVisitorHasNoSession(RunningCity city) throws Exception {
        var before = sessions(city);

        var pages = allPages(city);

        assertThat(sessions(city)).isEqualTo(before);
        assertThat(pages.values().stream().map(seen -> seen.headers().getOrDefault("set-cookie", "")))
                .allSatisfy(cookie -> assertThat(cookie).doesNotStartWith("traboule="));
    }

    private static int sessions(RunningCity city) throws Exception {
        try (var database = city.program().database();
                var count = database.createStatement().executeQuery("select count(*) from ground.session")) {
            count.next();
            return count.getInt(1);
        }
    }

    private Map<String, Seen> allPages(RunningCity city) throws Exception {
        var seen = new LinkedHashMap<String, Seen>();
        var known = new TreeSet<>(Set.of("/"));
        var next = new ArrayDeque<>(known);
        while (!next.isEmpty()) {
            var address = next.remove();
            var page = see(city.url() + address);
            seen.put(address, page);
            for (var link : links(page.page(), city.url())) {
                if (known.add(link)) {
                    next.add(link);
                }
            }
        }
        return seen;
    }

    private static List<String> links(Document page, String base) {
        return page.select("a[href]").stream()
                .map(link -> link.absUrl("href"))
                .filter(link -> link.startsWith(base) && !link.contains("/langue/"))
                .map(link -> link.substring(base.length()))
                .map(link -> link.contains("#") ? link.substring(0, link.indexOf('#')) : link)
                .filter(link -> !link.isEmpty())
                .toList();
    }

    private Seen see(String address) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        return new Seen(
                answer.statusCode(),
                answer.headers().map().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue()))),
                Jsoup.parse(answer.body(), address));
    }

    private int weight(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address.replace(" ", "%20")))
                .header("Accept-Encoding", "gzip")
                .build();
        return client.send(request, BodyHandlers.ofByteArray()).body().length;
    }
}
