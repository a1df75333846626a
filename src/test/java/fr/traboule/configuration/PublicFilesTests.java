package fr.traboule.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.records.Changes;
import fr.traboule.records.Edit;
import fr.traboule.records.ImportProblem.Problem;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.Matching;
import fr.traboule.records.ReceivedFiles;
import fr.traboule.records.RecordFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Files that French administrations publish, as they are, with their columns matched; nothing of it is kept. */
@WholeProgramTest
@Transactional
class PublicFilesTests {

    private static final Path DATA = Path.of("src/test/resources/data");

    @Autowired
    ReceivedFiles received;

    @Autowired
    RecordFiles files;

    @Autowired
    JdbcChanges book;

    @Autowired
    StaffFixture staff;

    private Actor.Agent administrator;

    @BeforeEach
    void signIn() {
        administrator = staff.agent(Role.ADMINISTRATOR);
    }

    @Test
    void swimmingPoolsOfAMetropolis() {
        var edits = taken(
                "grandlyon_piscines.geojson",
                "places",
                Map.of(),
                Map.of("kind", "pool", "postcode", "69000", "town", "Lyon", "source", "Grand Lyon, 2017"));

        assertThat(edits).hasSize(37).allMatch(edit -> !edit.after("longitude").isEmpty());
        assertThat(edits).extracting(Edit::key).contains("centre-nautique-etienne-gagnaire");
        assertThat(edits).extracting(edit -> edit.after("area")).contains("69266");
    }

    @Test
    void placesOfDigitalHelpWithTheirHours() {
        var edits = taken(
                "lieux_inclusion_numerique_hinaura_69_01_38_42.json",
                "places",
                Map.of(),
                Map.of("kind", "digital_help", "source", "Hinaura"));

        assertThat(edits).hasSizeGreaterThan(200);
        assertThat(edits).filteredOn(edit -> !edit.after("hours").isEmpty()).isNotEmpty();
    }

    @Test
    void housesOfPublicServices() {
        var edits = taken(
                "france_services_2020_rhone_et_voisins.geojson",
                "places",
                Map.of("slug", "lib_france_services", "name_fr", "lib_france_services", "town", "lib_com"),
                Map.of("kind", "france_services", "source", "ANCT, France services, 2020"));

        assertThat(edits).hasSize(79).allMatch(edit -> !edit.after("postcode").isEmpty());
    }

    @Test
    void theDirectoryOfAdministrationsOneObjectPerLine() {
        var edits = taken(
                "annuaire_metropole_lyon_2016.ndjson",
                "places",
                Map.of(
                        "slug", "id",
                        "address", "writeAddress.streetAddress",
                        "postcode", "writeAddress.postalCode",
                        "town", "writeAddress.addressLocality"),
                Map.of("kind", "administration", "source", "DILA, 2016"));

        assertThat(edits).hasSize(403);
        assertThat(edits)
                .filteredOn(edit -> edit.key().equals("mairie-69381-01"))
                .singleElement()
                .satisfies(edit -> {
                    assertThat(edit.after("name_fr")).contains("1er");
                    assertThat(edit.after("address")).contains("2 place Sathonay");
                });
    }

    @Test
    void townHallsBetweenSemicolons() {
        var edits = taken(
                "mairies_rhone_sites_2018.csv",
                "organisations",
                Map.of("code", "id", "name_fr", "mairie", "website", "url"),
                Map.of("kind", "city", "source", "DILA, 2018"));

        assertThat(edits).hasSize(294);
    }

    @Test
    void outlinesOfArrondissementsThenOfQuarters() {
        var level = Map.of("level", "arrondissement", "parent", "69123");
        assertThat(taken("lyon_arrondissements.geojson", "areas", Map.of("code", "code_insee"), level))
                .extracting(Edit::key)
                .allMatch(code -> code.startsWith("6938"));

        assertThat(taken(
                        "lyon_conseils_de_quartier.geojson",
                        "areas",
                        Map.of("code", "code", "parent", "code_insee"),
                        Map.of("level", "quartier")))
                .hasSizeLessThanOrEqualTo(36);
    }

    @Test
    void addressesByTheThousand() {
        var edits =
                taken("adresses_observees_metropole_lyon.csv", "addresses", Map.of("town", "commune_source"), Map.of());

        assertThat(edits).hasSizeGreaterThan(200);
    }

    @Test
    void aCommuneThatIsThereTwiceIsRefusedWithItsLine() {
        var problems = refused(
                "metropole_lyon_communes.geojson",
                "areas",
                Map.of("code", "code_2024", "name", "nom_2024"),
                Map.of("level", "commune"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("twice");
            assertThat(problem.value()).isEqualTo("69149");
            assertThat(problem.line()).isGreaterThan(1);
        });
    }

    @Test
    void aFileWithoutPostcodesSaysSoLineByLine() {
        assertThat(refused("grandlyon_piscines.geojson", "places", Map.of(), Map.of("kind", "pool", "town", "Lyon")))
                .hasSizeGreaterThan(30)
                .extracting(Problem::column)
                .containsOnly("postcode");
    }

    private List<Edit> taken(String file, String kind, Map<String, String> from, Map<String, String> always) {
        var outcome = match(file, kind, from, always);
        assertThat(outcome).as(String.valueOf(outcome)).isInstanceOf(Changes.Drafted.class);
        return book.edits(((Changes.Drafted) outcome).id());
    }

    private List<Problem> refused(String file, String kind, Map<String, String> from, Map<String, String> always) {
        return ((Changes.Refused) match(file, kind, from, always)).problems();
    }

    /** What is guessed, and over it what somebody says. */
    private Changes.Outcome match(String name, String kind, Map<String, String> from, Map<String, String> always) {
        var file = files.byName(kind).orElseThrow();
        var upload = ((ReceivedFiles.ToMatch)
                        received.receive(administrator, name, content(name), Optional.of(file), false))
                .upload();
        var sources = new HashMap<String, Matching.Source>();
        Guess.of(file, upload)
                .forEach((field, column) -> sources.put(field.substring("from_".length()), new Matching.From(column)));
        from.forEach((column, theirs) -> sources.put(column, new Matching.From(theirs)));
        always.forEach((column, value) -> sources.put(column, new Matching.Always(value)));
        var known = received.upload(administrator, upload.id()).orElseThrow();
        return ((ReceivedFiles.Proposed) received.match(administrator, known, file, new Matching(sources), false))
                .outcome();
    }

    private static byte[] content(String name) {
        try {
            return Files.readAllBytes(DATA.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
