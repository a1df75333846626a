package fr.traboule.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent in the street: no network, a telephone that goes off, an answer that never comes back. */
@JourneyTest
class FieldJourneyTests {

    private static final Path PHOTO = Path.of("docs/pictures/home.png");
    private static final String ADDRESS = "/agents/terrain";

    /** The program takes it and answers; the telephone never hears. */
    private static final String DEAF = """
            const heard = window.fetch;
            window.fetch = async (address, how) => {
                const answer = await heard(address, how);
                if (address === '/agents/terrain/envoi' && sessionStorage.getItem('deaf')) throw new TypeError('lost');
                return answer;
            };
            """;

    private final String lamp = "Lampadaire éteint, marque " + UUID.randomUUID();
    private final String bench = "Banc cassé, marque " + UUID.randomUUID();

    @Test
    void whatIsFiledWithoutANetworkSurvivesThePhoneSwitchedOffAndIsSentOnce(RunningCity city, @TempDir Path folder)
            throws Exception {
        try (var telephone = city.telephone(folder)) {
            var page = telephone.pages().getFirst();
            signIn(page, "eclairage@demo.example");
            page.navigate(ADDRESS);
            awaitShell(page);

            telephone.setOffline(true);
            page.reload();
            assertThat(page.locator("[data-said]")).containsText("Pas de réseau");
            file(page, lamp, "", true);
            file(page, bench, "rue Garibaldi", false);
            assertThat(page.locator("[data-reports] > li")).hasCount(2);
        }
        assertThat(city.requestsSaying(lamp) + city.requestsSaying(bench)).isZero();

        try (var telephone = city.telephone(folder)) {
            telephone.setOffline(true);
            var page = telephone.pages().getFirst();
            page.addInitScript(DEAF);
            page.navigate(ADDRESS);
            assertThat(report(page, lamp).locator("[data-waiting]")).isVisible();
            assertThat(report(page, bench).locator("[data-waiting]")).isVisible();

            // The telephone forgot who was signed in; what is kept stays.
            telephone.setOffline(false);
            page.navigate(ADDRESS);
            assertThat(page).hasURL(Pattern.compile("/connexion"));
            telephone.setOffline(true);
            page.navigate(ADDRESS);
            telephone.setOffline(false);
            page.locator("[data-send]").click();
            page.locator("[data-signed-out] a").click();
            assertThat(page).hasURL(Pattern.compile("/connexion"));

            // The answer of the first sending is lost on the way: it is sent again, and is the same.
            page.evaluate("sessionStorage.setItem('deaf', 'yes')");
            signIn(page, "eclairage@demo.example");
            assertThat(report(page, lamp).locator("[data-tried]")).isVisible();
            assertThat(city.requestsSaying(lamp)).isEqualTo(1);
            page.evaluate("sessionStorage.removeItem('deaf')");
            page.locator("[data-send]").click();
            assertThat(page.locator("[data-link]:not(:empty)")).hasCount(1);
            assertThat(city.requestsSaying(lamp)).isEqualTo(1);
            assertThat(city.photosOf(lamp)).isEqualTo(1);
            var number = page.locator("[data-link]:not(:empty)").innerText();

            // Several addresses look like it: that one is mended, and nothing that was typed is lost.
            assertThat(report(page, bench).locator("[data-says]")).containsText("Plusieurs adresses");
            report(page, bench).locator("[data-mend]").click();
            assertThat(page.locator("#description")).hasValue(bench);
            assertThat(page.locator("#place")).isFocused();
            page.locator("#place")
                    .fill(page.locator("#addresses option").first().getAttribute("value"));
            page.locator("form button[type=submit]").first().click();
            assertThat(page.locator("[data-said]")).hasText("Tout est envoyé.");

            // Once more: the same.
            page.reload();
            assertThat(page.locator("[data-reports] [data-link]")
                            .filter(new Locator.FilterOptions().setHasText(number)))
                    .hasCount(1);
            assertThat(page.locator("[data-send]")).isHidden();
            assertThat(city.requestsSaying(lamp)).isEqualTo(1);
            assertThat(city.requestsSaying(bench)).isEqualTo(1);
            page.locator("[data-link]")
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .click();
            assertThat(page.locator("body")).containsText(lamp);
        }
    }

    /** What one agent kept is neither shown to another on the same telephone nor sent in their name. */
    @Test
    void anotherAgentOnTheSameTelephoneSeesOnlyHowManyThereAre(RunningCity city, @TempDir Path folder)
            throws Exception {
        try (var telephone = city.telephone(folder)) {
            var page = telephone.pages().getFirst();
            signIn(page, "eclairage@demo.example");
            page.navigate(ADDRESS);
            awaitShell(page);
            telephone.setOffline(true);
            page.reload();
            file(page, lamp, "", false);
            telephone.clearCookies();
            telephone.setOffline(false);
            signIn(page, "accueil@demo.example");

            assertThat(page.locator("[data-others]")).containsText("1");
            assertThat(page.locator("[data-reports] > li")).hasCount(0);
            assertThat(page.locator("body")).not().containsText(lamp);
            assertThat(city.requestsSaying(lamp)).isZero();
        }
    }

