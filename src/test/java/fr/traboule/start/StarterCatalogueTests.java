package fr.traboule.start;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.page;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.MockBrowser;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.records.CityCells;
import fr.traboule.records.CityFolder;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.Line;
import fr.traboule.routing.RouteRequest;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectTheme;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The first day of a city: the starter catalogue, a name, two colours and the outlines of two quarters. */
@WholeProgramTest
class StarterCatalogueTests {

    private static final ImportFolder STARTER = ImportFolder.shipped("cities/starter");
    private static final List<String> FILES = List.of(
            "themes.csv",
            "subjects.csv",
            "subject_texts.csv",
            "competences.csv",
            "organisations.csv",
            "units.csv",
            "commitments.csv",
            "school_holidays.csv");

    @TempDir
    static Path root;

    @DynamicPropertySource
    static void village(DynamicPropertyRegistry properties) {
        properties.add("traboule.start.city", () -> {
            CityFolder.starter(root)
                    .write("city.json", """
                            {"code": "00001", "name": "Saint-Exemple", "school_zone": "B", "languages": ["fr", "en", "ar"],
                             "brand": "#2e5d34", "link": "#27502d", "triage_unit": "accueil", "complaint_unit": "accueil",
                             "promise_days": 10}
                            """)
                    .write("areas/communes.geojson", """
                            {"type": "FeatureCollection", "features": [{"type": "Feature",
                             "properties": {"code": "00001", "level": "commune", "name": "Saint-Exemple", "parent": null},
                             "geometry": {"type": "Polygon", "coordinates": [[[2, 47], [2.04, 47], [2.04, 47.02], [2, 47.02], [2, 47]]]}}]}
                            """)
                    .write("areas/quartiers.geojson", """
                            {"type": "FeatureCollection", "features": [{"type": "Feature",
                             "properties": {"code": "bourg", "level": "quartier", "name": "Le Bourg", "parent": "00001"},
                             "geometry": {"type": "Polygon", "coordinates": [[[2, 47], [2.02, 47], [2.02, 47.02], [2, 47.02], [2, 47]]]}},
                             {"type": "Feature",
                             "properties": {"code": "moulin", "level": "quartier", "name": "Le Moulin", "parent": "00001"},
                             "geometry": {"type": "Polygon", "coordinates": [[[2.02, 47], [2.04, 47], [2.04, 47.02], [2.02, 47.02], [2.02, 47]]]}}]}
                            """);
            return root.toString();
        });
    }

    @Autowired
    Subjects subjects;

    @Autowired
    RouteRequest routeRequest;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    private final MockBrowser browser;

    StarterCatalogueTests(@Autowired MockMvcTester mvc) {
        browser = new MockBrowser(mvc);
        browser.moveTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2026-11-23", "2050-02-28"})
    void nothingIsWithoutAUnitThatAnswers(LocalDate day) {
        assertThat(catalogue()).hasSize(90);
        assertThat(catalogue())
                .extracting(subject -> routeRequest.route(Optional.of(subject), Optional.of("bourg"), day))
                .extracting(route -> directory.unit(route.unit()).code())
                .containsOnly("accueil");
    }

    @ParameterizedTest
    @EnumSource
    void everySubjectHasItsPageInEveryLanguage(Language language) {
        browser.put("langue", language.code());

        assertThat(catalogue()).allSatisfy(subject -> {
            assertThat(subject.summary().texts()).containsOnlyKeys(Language.values());
            assertThat(page(browser.get("/demarches/" + subject.code()))
                            .select("h1")
                            .text())
                    .isEqualTo(subject.title().in(language).text().replace('\u00A0', ' '));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/demarches", "/lieux", "/signaler", "/suivi", "/pacte"})
    void aCityThatHasNothingElseYetHasItsPages(String address) {
        assertThat(browser.get(address)).hasStatusOk();
        assertThat(page(browser.get(address)).title()).endsWith(" – Saint-Exemple");
    }

    @Test
    void quartersWithoutArrondissementsAreChosenByThemselves() {
        browser.post("/signaler", "description", "Le lampadaire est éteint");

        assertThat(page(browser.get("/signaler/lieu")).select("#area option").eachText())
                .containsExactly("Je ne sais pas", "Le Bourg", "Le Moulin");
        assertThat(page(browser.get("/lieux")).select("#area option").eachText())
                .containsExactly("Toute la ville", "Le Bourg", "Le Moulin");
        assertThat(page(browser.get("/signaler/carte")).select("main ol a").eachText())
                .containsExactly("Le Bourg", "Le Moulin");
        assertThat(body(browser.get("/carte.svg"))).contains(">1</text>", ">2</text>");
        assertThat(browser.post("/signaler/carte", "carte.x", "60", "carte.y", "144"))
                .hasRedirectedUrl("/signaler/carte?zone=bourg");
        assertThat(browser.get("/carte.svg?zone=bourg")).hasStatusOk();
    }

    @Test
    void thePactIsLeftToTheCity() {
        assertThat(STARTER.csv("commitments.csv")).isEmpty();
        assertThat(body(browser.get("/pacte"))).contains("n’a pas encore publié");
    }

    @Test
    void theSchoolHolidaysOfAllZonesAreThere() {
        assertThat(jdbc.sql("select zone || ' ' || count(*) from city.school_holiday group by zone order by zone")
                        .query(String.class)
                        .list())
                .containsExactly("A 15", "B 15", "C 15");
    }

    @Test
    void itNamesNoPlace() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(CityCells.of(STARTER, file))
                        .as(file)
                        .noneMatch(cell ->
                                cell.matches("(?is).*(lyon|métropole|arrondissement|sytral|ليون|متروبول|الدائرة).*")));
    }

    @Test
    void aCodeMeansTheSameThingAsInTheDemonstrationCity() {
        var theirs = keys(ImportFolder.shipped("cities/lyon"));
        var codes = ImportFolder.shipped("cities/lyon").csv("subjects.csv").stream()
                .map(line -> line.required("code"))
                .collect(Collectors.toSet());
        var shared = keys(STARTER).stream()
                .filter(key -> codes.contains(key.getFirst()))
                .toList();

        assertThat(shared).hasSizeGreaterThan(75).isSubsetOf(theirs);
    }

    @Test
    void theFrenchSpeaksToThePersonAndSaysWhatHappens() {
        assertThat(STARTER.csv("subject_texts.csv"))
                .filteredOn(line -> line.required("language").equals("fr"))
                .extracting(line -> line.required("summary"))
                .allMatch(summary -> summary.length() < 240)
                .allMatch(summary -> summary.contains("ous "))
                .allMatch(summary -> Stream.of(
                                "La Ville",
                                "a Ville",
                                "mairie",
                                "police",
                                "bibliothèque",
                                "personne",
                                "centre communal")
                        .anyMatch(summary::contains))
                .noneMatch(summary -> summary.matches(".* [:;?!»].*|.*« .*"));
    }

    /** What a code says apart from words. */
    private static Set<List<String>> keys(ImportFolder folder) {
        return folder.csv("subjects.csv").stream()
                .map(StarterCatalogueTests::key)
                .collect(Collectors.toSet());
    }

    private static List<String> key(Line line) {
        return List.of(
                line.required("code"),
                line.required("theme"),
                line.required("nature"),
                line.required("place"),
                line.text("sensitive").orElse(""));
    }

    private List<Subject> catalogue() {
        return subjects.themes().stream()
                .map(SubjectTheme::subjects)
                .flatMap(List::stream)
                .toList();
    }
}
