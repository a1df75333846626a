package fr.traboule.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Geolocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser that is installed. */
public final class Chromium implements AutoCloseable {

    private static final String BROWSER = "TRABOULE_BROWSER";

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(QUIET));

    /** Somebody's own, with a screen 320 points wide. */
    public BrowserContext open(Browser.NewContextOptions options) {
        return browser.newContext(options.setViewportSize(320, 640));
    }

    /** A telephone that keeps in that folder what browsers keep: closed, it is switched off. It stands in the 3rd arrondissement. */
    BrowserContext telephone(Path folder, String url) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(installed())
                                .setArgs(QUIET)
                                .setBaseURL(url)
                                .setViewportSize(320, 640)
                                .setGeolocation(new Geolocation(45.75995, 4.85512).setAccuracy(12))
                                .setPermissions(List.of("geolocation")));
    }

    private static Path installed() {
        return Path.of(System.getenv().getOrDefault(BROWSER, "/usr/bin/chromium"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
