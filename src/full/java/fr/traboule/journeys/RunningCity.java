package fr.traboule.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.traboule.start.StartedProgram;
import fr.traboule.web.Language;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** The demonstration city as a person starts it, a browser before it and a real mail server behind it. */
final class RunningCity implements AutoCloseable {

    private static final String BROWSER = "TRABOULE_BROWSER";
    private static final Duration MAIL_PATIENCE = Duration.ofSeconds(20);

    private final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Path folder;
    private final StartedProgram program;
    private final Playwright playwright;
    private final Browser browser;

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
                        "SPRING_MAIL_HOST",
                        "127.0.0.1",
                        "SPRING_MAIL_PORT",
                        String.valueOf(mails.getSmtp().getPort())));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault(BROWSER, "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    StartedProgram program() {
        return program;
    }

    String url() {
        return program.url();
    }

    /** Somebody whose browser runs no script, with a screen 320 points wide: where all must work. */
    Person person(Language language) {
        return person(language, false, page -> {});
    }

    /** Somebody with an inspector who looks at each page that they come to; he needs script for his tools. */
    Person inspected(Language language, Consumer<Page> inspector) {
        return person(language, true, inspector);
    }

    private Person person(Language language, boolean script, Consumer<Page> inspector) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(320, 640)
                .setJavaScriptEnabled(script)
                .setBypassCSP(script)
                .setBaseURL(url()));
        return new Person(context, language, inspector);
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
        playwright.close();
        program.close();
        mails.stop();
        FileSystemUtils.deleteRecursively(folder);
    }
}
