package fr.traboule.configuration;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.ground.works.WorkId;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Thousands of lines: nobody waits before a page, and what comes of it is whole or nothing. */
@WholeProgramTest
class LongChangeTests {

    private static final String IMPORT = "/administration/ville/import";
    private static final int LINES = 5_100;

    @Autowired
    WorkFixture works;

    @Autowired
    JdbcClient jdbc;

    private final MockBrowser browser;

    LongChangeTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
    }

    @BeforeEach
    void signIn() {
        browser.signIn("admin@demo.example", "traboule-demonstration");
    }

    @Test
    void thousandsOfLinesAreReadAppliedAndTakenBackByLongWorks() {
        var before = addresses();
        var change = done(redirect(browser.send(IMPORT, "file", "addresses.csv", file(LINES, "4.83"))));
        assertThat(change).startsWith("/administration/ville/changements/");
        assertThat(body(browser.get(change))).contains("5\u202f100");
        assertThat(addresses()).isEqualTo(before);

        assertThat(done(redirect(browser.post(change, "version", "0", "when", "now"))))
                .isEqualTo(change);
        assertThat(addresses()).isEqualTo(before + LINES);
        assertThat(body(browser.get(change))).contains("Appliqué");

        var undoing = done(redirect(browser.post(change + "/annuler")));
        assertThat(undoing).isNotEqualTo(change);
        assertThat(done(redirect(browser.post(undoing, "version", "0", "when", "now"))))
                .isEqualTo(undoing);
        assertThat(addresses()).isEqualTo(before);
    }

    @Test
    void aLineThatIsWrongIsSaidWhenAllAreRead() {
        var before = addresses();
        var work = redirect(browser.send(IMPORT, "file", "addresses.csv", file(LINES, "beaucoup")));

        var result = page(browser.get(outcome(work)));

        assertThat(result.text())
                .contains("Rien n’est importé")
                .contains("addresses.csv, ligne 2")
                .contains("beaucoup");
        assertThat(addresses()).isEqualTo(before);
    }

    @Test
    void columnsOfAnotherPublisherAreMatchedThenReadByALongWork() {
        var theirs = new String(file(LINES, "4.83"), UTF_8).replaceFirst("[^\n]*", "voie,cp,commune,x,y,producteur");
        var match =
                redirect(browser.send(IMPORT, "file", "base-adresse.csv", theirs.getBytes(UTF_8), "kind", "addresses"));

        var change = done(redirect(browser.post(
                match,
                "kind",
                "addresses",
                "from_address",
                "voie",
                "from_postcode",
                "cp",
                "from_town",
                "commune",
                "from_longitude",
                "x",
                "from_latitude",
                "y",
                "value_source",
                "Essai")));

        assertThat(page(browser.get(change)).select("ins").eachText()).contains("Essai", "69999");
    }

    @Test
    void aFileThatIsThereAlreadyChangesNothing() {
        var work = redirect(browser.send(
                IMPORT, "file", "addresses.csv", (new String(file(LINES, "4.83"), UTF_8)).getBytes(UTF_8)));
        var change = done(work);
        done(redirect(browser.post(change, "version", "0", "when", "now")));

        var again = redirect(browser.send(IMPORT, "file", "addresses.csv", file(LINES, "4.83")));

        assertThat(page(browser.get(outcome(again))).text()).contains("Rien ne change");
        done(redirect(browser.post(done(redirect(browser.post(change + "/annuler"))), "version", "0", "when", "now")));
    }

    @Test
    void aCityOfManyAddressesIsExportedByALongWork() throws Exception {
        jdbc.sql("""
                        insert into city.address (id, address, postcode, town, longitude, latitude)
                        select gen_random_uuid(), i || ' allée du Nombre', '69998', 'Lyon', 4.83, 45.76 from generate_series(1, 100001) as i
                        """).update();
        try {
            var work = redirect(browser.post("/administration/ville/export"));
            assertThat(work).startsWith("/administration/travaux/");
            works.run(new WorkId(UUID.fromString(work.substring(work.lastIndexOf('/') + 1))));

            assertThat(body(browser.get(work))).contains("(100\u00a0%)");
            var file = browser.get(work + "/fichier").getResponse();
            assertThat(file.getContentType()).isEqualTo("application/zip");
            try (var zip = new ZipInputStream(new ByteArrayInputStream(file.getContentAsByteArray()), UTF_8)) {
                var entry = zip.getNextEntry();
                while (!"addresses.csv".equals(entry.getName())) {
                    entry = zip.getNextEntry();
                }
                assertThat(new String(zip.readAllBytes(), UTF_8).lines()).hasSize(1 + addresses());
            }
        } finally {
            jdbc.sql("delete from city.address where postcode = '69998'").update();
        }
    }

    @Test
    void aCityOfFewIsExportedAtOnce() {
        assertThat(browser.post("/administration/ville/export").getResponse().getContentType())
                .isEqualTo("application/zip");
    }

    /** @return where its result leads */
    private String done(String work) {
        return redirect(browser.get(outcome(work)));
    }

    private String outcome(String work) {
        assertThat(work).startsWith("/administration/travaux/");
        works.run(new WorkId(UUID.fromString(work.substring(work.lastIndexOf('/') + 1))));
        return page(browser.get(work)).expectFirst("a.govuk-button").attr("href");
    }

    private int addresses() {
        return jdbc.sql("select count(*)::int from city.address")
                .query(Integer.class)
                .single();
    }

    private static byte[] file(int lines, String longitude) {
        return IntStream.range(0, lines)
                .mapToObj(number -> "%d rue de l’Essai,69999,Lyon,%s,45.76,Essai".formatted(number, longitude))
                .collect(Collectors.joining("\n", "address,postcode,town,longitude,latitude,source\n", "\n"))
                .getBytes(UTF_8);
    }
}
