package fr.traboule.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.traboule.web.Language;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A part of a photo is hidden by keyboard, at 320 pixels and without script; the person sees what everybody would, and objects. */
@JourneyTest
class PictureJourneyTests {

    /** The antivirus looks every five seconds at what came. */
    private static final double UNTIL_IT_WAS_LOOKED_AT = 7_000;

    @Test
    void aPartIsHiddenThePersonSeesItAndObjects(RunningCity city) throws Exception {
        try (var resident = city.person(Language.FR);
                var officer = city.person(Language.FR)) {
            var given = Walks.reportALamp(resident, Language.FR, "photo@demo.example");
            Walks.follow(resident, given);
            assertThat(resident.text()).contains("Aucune de vos photos n’est montrée au public");
            officer.signIn("eclairage@demo.example");
            Walks.open(officer, given);
            officer.page().waitForTimeout(UNTIL_IT_WAS_LOOKED_AT);

            Walks.hideACorner(officer);
            assertThat(officer.text()).contains("Ce que tout le monde verrait");
            screenshot(officer, "result-320");
            officer.press("form[action$='/publier'] button");
            assertThat(officer.text()).contains("Montrée, avec des parties cachées");
            screenshot(officer, "photo-320");
            officer.page().setViewportSize(1200, 900);
            screenshot(officer, "photo-1200");
            officer.page().setViewportSize(320, 640);

            officer.page().waitForTimeout(UNTIL_IT_WAS_LOOKED_AT);
            resident.goTo("/suivi/" + given.number());
            assertThat(resident.text()).contains("Ce que tout le monde pourra voir", "Des parties sont cachées");
            screenshot(resident, "tracked-320");
            var copy = copy(resident);
            assertThat(new Color(copy.getRGB(copy.getWidth() * 2 / 10, copy.getHeight() / 20)))
                    .isEqualTo(Color.BLACK);
            Walks.say(resident, "Je ne veux pas qu’on montre ma photo");

            Walks.open(officer, given);
            assertThat(officer.text()).contains("Je ne veux pas qu’on montre ma photo");
            officer.press("main li a[href*='/photos/']");
            officer.choose("reason", "OBJECTION");
            officer.press("form[action$='/refuser'] button");
            assertThat(officer.text()).contains("À ne pas montrer");
            resident.goTo("/suivi/" + given.number());
            assertThat(resident.text()).contains("Aucune de vos photos n’est montrée au public");
        }
    }

    private static BufferedImage copy(Person resident) throws IOException {
        var address = resident.page().locator("main img[src*='/photos/']").getAttribute("src");
        var bytes = resident.page()
                .request()
                .get(URI.create(resident.page().url()).resolve(address).toString())
                .body();
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static void screenshot(Person person, String name) {
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "journeys", name + ".png"))
                        .setFullPage(true));
    }
}
