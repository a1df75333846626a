package fr.traboule.start;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static fr.traboule.Answer.redirect;
import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.Organisation;
import fr.traboule.records.CityCells;
import fr.traboule.records.ImportFolder;
import fr.traboule.requests.RequestNumber;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Another city than the demonstration's, started with its own folder: whatever the program shows is that city's. */
@WholeProgramTest
@TestPropertySource(properties = "traboule.start.city=" + SecondCityTests.FOLDER)
class SecondCityTests {

    static final String FOLDER = "src/test/resources/cities/villeurbanne";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String MIDDLE = "144";

    @Autowired
    Subjects subjects;

    @Autowired
    RouteRequest routeRequest;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    private final ImportFolder folder = ImportFolder.on(Path.of(FOLDER));
    private final MockBrowser browser;

    SecondCityTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
        browser.moveTo("127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(names = {"FR", "EN"})
    void everyPublicPageIsTheCitysOwn(Language language) {
        browser.put("langue", language.code());

        assertThat(addresses().toList()).hasSizeGreaterThan(120).allSatisfy(address -> {
            var answer = browser.get(address);
            var page = page(answer);
            assertThat(answer).hasStatusOk();
            assertThat(page.title()).endsWith(" – Villeurbanne");
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language.code());
            assertThat(page.expectFirst("meta[name=theme-color]").attr("content"))
                    .isEqualTo("#1f4e79");
            assertThat(page.select(".app-languages [lang]").eachAttr("lang")).containsExactly("fr", "en");
            assertThat(page.select(".app-demonstration")).isEmpty();
            assertThat(withoutWhatTheDataSays(body(answer))).doesNotContainIgnoringCase("lyon");
        });
    }

    @Test
    void coloursAreTheCitys() {
        assertThat(body(browser.get("/theme.css"))).isEqualTo(":root{--city-brand:#1f4e79;--city-link:#1a4468}");
    }

    @Test
    void aLanguageThatTheCityDoesNotOfferIsNotSpoken() {
        browser.put("langue", "ar");

        assertThat(page(browser.get("/")).expectFirst("html").attr("lang")).isEqualTo("fr");
    }

    @Test
    void aCityWithoutAPactSaysSo() {
        assertThat(page(browser.get("/pacte")).select("main").text()).contains("n’a pas encore publié");
    }

    @Test
    void aCityWithoutPartsAsksForNone() {
        browser.post("/signaler", "description", "Le lampadaire est éteint");

        assertThat(page(browser.get("/lieux")).select("#kind")).hasSize(1);
        assertThat(page(browser.get("/lieux")).select("#area")).isEmpty();
        assertThat(page(browser.get("/signaler/lieu")).select("#place")).hasSize(1);
        assertThat(page(browser.get("/signaler/lieu")).select("#area")).isEmpty();
    }

    @Test
    void itsMapIsThatOfTheCommuneAlone() {
        browser.post("/signaler", "description", "Le lampadaire est éteint");

        assertThat(browser.get("/carte.svg")).hasStatusOk().bodyText().contains("<path", "Mairie de Villeurbanne");
        assertThat(page(browser.get("/signaler/carte")).select("main ol")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lampadaire-eteint,        69266, eclairage-public,     ville-villeurbanne",
        "lampadaire-eteint,             , eclairage-public,     ville-villeurbanne",
        "stationnement-genant,     69266, police-municipale,    ville-villeurbanne",
        "nid-de-poule,             69266, relations-metropole,  metropole-lyon",
        "arbre-dangereux,          69266, orientation-demandes, ville-villeurbanne",
        "acte-de-naissance,             , orientation-demandes, ville-villeurbanne",
        "reclamation-service,           , qualite-reclamations, ville-villeurbanne",
        "lampadaire-eteint,        69123, orientation-demandes, ville-villeurbanne",
        "                 ,        69266, orientation-demandes, ville-villeurbanne"
    })
    void whatIsAskedGoesToTheCitysUnits(
            @Nullable String subject, @Nullable String area, String unit, String organisation) {
        var route = routeRequest.route(
                Optional.ofNullable(subject).flatMap(subjects::byCode), Optional.ofNullable(area), TODAY);

        assertThat(directory.unit(route.unit()).code()).isEqualTo(unit);
        assertThat(directory.organisation(organisation).map(Organisation::id)).contains(route.organisation());
    }

    @Test
    void aRequestIsReceivedByTheUnitThatAnswersForIt() {
        browser.post("/signaler", "description", "Le lampadaire devant chez moi est éteint");
        browser.post("/signaler/sujet", "subject", "lampadaire-eteint");
        browser.post("/signaler/carte", "carte.x", MIDDLE, "carte.y", MIDDLE);
        browser.post("/signaler/reponse", "way", "NONE");

        var number = number(send());

        assertThat(jdbc.sql("""
                        select u.code || ' ' || r.area_code from requests.request r join city.unit u on u.id = r.unit_id
                         where r.number = ?
                        """).param(number.signs()).query(String.class).single())
                .isEqualTo("eclairage-public 69266");
    }

    private MvcTestResult send() {
        var seal = page(browser.get("/signaler/verification"))
                .expectFirst("input[name=seal]")
                .val();
        return browser.post("/signaler/verification", "seal", seal);
    }

    /** From the address of the receipt. */
    private static RequestNumber number(MvcTestResult sent) {
        return RequestNumber.of(redirect(sent).split("/")[2]).orElseThrow();
    }

    private Stream<String> addresses() {
        var ofSubjects = folder.csv("subjects.csv").stream().map(line -> "/demarches/" + line.required("code"));
        var ofPlaces = folder.csv("places.csv").stream().map(line -> "/lieux/" + line.required("slug"));
        return Stream.of(
                        Stream.of(
                                "/",
                                "/signaler",
                                "/ecrire",
                                "/suivi",
                                "/reprendre",
                                "/demarches",
                                "/demarches?mots=lampadaire",
                                "/lieux",
                                "/pacte",
                                "/accessibilite"),
                        ofSubjects,
                        ofPlaces)
                .flatMap(address -> address);
    }

    /** The data may say « Métropole de Lyon »; the program may not add a word of it. The longest cells go first. */
    private String withoutWhatTheDataSays(String page) {
        var rest = page.replace('\u00A0', ' ').toLowerCase(Locale.ROOT);
        for (var cell : cellsOfElsewhere()) {
            rest = rest.replace(cell, "");
        }
        return rest;
    }

    private List<String> cellsOfElsewhere() {
        return Stream.of("organisations.csv", "places.csv", "phone_lines.csv")
                .flatMap(file -> CityCells.of(folder, file))
                .map(cell -> cell.replace('\u00A0', ' ').toLowerCase(Locale.ROOT))
                .filter(cell -> cell.contains("lyon"))
                .sorted(comparingInt(String::length).reversed())
                .toList();
    }
}
