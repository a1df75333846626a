package fr.traboule.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import fr.traboule.ground.database.SecretKey;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.StoredFile;
import fr.traboule.requests.ContactForm;
import fr.traboule.residents.AnswerWay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@WholeProgramTest
class DraftsTests {

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    SecretKey key;

    @Autowired
    FileStore requestsFiles;

    @Autowired
    Clock clock;

    private final DraftToken token = DraftToken.random();

    @Test
    void whatWasAnsweredIsFoundAgainByTheBrowser() {
        var answers = Answers.of("Trou", null)
                .withWay(AnswerWay.EMAIL)
                .withReach(new ContactForm("Jeanne", "jeanne@demo.example", null, null));
        var draft = drafts.begin(token, Door.SIGNALER, Answers.of("Trou", null));

        drafts.save(draft.with(answers));

        assertThat(drafts.byToken(token)).get().extracting(Draft::answers).isEqualTo(answers);
    }

    @Test
    void sixLettersToldAloudFindItFromElsewhereAndTheOldBrowserLetsGo() {
        var draft = drafts.begin(token, Door.SIGNALER, Answers.of("Trou", null));
        var other = DraftToken.random();

        drafts.handTo(other, drafts.byCode(draft.code()).orElseThrow());

        assertThat(drafts.byToken(other)).isPresent();
        assertThat(drafts.byToken(token)).isEmpty();
        assertThat(draft.code()).matches("[A-Z]{6}");
        assertThat(DraftCode.typed(" " + draft.code().toLowerCase().replaceAll("(...)", "$1 ")))
                .isEqualTo(draft.code());
    }

    @Test
    void aPhotoIsKeptAsLongAsTheDraftThatItGoesWith() {
        var monthAgo = clock.instant().minus(Duration.ofDays(30));
        var photo = new FileCheck.Accepted("trou.png", "image/png", new byte[] {1});
        var wanted = requestsFiles.store(photo, monthAgo).id();
        var forgotten = requestsFiles.store(photo, monthAgo).id();
        var draft = drafts.begin(token, Door.SIGNALER, Answers.of("Trou", null));

        drafts.save(draft.with(draft.answers().withFile(wanted.value())));
        requestsFiles.sweep(clock.instant().minus(Drafts.KEPT));

        assertThat(requestsFiles.byIds(List.of(wanted, forgotten)))
                .extracting(StoredFile::id)
                .containsExactly(wanted);
    }

    @Test
    void aDraftExpiresAndIsForgotten() {
        var draft = drafts.begin(token, Door.ECRIRE, Answers.of("Bonjour", null));
        var later = new Drafts(
                jdbc, json, key, requestsFiles, Clock.offset(clock, Drafts.KEPT.plus(Duration.ofMinutes(1))));

        assertThat(later.byToken(token)).isEmpty();
        later.forgetExpired();

        assertThat(jdbc.sql("select count(*) from intake.draft where id = ?")
                        .param(draft.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onceSentItsAnswersAreTheRequestsAndItsCodeIsGoodForNothing() {
        var draft = drafts.begin(token, Door.SIGNALER, Answers.of("Mon secret", null));

        drafts.markSent(draft);

        assertThat(drafts.byCode(draft.code())).isEmpty();
        assertThat(drafts.byToken(token)).get().satisfies(sent -> {
            assertThat(sent.sent()).isTrue();
            assertThat(sent.answers().description()).isEmpty();
        });
    }

    @Test
    void theDatabaseDoesNotKnowTheToken() {
        drafts.begin(token, Door.SIGNALER, Answers.of("Trou", null));

        assertThat(jdbc.sql("select count(*) from intake.draft where encode(token_hash, 'hex') like '%' || ? || '%'")
                        .param(token.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
