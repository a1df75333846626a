package fr.traboule;

import java.io.UnsupportedEncodingException;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockCookie;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Reads what the program answered to a test's request. */
public final class Answer {

    private Answer() {}

    public static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Document page(MvcTestResult answer) {
        return Jsoup.parse(body(answer));
    }

    /** The field of that id, which must be there. */
    public static Element field(MvcTestResult answer, String id) {
        return Objects.requireNonNull(page(answer).getElementById(id), id);
    }

    /** What was typed in the field of that id. */
    public static String typed(MvcTestResult answer, String id) {
        var field = field(answer, id);
        return field.tagName().equals("textarea") ? field.wholeText() : field.val();
    }

    /** Where the answer sends the browser, which it must. */
    public static String redirect(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    public static MockCookie cookie(MvcTestResult answer, String name) {
        return (MockCookie) Objects.requireNonNull(answer.getResponse().getCookie(name), name);
    }
}
