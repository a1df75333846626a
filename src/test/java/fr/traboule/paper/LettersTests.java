package fr.traboule.paper;

import static fr.traboule.Answer.body;
import static fr.traboule.Answer.redirect;
import static fr.traboule.Answer.typed;
import static fr.traboule.StaffFixture.signedIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.antivirus.TestClamd;
import fr.traboule.ground.files.FilesFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of the mail: whatever is brought in stays in it. */
@WholeProgramTest
class LettersTests {

    private static final String ADDRESS = "/agents/courrier";
    private static final String UNIT = "mairie-3-accueil";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    PaperFixture paper;

    @Autowired
    Letters letters;

    @Autowired
    HandleLetters handle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    private Actor.Agent agent;
    private LocalDate today;

    @BeforeEach
    void anAgent() {
        agent = staff.agent(Role.RECEPTION_AGENT, UNIT);
        today = CityTime.day(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ADDRESS, ADDRESS + "/registre", "/agents/fiches-de-secours", "/agents/fiches-de-secours/toutes"})
    void visitorsAreAskedWhoTheyAreAndAdministratorsRefused(String address) {
        assertThat(mvc.get().uri(address)).hasRedirectedUrl("/connexion");
        assertThat(mvc.get().uri(address).with(signedIn(staff.agent(Role.ADMINISTRATOR))))
                .hasStatus(403);
    }

    @Test
    void everyFileStaysInTheRegisterWhateverItIs() throws IOException {
        var bad = List.of(
                file("vide.pdf", new byte[0]),
                file("programme.exe", ("MZ" + UUID.randomUUID()).getBytes(UTF_8)),
                file("bombe.zip", zipBomb()),
                file("image.png", pngBomb()),
                file("lettre.txt", PaperFixture.text()));

        redirect(drop(today, bad));

        var register = body(get(ADDRESS + "/registre"));
        assertThat(register)
                .contains("vide.pdf", "Fichier vide", "programme.exe", "Fichier illisible", "bombe.zip", "image.png")
                .contains("Image abîmée", "lettre.txt");
        assertThat(mine().stream().filter(letter -> letter.condition() != LetterCondition.EMPTY))
                .as("the bytes of each are kept")
                .hasSize(4)
                .allMatch(letter -> letter.file().isPresent());
        assertThat(body(get(ADDRESS + "/" + named("vide.pdf").id().value())))
                .contains("Numérisez la lettre une nouvelle fois");
    }

    @Test
    void whatDoesNotOpenIsNeverServed() {
        redirect(drop(today, List.of(file("programme.exe", ("MZ" + UUID.randomUUID()).getBytes(UTF_8)))));

        assertThat(get(ADDRESS + "/" + mine().getFirst().id().value() + "/fichier"))
                .hasStatus(404);
    }

