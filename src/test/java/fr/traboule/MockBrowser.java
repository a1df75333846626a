package fr.traboule;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody's browser, that keeps its cookies from one page to the next. */
public final class MockBrowser {

    /** As Spring Session calls it where there is no server to configure. */
    public static final String SESSION = "SESSION";

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final MockMvcTester mvc;
    private final List<Cookie> jar = new ArrayList<>();
    private String place = "192.0.2.17";

    public MockBrowser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String address) {
        return kept(mvc.get().uri(URI.create(address)).cookie(cookies()).exchange());
    }

    /** @param fields names and values, in turn */
    public MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).cookie(cookies()).with(csrf());
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return kept(request.header("User-Agent", FIREFOX)
                .with(sent -> {
                    sent.setRemoteAddr(place);
                    return sent;
                })
                .exchange());
    }

    /** A form with one file. */
    public MvcTestResult send(String address, String field, String name, byte[] content, String... fields) {
        var request = mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile(field, name, null, content))
                .cookie(cookies())
                .with(csrf());
        for (var each = 0; each < fields.length; each += 2) {
            request.param(fields[each], fields[each + 1]);
        }
        return kept(request.exchange());
    }

    public MvcTestResult signIn(String email, String password) {
        return post("/connexion", "email", email, "password", password);
    }

    public void moveTo(String newPlace) {
        place = newPlace;
    }

    public void forgetAll() {
        jar.clear();
    }

    public String cookie(String name) {
        return jar.stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .map(Cookie::getValue)
                .orElseThrow();
    }

    public void put(String cookie, String value) {
        jar.removeIf(known -> known.getName().equals(cookie));
        jar.add(new Cookie(cookie, value));
    }

    private Cookie[] cookies() {
        return jar.isEmpty() ? new Cookie[] {new Cookie("none", "none")} : jar.toArray(Cookie[]::new);
    }

    private MvcTestResult kept(MvcTestResult answer) {
        Arrays.stream(answer.getResponse().getCookies()).forEach(cookie -> {
            jar.removeIf(known -> known.getName().equals(cookie.getName()));
            if (cookie.getMaxAge() != 0) {
                jar.add(new Cookie(cookie.getName(), cookie.getValue()));
            }
        });
        return answer;
    }
}
