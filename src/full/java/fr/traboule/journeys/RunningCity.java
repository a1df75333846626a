package fr.traboule.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fr.traboule.ground.antivirus.TestClamd;
import fr.traboule.start.StartedProgram;
import fr.traboule.web.Language;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** The demonstration city as a person starts it, a browser before it, a real mail server and an antivirus behind it. */
final class RunningCity implements AutoCloseable {

    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(20);

    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final TestClamd antivirus = TestClamd.start();
    private final Path folder;
    private final StartedProgram program;
    private final Chromium browser;

    /** One city for all the tests of a run. */
    static final class Provider implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningCity.class;
        }

        @Override
        public RunningCity resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RunningCity.class, key -> start(), RunningCity.class);
        }

        private static RunningCity start() {
            try {
                return new RunningCity();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private RunningCity() throws Exception {
        mails.start();
        folder = Files.createTempDirectory("traboule");
        program = StartedProgram.start(
                folder.resolve("data"),
                Map.of(
                        "TRABOULE_LIMITS_TRUSTED",
                        "",
                        "TRABOULE_FILES_CLAMD_ADDRESS",
                        antivirus.address(),
                        "SPRING_MAIL_HOST",
                        "127.0.0.1",
                        "SPRING_MAIL_PORT",
                        String.valueOf(mails.getSmtp().getPort())));
        browser = new Chromium();
    }

    StartedProgram program() {
        return program;
    }

    String url() {
        return program.url();
    }

    /** Somebody whose browser runs no script, with a screen 320 points wide: where all must work. */
    Person person(Language language) {
        return person(language, new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {});
    }

    /** Somebody with an inspector who looks at each page that they come to; he needs script for his tools. */
    Person inspected(Language language, Consumer<Page> inspector) {
        return person(language, new Browser.NewContextOptions().setBypassCSP(true), inspector);
    }

    /** Somebody whose browser runs the few scripts there are, under the program's own policy. */
    Person withScript(Language language) {
        return person(language, new Browser.NewContextOptions(), page -> {});
    }

    /** A telephone whose browser keeps all it has in that folder, with script, under the program's own policy. */
    BrowserContext telephone(Path kept) {
        return browser.telephone(kept, url());
    }

    /** How many requests say exactly that. */
    int requestsSaying(String words) throws Exception {
        return count("select count(*) from requests.statement where description = ?", words);
    }

    /** How many files belong to the requests that say exactly that. */
    int photosOf(String words) throws Exception {
        return count("""
                select count(*) from requests.file f join requests.statement s on s.request_id = f.owner_id
                 where s.description = ?
                """, words);
    }

    /** What the months do to a request: nothing else can. */
    void letMonthsPass(Walks.Given given, int months) throws Exception {
        try (var database = program.database();
                var passing = database.prepareStatement("""
                        update requests.request
                           set received_at = received_at - make_interval(months => ?),
                               due_on = due_on - make_interval(months => ?),
                               ended_at = ended_at - make_interval(months => ?)
                         where number = ?
                        """)) {
            for (var date = 1; date <= 3; date++) {
                passing.setInt(date, months);
            }
            passing.setString(4, given.number().replace("-", ""));
            if (passing.executeUpdate() != 1) {
                throw new AssertionError("There is no request " + given.number());
            }
        }
    }

    private int count(String sql, String words) throws Exception {
        try (var database = program.database();
                var asked = database.prepareStatement(sql)) {
            asked.setString(1, words);
            try (var rows = asked.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private Person person(Language language, Browser.NewContextOptions options, Consumer<Page> inspector) {
        return new Person(browser.open(options.setBaseURL(url())), language, inspector);
    }

    /** The e-mail that came for somebody, with these words in its subject or text. */
    MimeMessage mailFor(String address, String words) throws Exception {
        var until = System.nanoTime() + MAIL_PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            for (var mail : mails.getReceivedMessages()) {
                var isForThem = Arrays.stream(mail.getRecipients(RecipientType.TO))
                        .anyMatch(to -> to.toString().equals(address));
                if (isForThem && (mail.getSubject() + mail.getContent()).contains(words)) {
                    return mail;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No e-mail for " + address + " with « " + words + " »");
    }

    @Override
    public void close() throws Exception {
        browser.close();
        program.close();
        antivirus.close();
        mails.stop();
        FileSystemUtils.deleteRecursively(folder);
    }
}
