package fr.traboule.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.MockBrowser;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.antivirus.TestClamd;
import fr.traboule.ground.bucket.S3Server;
import fr.traboule.ground.files.FileStorage;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.FilesFixture;
import fr.traboule.ground.files.MoveFiles;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A whole city whose files are in an S3 store and looked at by an antivirus, and what people see when either fails. */
@WholeProgramTest
class FilesControllerTests {

    private static final String ADDRESS = "/administration/fichiers";
    private static final S3Server SERVER = S3Server.start(folder());
    private static final TestClamd CLAMD = TestClamd.start();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    List<FileStore> stores;

    @Autowired
    FileStorage storage;

    @Autowired
    MoveFiles moveFiles;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent officer = new Actor.Agent(new AccountId(UUID.randomUUID()), Set.of(Role.UNIT_HEAD));

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("traboule.files.s3.endpoint", SERVER::endpoint);
        settings.add("traboule.files.s3.bucket", () -> "files");
        settings.add("traboule.files.s3.key", () -> S3Server.KEY);
        settings.add("traboule.files.s3.secret", () -> S3Server.SECRET);
        settings.add("traboule.files.s3.timeout", () -> "3s");
        settings.add("traboule.files.clamd.address", CLAMD::address);
        settings.add("traboule.files.clamd.timeout", () -> "2s");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "s3-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        CLAMD.close();
    }

    @BeforeEach
    void somebodyOfTheTriageAndNoFilesOfTheDemonstration() {
        clear();
        officer = staff.agent(Role.UNIT_HEAD, "orientation-demandes");
    }

    @AfterEach
    void clear() {
        CLAMD.in(TestClamd.Mood.WORKS);
        FilesFixture.forgetAll(jdbc);
    }

    @Test
    void aFileGoesTheWholeWayFromThePersonThroughTheAntivirusToTheAgent() {
        var number = sent("note.txt", "Bonjour");
        assertThat(SERVER.all()).isNotEmpty();
        var link = "/agents/demandes/" + number + "/fichiers/" + file();

        var closed = asOfficer(link);
        assertThat(closed).hasStatus(409);
        assertThat(Answer.page(closed).text()).contains("ne s’ouvre pas", "L’antivirus doit encore l’examiner");
        assertThat(Answer.page(asOfficer("/agents/demandes/" + number)).select("a[href=" + link + "]"))
                .isEmpty();

        scan();

        assertThat(Answer.body(asOfficer(link))).isEqualTo("Bonjour");
        assertThat(Answer.page(asOfficer("/agents/demandes/" + number)).select("a[href=" + link + "]"))
                .hasSize(1);
    }

    @Test
    void whatIsDangerousIsToldToThePersonAndTheAgentsAndDecided() {
        var browser = new MockBrowser(mvc);
        var number = sent(browser, "virus.txt", TestClamd.EICAR);
        scan();
        var link = "/agents/demandes/" + number + "/fichiers/" + file();

        assertThat(Answer.page(browser.get("/suivi/" + number)).text())
                .contains("virus.txt", "l’antivirus le croit dangereux", "Fichier mis de côté");
        assertThat(Answer.page(asOfficer(link)).text()).contains("L’administration du site décide");
        var list = Answer.page(asAdministrator(ADDRESS));
        assertThat(list.text()).contains("virus.txt", number, "Dangereux", "Eicar-Test-Signature", "ClamAV 1.4.6");

        var page = ADDRESS + "/" + file();
        assertThat(list.select("a[href=" + page + "]")).hasSize(1);
        assertThat(Answer.page(asAdministrator(page)).text()).contains("Libérer", "Effacer", "Faire examiner");
        var unsaid = act(page + "/liberer", "reason", " ");
        assertThat(unsaid).hasStatusOk();
        assertThat(Answer.page(unsaid).select(".govuk-error-summary a")).hasSize(1);
        assertThat(Answer.redirect(act(page + "/liberer", "reason", "Un document de formation")))
                .isEqualTo(ADDRESS + "?fait=oui");

        assertThat(Answer.body(asOfficer(link))).isEqualTo(TestClamd.EICAR);
        assertThat(Answer.page(asOfficer("/agents/demandes/" + number)).text())
                .contains("Un document de formation", "puis libéré");
        assertThat(Answer.page(browser.get("/suivi/" + number)).text()).doesNotContain("Un document de formation");
        assertThat(asAdministrator(page)).hasStatus(404);
    }

    @Test
    void whoDecidesSeesNeitherTheRequestNorWhatIsInTheFile() {
        var number = sent("virus.txt", TestClamd.EICAR);
        scan();

        for (var page : List.of(ADDRESS, ADDRESS + "/" + file())) {
            assertThat(Answer.page(asAdministrator(page)).text())
                    .contains(number)
                    .doesNotContain("Une question", "EICAR-STANDARD");
        }
        assertThat(asAdministrator("/agents/demandes/" + number)).hasStatus(403);
        assertThat(asAdministrator("/agents/demandes/" + number + "/fichiers/" + file()))
                .hasStatus(403);
    }

    @Test
    void erasedItIsGoneForAll() {
        var number = sent("virus.txt", TestClamd.EICAR);
        scan();

        var page = ADDRESS + "/" + file();
        assertThat(Answer.redirect(act(page + "/examiner"))).isEqualTo(ADDRESS + "?fait=oui");
        scan();
        assertThat(Answer.redirect(act(page + "/effacer", "reason", "Un vrai virus")))
                .isEqualTo(ADDRESS + "?fait=oui");
        assertThat(Answer.redirect(act(page + "/effacer", "reason", "Encore"))).isEqualTo(ADDRESS + "?fait=non");

        var gone = asOfficer("/agents/demandes/" + number + "/fichiers/" + file());
        assertThat(gone).hasStatus(409);
        assertThat(Answer.page(gone).text()).contains("Effacé le", "demandez à la personne");
    }

    @Test
    void withTheStoreAwayThePersonIsToldAndLosesNothing() {
        var number = sent("note.txt", "Bonjour");
        scan();
        var draft = draft("Un banc est cassé");
        SERVER.kill();
        try {
            var refused = upload(draft, "photo.txt", "Une autre note");

            assertThat(refused).hasStatusOk();
            assertThat(Answer.page(refused).select(".govuk-error-summary a").text())
                    .contains("photo.txt", "Tout ce que vous avez écrit est gardé");
            assertThat(Answer.page(mvc.get()
                                    .uri("/signaler/description")
                                    .cookie(draft)
                                    .exchange())
                            .text())
                    .doesNotContain("fichier joint");
            var away = asOfficer("/agents/demandes/" + number + "/fichiers/" + file());
            assertThat(away).hasStatus(503);
            assertThat(Answer.page(away).text()).contains("Le fichier n’est pas perdu");
            assertThat(Answer.page(asAdministrator(ADDRESS)).text()).contains("Le magasin S3 ne répond pas");
        } finally {
            SERVER.startAgain();
        }
        assertThat(Answer.page(upload(draft, "photo.txt", "Une autre note")).text())
                .contains("1 fichier joint");
        assertThat(Answer.body(asOfficer("/agents/demandes/" + number + "/fichiers/"
                        + jdbc.sql("select id from requests.file where name = 'note.txt'")
                                .query(UUID.class)
                                .single())))
                .isEqualTo("Bonjour");
    }

    @Test
    void withTheAntivirusAwayFilesWaitAndThePageSaysSo() {
        CLAMD.in(TestClamd.Mood.CLOSES);
        var draft = draft("Un banc est cassé");

        assertThat(Answer.page(upload(draft, "note.txt", "Bonjour")).text())
                .contains("1 fichier joint", "L’antivirus doit encore l’examiner");
        assertThat(Answer.page(asAdministrator(ADDRESS)).text())
                .contains("ne répond pas. Les fichiers attendent", "1 fichier attend");
    }

    @Test
    void filesAreMovedAndTheMovingIsStopped() {
        sent("note.txt", "Bonjour");
        jdbc.sql("update requests.file set content = ?, object_key = null")
                .param("Bonjour".getBytes(UTF_8))
                .update();
        assertThat(Answer.page(asAdministrator(ADDRESS)).text()).contains("1 fichier n’est pas là où vont");

        assertThat(Answer.redirect(act(ADDRESS, "move", "1"))).isEqualTo(ADDRESS + "?fait=oui");
        assertThat(Answer.page(asAdministrator(ADDRESS)).text()).contains("Déplacement en cours");
        assertThat(Answer.redirect(act(ADDRESS, "stop", "1"))).isEqualTo(ADDRESS + "?fait=oui");
        assertThat(Answer.redirect(act(ADDRESS, "stop", "1"))).isEqualTo(ADDRESS + "?fait=non");
        assertThat(moveFiles.movingSince()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseMay(Role role) {
        var somebody = StaffFixture.signedIn(staff.agent(role));

        assertThat(mvc.get().uri(ADDRESS).with(somebody)).hasStatus(403);
        assertThat(mvc.get().uri(ADDRESS + "/" + UUID.randomUUID()).with(somebody))
                .hasStatus(403);
        for (var field : List.of("move", "stop")) {
            assertThat(mvc.post().uri(ADDRESS).param(field, "1").with(csrf()).with(somebody))
                    .hasStatus(403);
        }
        for (var act : List.of("examiner", "liberer", "effacer")) {
            assertThat(mvc.post()
                            .uri(ADDRESS + "/" + UUID.randomUUID() + "/" + act)
                            .param("reason", "Parce que")
                            .with(csrf())
                            .with(somebody))
                    .hasStatus(403);
        }
    }

    private void scan() {
        FilesFixture.scanAll(stores, storage, events);
    }

    private UUID file() {
        return jdbc.sql("select id from requests.file order by id limit 1")
                .query(UUID.class)
                .single();
    }

    private String sent(String name, String content) {
        return sent(new MockBrowser(mvc), name, content);
    }

    /** Up to the receipt. @return the number */
    private String sent(MockBrowser browser, String name, String content) {
        browser.moveTo("127.0.0.1");
        browser.post("/ecrire", "description", "Une question");
        upload(new Cookie("brouillon", browser.cookie("brouillon")), "/ecrire/fichiers", name, content);
        browser.post("/ecrire/reponse", "way", "NONE");
        var check = Answer.page(browser.get("/ecrire/verification"));
        var fields = check.select("main form input").stream()
                .filter(field -> !field.attr("name").equals("_csrf"))
                .flatMap(field -> Stream.of(field.attr("name"), field.val()))
                .toArray(String[]::new);
        var sent = browser.post("/ecrire/verification", fields);
        return Answer.redirect(sent).replaceAll("/suivi/(.*)/recu", "$1");
    }

    private Cookie draft(String description) {
        return Answer.cookie(
                mvc.post()
                        .uri("/signaler")
                        .with(csrf())
                        .param("description", description)
                        .exchange(),
                "brouillon");
    }

    private MvcTestResult upload(Cookie draft, String name, String content) {
        return upload(draft, "/signaler/fichiers", name, content);
    }

    private MvcTestResult upload(Cookie draft, String address, String name, String content) {
        return mvc.perform(MockMvcRequestBuilders.multipart(address)
                .file(new MockMultipartFile("files", name, "text/plain", content.getBytes(UTF_8)))
                .param("ajouter", "1")
                .cookie(draft)
                .with(csrf()));
    }

    private MvcTestResult asOfficer(String address) {
        return mvc.get().uri(address).with(StaffFixture.signedIn(officer)).exchange();
    }

    private MvcTestResult asAdministrator(String address) {
        return mvc.get()
                .uri(address)
                .with(StaffFixture.signedIn(staff.agent(Role.ADMINISTRATOR)))
                .exchange();
    }

    private MvcTestResult act(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(StaffFixture.signedIn(staff.agent(Role.ADMINISTRATOR)));
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
