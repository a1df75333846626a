package fr.traboule.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser that is installed. */
public final class Chromium implements AutoCloseable {

    private static final String BROWSER = "TRABOULE_BROWSER";

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
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

    /** Somebody's own, with a screen 320 points wide. */
    public BrowserContext open(Browser.NewContextOptions options) {
        return browser.newContext(options.setViewportSize(320, 640));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