    /** Nothing is erased without a question; what is too old goes, and the page says so. */
    @Test
    void whatWasNeverSentIsErasedWhenSomebodySaysSoOrAfterThirtyDays(RunningCity city, @TempDir Path folder)
            throws Exception {
        try (var telephone = city.telephone(folder)) {
            var page = telephone.pages().getFirst();
            signIn(page, "eclairage@demo.example");
            page.navigate(ADDRESS);
            awaitShell(page);
            telephone.setOffline(true);
            page.reload();
            file(page, lamp, "", false);
            file(page, bench, "", false);

            report(page, lamp).locator("[data-delete]").click();
            report(page, lamp).locator("[data-keep]").click();
            assertThat(page.locator("[data-reports] > li")).hasCount(2);
            report(page, lamp).locator("[data-delete]").click();
            report(page, lamp).locator("[data-erase]").click();
            assertThat(page.locator("[data-reports] > li")).hasCount(1);

            page.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofDays(31))));
            page.reload();
            assertThat(page.locator("[data-said]")).containsText("effacés parce que trop anciens\u00a0: 1");
            assertThat(page.locator("[data-reports] > li")).hasCount(0);
        }
        assertThat(city.requestsSaying(lamp) + city.requestsSaying(bench)).isZero();
    }

    /** Under ten seconds for a lamp: a subject, the position, a photo; and on a screen of 320 points. */
    @Test
    void aLampIsFiledInAFewTouches(RunningCity city, @TempDir Path folder) throws Exception {
        try (var telephone = city.telephone(folder)) {
            var page = telephone.pages().getFirst();
            signIn(page, "eclairage@demo.example");
            page.navigate(ADDRESS);

            page.locator("#subjectWords").fill("Lampadaire éteint ou cassé");
            page.locator("#files").setInputFiles(PHOTO);
            page.locator("[data-take]").click();
            assertThat(page.locator("[data-position]")).containsText("12");
            page.locator("form button[type=submit]").first().click();

            assertThat(page.locator("[data-said]")).hasText("Tout est envoyé.");
            page.locator("[data-link]").first().click();
            assertThat(page.locator("body")).containsText("Position relevée sur place, à 12 m près");
        }
    }

    /** Nothing is said yet: the page says so, and what was typed stays. */
    @Test
    void whatIsMissingIsAskedOnTheTelephoneItself(RunningCity city, @TempDir Path folder) throws Exception {
        try (var telephone = city.telephone(folder)) {
            var page = telephone.pages().getFirst();
            signIn(page, "eclairage@demo.example");
            page.navigate(ADDRESS);

            page.locator("#landmark").fill("Devant le bar");
            page.locator("form button[type=submit]").first().click();
            assertThat(page.locator("[data-wrong]")).containsText("Choisissez un sujet");
            assertThat(page.locator("#description")).isFocused();
            page.locator("#subjectWords").fill("Lampadère");
            page.locator("form button[type=submit]").first().click();
            assertThat(page.locator("[data-wrong]")).containsText("Aucun sujet");
            assertThat(page.locator("#landmark")).hasValue("Devant le bar");
        }
    }

    /** From then on the page opens without a network. */
    private static void awaitShell(Page page) {
        page.waitForFunction("navigator.serviceWorker.ready.then(() => caches.open('terrain'))"
                + ".then(kept => kept.match('/agents/terrain/hors-ligne')).then(Boolean)");
    }

    private static void signIn(Page page, String email) {
        page.navigate(ADDRESS);
        page.locator("#email").fill(email);
        page.locator("#password").fill("traboule-demonstration");
        page.locator("form button[type=submit]").first().click();
        page.waitForURL("**" + ADDRESS);
    }

    private static void file(Page page, String words, String place, boolean photo) {
        page.locator("#description").fill(words);
        page.locator("#place").fill(place);
        if (photo) {
            page.locator("#files").setInputFiles(PHOTO);
            assertThat(page.locator("[data-chosen]")).containsText("home.png");
        }
        page.locator("form button[type=submit]").first().click();
        assertThat(report(page, words).locator("[data-waiting]")).isVisible();
        assertThat(page.locator("#description")).hasValue("");
    }

    private static Locator report(Page page, String words) {
        return page.locator("[data-reports] > li").filter(new Locator.FilterOptions().setHasText(words));
    }
}
