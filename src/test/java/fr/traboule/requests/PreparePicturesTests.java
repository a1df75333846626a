package fr.traboule.requests;

import static fr.traboule.ground.files.PictureFixture.showsTheFace;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.DrawPicture.Area;
import fr.traboule.ground.files.DrawPicture.Size;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.PictureFixture;
import fr.traboule.ground.history.History;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.HiddenSquares.Block;
import fr.traboule.requests.PreparePictures.ChangedMeanwhile;
import fr.traboule.requests.PreparePictures.Done;
import fr.traboule.requests.PreparePictures.NotPossible;
import fr.traboule.requests.PreparePictures.Obstacle;
import fr.traboule.routing.Subjects;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Photos are for the services; somebody decides what of them is for everybody, and what is hidden is gone. */
@WholeProgramTest
class PreparePicturesTests {

    private static final byte[] PHOTO = PictureFixture.photo(400, 300);
    private static final HiddenSquares NOTHING = HiddenSquares.none(new Size(400, 300));
    private static final HiddenSquares FACE = NOTHING.with(List.of(new Block(0, 0, 16, 16)));

    @Autowired
    PreparePictures pictures;

    @Autowired
    PublicPictures publicPictures;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    Requests requests;

    @Autowired
    FileStore requestsFiles;

    @Autowired
    FileCheck fileCheck;

    @Autowired
    History requestsHistory;

    @Autowired
    Subjects subjects;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    Clock clock;

    private Actor.Agent officer;
    private Request request;
    private FileId photo;

    @BeforeEach
    void aRequestWithAPhoto() {
        officer = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        request = withPhoto("lampadaire-eteint", PHOTO);
        photo = photo(request);
    }

    @Test
    void nobodySeesAPhotoThatNobodyLookedAt() {
        assertThat(publicPictures.of(request.id())).isEmpty();
        assertThat(publicPictures.open(request.id(), photo)).isEmpty();
        assertThat(pictures.of(request))
                .hasSize(1)
                .allMatch(picture -> picture.decided().isEmpty());
    }

    @Test
    void whatIsHiddenIsNotInTheCopyAndThePhotoStaysAsItCame() {
        var before = bytes(photo);

        assertThat(publish(FACE)).isInstanceOf(Done.class);

        var copy = publicPictures.open(request.id(), photo).orElseThrow();
        assertThat(showsTheFace(before)).isTrue();
        assertThat(showsTheFace(copy)).isFalse();
        assertThat(PictureFixture.unfolded(copy).getWidth()).isEqualTo(400);
        assertThat(bytes(photo)).isEqualTo(before);
        assertThat(publicPictures.of(request.id())).hasSize(1).allMatch(PublicPictures.PublicPicture::hidesParts);
        assertThat(requestsFiles.of(request.id().value()))
                .as("the copy is none of the files that came")
                .hasSize(1);
        assertThat(pictures.of(now()).getFirst().decided().orElseThrow().squares())
                .isEqualTo(FACE.code());
    }

    @Test
    void aPhotoMayBeShownWholeWhenSomebodySaysSo() {
        publish(NOTHING);

        assertThat(showsTheFace(publicPictures.open(request.id(), photo).orElseThrow()))
                .isTrue();
        assertThat(publicPictures.of(request.id())).noneMatch(PublicPictures.PublicPicture::hidesParts);
    }

    @Test
    void aNewDecisionUndoesTheFormerOneAndItsCopyIsGone() {
        publish(NOTHING);
        var former = publicPictures.of(request.id()).getFirst().copy();

        publish(FACE);

        assertThat(requestsFiles.byIds(List.of(former))).isEmpty();
        assertThat(showsTheFace(publicPictures.open(request.id(), photo).orElseThrow()))
                .isFalse();

        assertThat(pictures.refuse(officer, seen(), photo, PictureReason.OBJECTION))
                .isInstanceOf(Done.class);
        assertThat(publicPictures.of(request.id())).isEmpty();
        assertThat(jdbc.sql("select count(*) from requests.file where owner_id = ?")
                        .param(photo.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void eachDecisionIsAFactWithoutWords() {
        publish(NOTHING);
        publish(FACE);
        pictures.refuse(officer, seen(), photo, PictureReason.PEOPLE);

        var facts = requestsHistory.of(request.id().value()).stream()
                .filter(fact -> fact.kind().startsWith("picture"))
                .toList();
        assertThat(facts)
                .extracting(History.Told::kind)
                .containsExactly("picture_shown", "picture_shown_in_part", "picture_not_shown");
        assertThat(facts).allMatch(fact -> fact.account().equals(Optional.of(officer.account())));
        assertThat(facts.getLast().details())
                .containsAllEntriesOf(Map.of("file", photo.value().toString(), "reason", "people"));
    }

    @Test
    void nothingIsDecidedOnARequestThatChangedSince() {
        var stale = seen();
        handle.take(officer, stale);

        assertThat(pictures.publish(officer, stale, photo, FACE)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(pictures.refuse(officer, stale, photo, PictureReason.OTHER)).isInstanceOf(ChangedMeanwhile.class);
        assertThat(publicPictures.of(request.id())).isEmpty();
        assertThat(pictures.of(request)).allMatch(picture -> picture.decided().isEmpty());
    }

    @Test
    void aPhotoOfAnotherRequestIsNoPhotoOfThisOne() {
        var other = photo(withPhoto("lampadaire-eteint", PHOTO));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pictures.publish(officer, seen(), other, NOTHING));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> pictures.refuse(officer, seen(), other, PictureReason.OTHER));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pictures.find(officer, request.number(), other));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> pictures.look(officer, request.number(), other, "", all -> Optional.of(Area.WHOLE)));
    }

