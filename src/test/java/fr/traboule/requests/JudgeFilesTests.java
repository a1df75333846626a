package fr.traboule.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.antivirus.TestClamd;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileState;
import fr.traboule.ground.files.FilesFixture;
import fr.traboule.ground.files.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that the antivirus set aside, as the history of their request tells it and as somebody decides. */
@WholeProgramTest
class JudgeFilesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    JudgeFiles judge;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    ReadRequests read;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private final TestClamd clamd = TestClamd.start();
    private FilesFixture node;
    private Actor.Agent administrator;

    @BeforeEach
    void noFiles() {
        node = FilesFixture.node(
                jdbc, transaction, events, FilesFixture.Settings.PLAIN.with(clamd.clamd(Duration.ofSeconds(5))), NOW);
        administrator = staff.agent(Role.ADMINISTRATOR);
        clear();
    }

    @AfterEach
    void clear() {
        FilesFixture.forgetAll(jdbc);
    }

    @AfterEach
    void stopClamd() {
        clamd.close();
    }

    @Test
    void thePersonIsToldThatItIsSetAsideWhetherBeforeOrAfterTheySent() {
        var before = virus();
        node.scan();
        var first = sent(before);
        var after = virus();
        var second = sent(after);
        node.scan();

        for (var receipt : List.of(first, second)) {
            var sheet = read.tracked(receipt.number(), receipt.secret()).orElseThrow();
            assertThat(sheet.files()).extracting(StoredFile::state).containsExactly(FileState.QUARANTINED);
            assertThat(sheet.story())
                    .extracting(RequestStory::kind)
                    .containsExactly(FactKind.RECEIVED, FactKind.FILE_SET_ASIDE);
            assertThat(sheet.story()).noneMatch(RequestStory::isInternal);
        }
    }

    @Test
    void anAdministratorSeesItsNameAndItsRequestAndThatIsLogged() {
        var file = virus();
        var number = sent(file).number();
        node.scan();

        assertThat(judge.list(administrator, Optional.empty(), 10))
                .singleElement()
                .satisfies(suspect -> {
                    assertThat(suspect.number()).contains(number);
                    assertThat(suspect.trouble().recognised()).contains("Eicar-Test-Signature");
                });
        assertThat(jdbc.sql("""
                        select l.what || ' ' || l.why from requests.access_log l join requests.request r on r.id = l.subject_id
                         where r.number = ? and l.account_id = ?
                        """)
                        .params(number.signs(), administrator.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("file_name safety");
    }

    @Test
    void whatIsDecidedIsInTheHistoryWithItsReasonForThoseWhoWorkOnIt() {
        var released = virus();
        var destroyed = virus();
        var receipt = sent(released, destroyed);
        node.scan();

        assertThat(judge.release(administrator, released, "Un document de formation"))
                .isInstanceOf(JudgeFiles.Done.class);
        assertThat(judge.destroy(administrator, destroyed, "Un vrai virus")).isInstanceOf(JudgeFiles.Done.class);

        var sheet = read.tracked(receipt.number(), receipt.secret()).orElseThrow();
        assertThat(sheet.files())
                .extracting(StoredFile::state)
                .containsExactlyInAnyOrder(FileState.RELEASED, FileState.DESTROYED);
        assertThat(sheet.story().subList(3, 5))
                .allMatch(RequestStory::isInternal)
                .allMatch(story -> story.agent().equals(Optional.of(administrator.account())))
                .extracting(story -> story.kind() + " " + story.words().orElse(""))
                .containsExactly("FILE_RELEASED Un document de formation", "FILE_DESTROYED Un vrai virus");
        assertThat(judge.list(administrator, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void whatSomebodyDecidedFirstStands() {
        var file = virus();
        sent(file);
        node.scan();
        judge.destroy(administrator, file, "Un vrai virus");

        assertThat(judge.release(administrator, file, "Trop tard")).isInstanceOf(JudgeFiles.NotPossible.class);
        assertThat(judge.destroy(administrator, file, "Trop tard")).isInstanceOf(JudgeFiles.NotPossible.class);
        assertThat(judge.again(administrator, file)).isInstanceOf(JudgeFiles.NotPossible.class);
        assertThat(judge.find(administrator, file)).isEmpty();
        assertThat(jdbc.sql("select count(*) from requests.message where words = 'Trop tard'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFileOfADraftIsShownAndDecidedByNobody() {
        var file = virus();
        node.scan();

        assertThat(judge.find(administrator, file).orElseThrow().mayBeDecided()).isFalse();
        assertThat(judge.release(administrator, file, "Pourquoi pas")).isInstanceOf(JudgeFiles.NotPossible.class);
    }

    @Test
    void aFileThatIsInNoTroubleIsNotTheirs() {
        var file = node.store().store(file("Bonjour"), NOW).id();
        sent(file);
        node.scan();

        assertThat(judge.find(administrator, file)).isEmpty();
        assertThat(judge.destroy(administrator, file, "Par curiosité")).isInstanceOf(JudgeFiles.NotPossible.class);
    }

    @Test
    void theListIsReadPageByPage() {
        var files = List.of(virus(), virus(), virus());
        node.scan();

        var first = judge.list(administrator, Optional.empty(), 2);
        var second = judge.list(
                administrator, Optional.of(first.getLast().trouble().file().id()), 2);

        assertThat(first).hasSize(2);
        assertThat(second)
                .singleElement()
                .satisfies(suspect -> assertThat(suspect.trouble().file().id()).isEqualTo(files.getFirst()));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseMay(Role role) {
        var somebody = staff.agent(role);
        var file = virus();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> judge.list(somebody, Optional.empty(), 10));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> judge.find(somebody, file));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> judge.again(somebody, file));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> judge.release(somebody, file, "x"));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> judge.destroy(somebody, file, "x"));
    }

    private FileId virus() {
        return node.store().store(file(TestClamd.EICAR), NOW).id();
    }

    private static FileCheck.Accepted file(String content) {
        return new FileCheck.Accepted("note.txt", "text/plain", content.getBytes(UTF_8));
    }

    private Receipt sent(FileId... files) {
        var said = RequestFixture.said("Avec un fichier");
        return receive.receive(
                new Actor.Resident(),
                new NewRequest(
                        said.id(),
                        said.channel(),
                        said.nature(),
                        said.subject(),
                        said.language(),
                        said.statement(),
                        List.of(files)));
    }
}
