package fr.traboule.bench;

import fr.traboule.start.Visit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

/** What people do in the bench. */
final class Visits {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Visits() {}

    /** One page or picture, compressed as browsers ask for it. */
    static void see(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", "gzip")
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
    }

    /** Somebody reports a problem, without a name: four pages seen, three forms sent, a receipt. */
    static Set<String> report(String url) throws IOException, InterruptedException {
        var visit = new Visit(url);
        visit.get("/signaler");
        var page = visit.post("/signaler", "description", "Un trou dans la chaussée devant l’école");
        visit.post("/signaler/reponse", "way", "NONE");
        visit.post("/signaler/verification");
        var parts = visit.at().getPath().split("/");
        if (parts.length != 4 || !parts[3].equals("recu")) {
            throw new IOException("No receipt but " + visit.at());
        }
        var code = page.replaceAll("(?s).*class=\"app-number\">([A-Z]{6})<.*", "$1");
        return Set.of(parts[2].replace("-", ""), code);
    }

    /** Somebody presses the link of their e-mail: a redirection, then the page. */
    static void follow(String url, String link) throws IOException, InterruptedException {
        new Visit(url).get(link);
    }

    /** Files a request, for its link. */
    static String linkOfAReport(String url) throws IOException, InterruptedException {
        var visit = new Visit(url);
        visit.get("/signaler");
        visit.post("/signaler", "description", "Un trou dans la chaussée devant l’école");
        visit.post("/signaler/reponse", "way", "NONE");
        var receipt = visit.post("/signaler/verification");
        var number = visit.at().getPath().split("/")[2];
        var code = receipt.replaceAll("(?s).*class=\"app-number\">([^<]+)<.*", "$1");
        return "/suivi/" + number + "?code=" + code;
    }
}