    @Test
    void whoDoesNotHandleTheRequestDecidesNothing() {
        var reception = staff.agent(Role.RECEPTION_AGENT, "eclairage-public");
        var elsewhere = staff.agent(Role.CASE_OFFICER, "espaces-verts");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> pictures.publish(reception, seen(), photo, NOTHING));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> pictures.find(reception, request.number(), photo));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pictures.publish(elsewhere, seen(), photo, NOTHING));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> pictures.look(elsewhere, request.number(), photo, "", all -> Optional.of(Area.WHOLE)));
    }

    @Test
    void aSensitiveRequestShowsNothing() {
        var worker = staff.agent(Role.CASE_OFFICER, "qualite-reclamations");
        var sensitive = withPhoto("inegalite-discrimination", PHOTO);
        var its = photo(sensitive);

        assertThat(pictures.find(worker, sensitive.number(), its).obstacle()).contains(Obstacle.SENSITIVE);
        assertThat(pictures.publish(worker, new Seen(sensitive.number(), sensitive.version()), its, NOTHING))
                .isEqualTo(new NotPossible(Obstacle.SENSITIVE));
        assertThat(pictures.look(worker, sensitive.number(), its, "", all -> Optional.of(Area.WHOLE)))
                .isEmpty();
    }

    @Test
    void whatBecomesSensitiveOrIsArchivedIsShownNoMore() {
        publish(FACE);
        assertThat(publicPictures.of(request.id())).hasSize(1);

        jdbc.sql("update requests.search_entry set sensitive = true where request_id = ?")
                .param(request.id().value())
                .update();
        assertThat(publicPictures.of(request.id())).isEmpty();
        assertThat(publicPictures.open(request.id(), photo)).isEmpty();

        jdbc.sql("update requests.search_entry set sensitive = false, archived = true where request_id = ?")
                .param(request.id().value())
                .update();
        assertThat(publicPictures.of(request.id())).isEmpty();
    }

    @Test
    void aPhotoThatWasErasedIsShownNoMoreEither() {
        publish(FACE);

        jdbc.sql("update requests.file set state = 'destroyed', content = null, object_key = null where id = ?")
                .param(photo.value())
                .update();

        assertThat(publicPictures.of(request.id())).isEmpty();
    }

    @Test
    void whatUnfoldsIntoFarTooMuchIsNotDrawn() {
        var giant = withPhoto("lampadaire-eteint", PictureFixture.huge(9_000, 9_000));

        assertThat(pictures.find(officer, giant.number(), photo(giant)).obstacle())
                .contains(Obstacle.TOO_LARGE);
        assertThat(pictures.publish(officer, new Seen(giant.number(), giant.version()), photo(giant), NOTHING))
                .isEqualTo(new NotPossible(Obstacle.TOO_LARGE));
        assertThat(publicPictures.of(giant.id())).isEmpty();
    }

    @Test
    void aFileThatIsNoPhotoIsNotOffered() {
        var accepted = (FileCheck.Accepted) fileCheck.check("note.txt", "Une note".getBytes(UTF_8));
        var text = received("lampadaire-eteint", accepted);

        assertThat(pictures.of(text)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pictures.find(officer, text.number(), photo(text)));
    }

    @Test
    void theCopyIsDestroyedWithTheContentOfTheRequest() {
        publish(FACE);
        var copy = publicPictures.of(request.id()).getFirst().copy();
        var database = JdbcClient.create(owner);
        database.sql("""
                        update requests.request set status = 'closed', ended_at = now(), archived_at = now() where id = ?
                        """).param(request.id().value()).update();

        database.sql("select request_id from requests.destroy_content(array[cast(? as uuid)], now())")
                .param(request.id().value())
                .query()
                .listOfRows();

        assertThat(requestsFiles.byIds(List.of(photo, copy))).isEmpty();
        assertThat(jdbc.sql("select count(*) from requests.picture where request_id = ?")
                        .param(request.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private PreparePictures.Outcome publish(HiddenSquares hidden) {
        return pictures.publish(officer, seen(), photo, hidden);
    }

    private Seen seen() {
        return new Seen(request.number(), now().version());
    }

    private Request now() {
        return requests.byId(request.id()).orElseThrow();
    }

    private byte[] bytes(FileId file) {
        return ((FileStore.Content)
                        requestsFiles.read(file, request.id().value()).orElseThrow())
                .bytes();
    }

    private FileId photo(Request of) {
        return requestsFiles.of(of.id().value()).getFirst().id();
    }

    private Request withPhoto(String subject, byte[] content) {
        return received(subject, (FileCheck.Accepted) fileCheck.check("photo.jpg", content));
    }

    private Request received(String subject, FileCheck.Accepted file) {
        var said = RequestFixture.said("Un lampadaire éteint");
        var receipt = receive.receive(
                new Actor.Resident(),
                new NewRequest(
                        said.id(),
                        said.channel(),
                        said.nature(),
                        subjects.byCode(subject),
                        said.language(),
                        said.statement(),
                        List.of(requestsFiles.store(file, clock.instant()).id())));
        return requests.byNumber(receipt.number()).orElseThrow();
    }
}