    @Test
    void whatOpensIsSavedAndNeverOpenedInOurPages() {
        var letter = paper.letter(agent, UNIT, today);

        assertThat(get(ADDRESS + "/" + letter.value() + "/fichier"))
                .hasStatus(200)
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        value -> assertThat(value).singleElement().asString().startsWith("attachment"));
    }

    @Test
    void theSameFileDroppedTwiceIsOneLetterAndSaidSo() {
        var content = PaperFixture.text();

        redirect(drop(today, List.of(file("scan.txt", content))));
        var again = drop(today, List.of(file("scan.txt", content)));

        assertThat(mine()).hasSize(1);
        assertThat(again.getMvcResult().getFlashMap().get("again")).isEqualTo("scan.txt");
    }

    @Test
    void droppedByManyAtOnceItIsOneLetter() {
        var content = PaperFixture.text();
        try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8).forEach(turn -> agents.submit(() -> drop(today, List.of(file("scan.txt", content)))));
        }

        assertThat(mine()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from requests.file where owner_id = ?")
                        .param(mine().getFirst().id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** A scanner that gives the same name to each failure. */
    @Test
    void twoEmptyFilesOfOneNameAreTwoLetters() {
        redirect(drop(today, List.of(file("scan.pdf", new byte[0]))));
        redirect(drop(today, List.of(file("scan.pdf", new byte[0]))));

        assertThat(mine()).hasSize(2);
    }

    @Test
    void aNameIsNoPath() {
        redirect(drop(today, List.of(file("../../etc/passwd\u202Etxt.pdf", PaperFixture.text()))));

        assertThat(mine()).extracting(Letter::name).containsExactly("passwdtxt.pdf");
    }

    @Test
    void theStampIsADayThatIsOver() {
        var tomorrow = drop(today.plusDays(1), List.of(file("a.txt", PaperFixture.text())));
        var longAgo = drop(today.minusYears(3), List.of(file("a.txt", PaperFixture.text())));
        var none = drop(null, List.of(file("a.txt", PaperFixture.text())));

        assertThat(body(tomorrow)).contains("ne peut pas être dans l’avenir", "aucun n’a été pris");
        assertThat(body(longAgo)).contains("plus de deux ans");
        assertThat(body(none)).contains("Écrivez la date du tampon");
        assertThat(typed(tomorrow, "stampedOn-day"))
                .isEqualTo(String.valueOf(today.plusDays(1).getDayOfMonth()));
        assertThat(mine()).isEmpty();
    }

    @Test
    void withoutAFileNothingIsBroughtIn() {
        assertThat(body(drop(today, List.of()))).contains("Choisissez au moins un fichier");
    }

    /** The program is killed after the file is stored and before the transaction is done. */
    @Test
    void whatWasNotCommittedIsNotThereAndCanBeBroughtAgain() {
        var content = PaperFixture.text();

        transaction.executeWithoutResult(status -> {
            paper.letter(agent, UNIT, today, "lettre.txt", content);
            status.setRollbackOnly();
        });
        assertThat(mine()).isEmpty();

        var letter = paper.letter(agent, UNIT, today, "lettre.txt", content);
        assertThat(get(ADDRESS + "/" + letter.value() + "/fichier")).hasStatus(200);
    }

    @Test
    void theProgramHasNoRightToTakeALetterOutNorToChangeWhatCame() {
        var letter = paper.letter(agent, UNIT, today).value();

        for (var sql : List.of(
                "delete from paper.letter where id = ?",
                "update paper.letter set stamped_on = current_date where id = ?",
                "update paper.letter set name = 'autre' where id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(sql).param(letter).update());
        }
    }

    @Test
    void whatTheAntivirusSetsAsideStaysInTheListAndSaysWhatToDo() {
        var clamd = TestClamd.start();
        try (clamd) {
            var node = FilesFixture.node(
                    jdbc,
                    transaction,
                    events,
                    FilesFixture.Settings.PLAIN.with(clamd.clamd(Duration.ofSeconds(5))),
                    clock.instant());
            var virus = (VIRUS + " " + UUID.randomUUID()).getBytes(UTF_8);
            var letter = paper.letter(agent, UNIT, today, "facture.txt", virus);

            node.scan();

            var shown = get(ADDRESS + "/" + letter.value());
            assertThat(body(shown))
                    .contains("Mis à part par l’antivirus", "demandez à la personne de l’envoyer autrement");
            assertThat(body(get(ADDRESS))).contains("Fichier dangereux");
            assertThat(get(ADDRESS + "/" + letter.value() + "/fichier")).hasStatus(404);
        }
    }

    private static final String VIRUS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Test
    void aLetterIsSettledWithAReasonAndCanBeTakenBack() {
        var letter = paper.letter(agent, UNIT, today);
        var address = ADDRESS + "/" + letter.value();

        assertThat(body(post(address + "/sans-demande", "version", "0"))).contains("Dites pourquoi");
        assertThat(body(post(address + "/sans-demande", "version", "0", "reason", "NO_REQUEST_NEEDED")))
                .contains("Écrivez en quelques mots pourquoi");
        redirect(post(
                address + "/sans-demande", "version", "0", "reason", "NO_REQUEST_NEEDED", "words", "Une publicité"));

        assertThat(body(get(ADDRESS + "/registre"))).contains("Aucune demande", "Une publicité");
        assertThat(body(get(ADDRESS))).doesNotContain(letter.value().toString());

        redirect(post(address + "/reprendre", "version", "1"));
        assertThat(body(get(ADDRESS))).contains(letter.value().toString());
    }

    @Test
    void whoeverIsSlowerIsToldAndKeepsWhatTheyTyped() {
        var letter = paper.letter(agent, UNIT, today);
        var address = ADDRESS + "/" + letter.value();
        redirect(post(address + "/sans-demande", "version", "0", "reason", "ANSWERED"));

        var slower = post(address + "/sans-demande", "version", "0", "reason", "SENDER_ASKED", "words", "Mes mots");

        assertThat(body(slower)).contains("entre-temps", "Répondu sur place");
        assertThat(letters.byArrival(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"eclairage-public,404", "mairie-3-accueil,200"})
    void aLetterIsForItsUnit(String unit, int status) {
        var letter = paper.letter(agent, UNIT, today);
        var other = staff.agent(Role.CASE_OFFICER, unit);

        assertThat(mvc.get().uri(ADDRESS + "/" + letter.value()).with(signedIn(other)))
                .hasStatus(status);
        assertThat(mvc.get().uri(ADDRESS + "/" + letter.value() + "/fichier").with(signedIn(other)))
                .hasStatus(status);
        assertThat(mvc.get().uri("/agents/nouvelle?courrier=" + letter.value()).with(signedIn(other)))
                .hasStatus(status);
    }

    @Test
    void readingALetterLeavesATrace() {
        var letter = paper.letter(agent, UNIT, today);

        get(ADDRESS + "/" + letter.value());

        assertThat(jdbc.sql("select what from paper.access_log where subject_id = ? and account_id = ?")
                        .params(letter.value(), agent.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("letter");
    }

    private List<Letter> mine() {
        return letters.register(new Letters.Seer(Set.of(), agent.account()), new UUID(-1, -1), 100);
    }

    private Letter named(String name) {
        return mine().stream()
                .filter(letter -> letter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, null, content);
    }

    private static byte[] zipBomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(UUID.randomUUID().toString()));
            zip.write(new byte[20_000_000]);
        }
        return out.toByteArray();
    }

    /** A few bytes that say of themselves that they are a hundred thousand points wide and high. */
    private static byte[] pngBomb() {
        var bytes = ByteBuffer.allocate(64);
        bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        bytes.putInt(13).put("IHDR".getBytes(UTF_8)).putInt(100_000).putInt(100_000);
        return bytes.array();
    }

    private MvcTestResult drop(@Nullable LocalDate day, List<MockMultipartFile> files) {
        var request = MockMvcRequestBuilders.multipart(ADDRESS);
        files.forEach(request::file);
        request.param("key", UUID.randomUUID().toString());
        Optional.ofNullable(day)
                .ifPresent(stamp -> request.param("stampedOn.day", String.valueOf(stamp.getDayOfMonth()))
                        .param("stampedOn.month", String.valueOf(stamp.getMonthValue()))
                        .param("stampedOn.year", String.valueOf(stamp.getYear())));
        return mvc.perform(request.with(csrf()).with(signedIn(agent)));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(signedIn(agent)).exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).with(csrf()).with(signedIn(agent));
        var all = Arrays.asList(parameters);
        for (var i = 0; i < all.size(); i += 2) {
            request = request.param(all.get(i), all.get(i + 1));
        }
        return request.exchange();
    }
}
