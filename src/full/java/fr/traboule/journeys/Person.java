package fr.traboule.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fr.traboule.web.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Somebody at a browser who has a keyboard and nothing else: Tab, arrows, space, Enter. */
final class Person implements AutoCloseable {

    /** More stops than any page has. */
    private static final int MOST_STOPS = 400;

    /** The antivirus and long works look for something to do every few seconds. */
    private static final int MOST_LOOKS = 60;

    private static final double UNTIL_THE_NEXT_LOOK = 500;

    private static final String SEND = "main form[method=post] button[type=submit]:not([name])";

    private final BrowserContext context;
    private final Page page;
    private final Consumer<Page> inspector;

    Person(BrowserContext context, Language language, Consumer<Page> inspector) {
        this.context = context;
        this.inspector = inspector;
        page = context.newPage();
        page.navigate("/accessibilite");
        context.addCookies(List.of(new Cookie("langue", language.code()).setUrl(page.url())));
    }

    void goTo(String address) {
        open(address);
    }

    /** Answers the status. */
    int open(String address) {
        var status = page.navigate(address).status();
        inspector.accept(page);
        return status;
    }

    /** The browser forgets something. */
    void lose(String cookie) {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie));
    }

    /** Puts the cursor in a field and types, instead of what was there. */
    void type(String field, String words) {
        reach("[id='" + field + "']");
        page.keyboard().press("Control+A");
        page.keyboard().insertText(words);
    }

    /** Chooses among radio buttons. */
    void choose(String field, String value) {
        var wanted = "input[name='%s'][value='%s']".formatted(field, value);
        reach("input[name='%s']".formatted(field));
        for (var stop = 0; stop < MOST_STOPS && !isFocused(wanted); stop++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Space");
    }

    /** Ticks a box among several. */
    void tick(String field, String value) {
        reach("input[name='%s'][value='%s']".formatted(field, value));
        page.keyboard().press("Space");
    }

    /** Chooses the first of the radio buttons. */
    void chooseFirst(String field) {
        choose(field, page.locator("input[name='%s']".formatted(field)).first().getAttribute("value"));
    }

    /** What needs no key: files come from the browser's own window. */
    void attach(Path... files) {
        page.locator("#files").setInputFiles(files);
    }

    /** A day in the browser's own calendar. */
    void pickDay(String field, LocalDate day) {
        reach("[id='" + field + "']");
        page.locator("[id='" + field + "']").fill(day.toString());
    }

    /** A day in three fields. */
    void typeDay(String field, LocalDate day) {
        type(field + "-day", String.valueOf(day.getDayOfMonth()));
        type(field + "-month", String.valueOf(day.getMonthValue()));
        type(field + "-year", String.valueOf(day.getYear()));
    }

    /** Sends the form that the person is at, or the only one. */
    void send() {
        press(SEND);
    }

    /** Sends, and answers the status of what comes instead. */
    int sendInVain() {
        reach(SEND);
        var status =
                page.waitForNavigation(() -> page.keyboard().press("Enter")).status();
        inspector.accept(page);
        return status;
    }

    /** Goes to a link or a button and presses it. */
    void press(String control) {
        reach(control);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        inspector.accept(page);
    }

    /** Goes to a button and presses it; the browser goes through pages by itself until that address. */
    void pressUntil(String control, String end) {
        reach(control);
        page.keyboard().press("Enter");
        page.waitForURL("**" + end);
        inspector.accept(page);
    }

    /** Goes to the link or the button that says so and presses it. */
    void pressNamed(String words) {
        press(named(words));
    }

    /** Goes to a link or a button and presses it; what comes is a file. */
    byte[] save(String control) throws IOException {
        reach(control);
        var file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        return Files.readAllBytes(file.path());
    }

    static String named(String words) {
        return "main :is(a, button):has-text('%s')".formatted(words);
    }

    /** Comes back to a page until it says that. */
    void awaitAt(String address, String words) {
        goTo(address);
        for (var look = 0; !text().contains(words); look++) {
            if (look == MOST_LOOKS) {
                throw new AssertionError("%s never says « %s »:\n%s".formatted(address, words, text()));
            }
            page.waitForTimeout(UNTIL_THE_NEXT_LOOK);
            goTo(address);
        }
    }

    /** Comes back to the page until that is on it. */
    void awaitOnPage(String part) {
        for (var look = 0; page.locator(part).count() == 0 && look < MOST_LOOKS; look++) {
            page.waitForTimeout(UNTIL_THE_NEXT_LOOK);
            goTo(at());
        }
        requireOnPage(part);
    }

    /** Opens what is folded around a control. */
    void unfold(String control) {
        reach("details:has(%s) > summary".formatted(control));
        page.keyboard().press("Enter");
        inspector.accept(page);
    }

    /** Chooses in a list that opens. */
    void pick(String field, String value) {
        reach("[id='" + field + "']");
        page.locator("[id='" + field + "']").selectOption(value);
    }

    /** Chooses in a list that opens what says so. */
    void pickNamed(String field, String words) {
        var option = "[id='%s'] option:has-text('%s')".formatted(field, words);
        requireOnPage(option);
        pick(field, page.locator(option).first().getAttribute("value"));
    }

    /** What stands in a field. */
    String typed(String field) {
        return page.locator("[id='" + field + "']").inputValue();
    }

    /** What has the focus. */
    String focused() {
        return page.locator(":focus").innerText();
    }

    /** Tab by Tab, from where the person is. */
    private void reach(String control) {
        requireOnPage(control);
        for (var stop = 0; !isFocused(control); stop++) {
            if (stop == MOST_STOPS) {
                throw new AssertionError("The keyboard does not reach %s on %s".formatted(control, page.url()));
            }
            page.keyboard().press("Tab");
        }
    }

    private void requireOnPage(String part) {
        if (page.locator(part).count() == 0) {
            throw new AssertionError("There is no %s on %s:\n%s".formatted(part, page.url(), text()));
        }
    }

    private boolean isFocused(String control) {
        return page.locator(control).and(page.locator(":focus")).count() > 0;
    }

    String text() {
        return page.locator("body").innerText();
    }

    String text(String part) {
        requireOnPage(part);
        return page.locator(part).first().innerText();
    }

    /** The path of the page. */
    String at() {
        return URI.create(page.url()).getPath();
    }

    Page page() {
        return page;
    }

    /** At the desk, with an account of the demonstration. */
    void signIn(String email) {
        goTo("/agents");
        type("email", email);
        type("password", "traboule-demonstration");
        send();
    }

    @Override
    public void close() {
        context.close();
    }
}
