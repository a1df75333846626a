package fr.traboule.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.answers.EditModels.ChangedMeanwhile;
import fr.traboule.answers.EditModels.Done;
import fr.traboule.answers.EditModels.Seen;
import fr.traboule.city.Directory;
import fr.traboule.city.UnitClosed;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.web.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

@WholeProgramTest
@Transactional
class EditModelsTests {

    @Autowired
    EditModels edit;

    @Autowired
    JdbcModels models;

    @Autowired
    ModelFixture fixture;

    @Autowired
    SuggestModels suggest;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    ReadRequests requests;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent head;
    private String code = "";

    @BeforeEach
    void aModel() {
        head = staff.agent(Role.UNIT_HEAD, "cadre-de-vie");
        code = edit.create(head, fixture.content("Un trou réparé", "eclairage-public", "Bonjour"), Optional.empty())
                .code();
    }

    @Test
    void aModelStartsAsADraftWithACodeMadeOfItsTitle() {
        assertThat(code).isEqualTo("un-trou-repare");
        assertThat(model().state()).isEqualTo(ModelState.DRAFT);
        assertThat(edit.create(head, fixture.content("Un trou : réparé !", "eclairage-public", "a"), Optional.empty()))
                .isEqualTo(new Done("un-trou-repare-2"));
        assertThat(edit.create(head, fixture.content("Nouvelle", "eclairage-public", "a"), Optional.empty()))
                .as("an address of a page")
                .isEqualTo(new Done("reponse-nouvelle"));
        assertThat(edit.create(head, fixture.content("؟!", "eclairage-public", "a"), Optional.empty()))
                .isEqualTo(new Done("reponse"));
    }

    @Test
    void everyChangeIsAVersionWithWhoAndWhy() {
        edit.change(
                head,
                new Seen(code, 0),
                fixture.content("Autre", "eclairage-public", "Bonsoir"),
                Optional.of("Plus clair"));
        edit.publish(head, new Seen(code, 1));

        var versions = models.versions(model().id(), Integer.MAX_VALUE, 10);
        assertThat(versions)
                .extracting(ModelVersion::kind)
                .containsExactly(VersionKind.PUBLISHED, VersionKind.CHANGED, VersionKind.CREATED);
        assertThat(versions).allSatisfy(version -> assertThat(version.by()).contains(head.account()));
        assertThat(versions.get(1).reason()).contains("Plus clair");
        assertThat(versions.get(2).content().texts().french()).isEqualTo("Bonjour");
        assertThat(model().content().texts().french()).isEqualTo("Bonsoir");
    }

    @Test
    void whoeverWasOvertakenChangesNothing() {
        edit.change(head, new Seen(code, 0), fixture.content("A", "eclairage-public", "Premier"), Optional.empty());

        assertThat(edit.change(
                        head, new Seen(code, 0), fixture.content("B", "eclairage-public", "Second"), Optional.empty()))
                .isEqualTo(new ChangedMeanwhile());
        assertThat(edit.retire(head, new Seen(code, 0))).isEqualTo(new ChangedMeanwhile());
        assertThat(model().content().texts().french()).isEqualTo("Premier");
        assertThat(models.versions(model().id(), Integer.MAX_VALUE, 10)).hasSize(2);
    }

    @Test
    void aFormerVersionComesBackAsANewOne() {
        edit.change(head, new Seen(code, 0), fixture.content("Autre", "eclairage-public", "Bonsoir"), Optional.empty());
        edit.publish(head, new Seen(code, 1));

        assertThat(edit.bringBack(head, new Seen(code, 2), 0)).isEqualTo(new Done(code));

        assertThat(model().version()).isEqualTo(3);
        assertThat(model().state()).as("it stays published").isEqualTo(ModelState.PUBLISHED);
        assertThat(model().content().title()).isEqualTo("Un trou réparé");
        assertThat(model().content().texts().french()).isEqualTo("Bonjour");
    }

    @Test
    void aHeadLooksAfterTheirUnitAndThoseBelowAndNoOther() {
        var stranger = staff.agent(Role.UNIT_HEAD, "etat-civil");
        var content = fixture.content("A", "eclairage-public", "a");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> edit.change(stranger, new Seen(code, 0), content, Optional.empty()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> edit.create(stranger, content, Optional.empty()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("nor is one given away to a unit of others")
                .isThrownBy(() -> edit.change(
                        head, new Seen(code, 0), fixture.content("A", "etat-civil", "a"), Optional.empty()));
        assertThat(edit.publish(staff.agent(Role.ADMINISTRATOR), new Seen(code, 0)))
                .isEqualTo(new Done(code));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTION_AGENT", "CASE_OFFICER", "DATA_PROTECTION_OFFICER"})
    void othersDoNotEdit(Role role) {
        var agent = staff.agent(role, "eclairage-public");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> edit.publish(agent, new Seen(code, 0)))
                .withMessage("answers.edit");
    }

    @Test
    void aTextThatIsNoModelIsNotKept() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        edit.create(head, fixture.content("A", "eclairage-public", "{{inconnu}}"), Optional.empty()));
    }

    @Test
    void versionsAreOnlyEverAddedTo() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update answers.model_version set reason = 'x'")
                        .update());
    }

    @Test
    void theModelsOfAUnitThatClosesGoToItsSuccessor() {
        var closed = directory.unit("eclairage-public").orElseThrow().id();
        var successor = directory.unit("espaces-verts").orElseThrow().id();

        events.publishEvent(new UnitClosed(closed, successor, Instant.now()));

        assertThat(model().content().owner()).isEqualTo(successor);
        assertThat(models.versions(model().id(), Integer.MAX_VALUE, 1))
                .extracting(ModelVersion::kind)
                .containsExactly(VersionKind.MOVED_WITH_UNIT);
    }

    @Test
    void theSubjectsModelsComeFirstThenItsThemesThenItsUnits() {
        publish("C motif", "espaces-verts", List.of("lampadaire-eteint"), List.of());
        publish("B thème", "espaces-verts", List.of(), List.of("rue"));
        publish("A service", "cadre-de-vie", List.of(), List.of());
        publish("A autre service", "espaces-verts", List.of(), List.of());
        publish("A autre motif", "eclairage-public", List.of("nid-de-poule"), List.of());
        var matter = new JdbcModels.Matter(
                Optional.of("lampadaire-eteint"),
                Optional.of("rue"),
                List.of(
                        directory.unit("eclairage-public").orElseThrow().id(),
                        directory.unit("cadre-de-vie").orElseThrow().id()));

        assertThat(models.fitting(matter, 100))
                .extracting(JdbcModels.Line::title)
                .containsSubsequence("C motif", "B thème", "A service")
                .doesNotContain("A autre service", "A autre motif", "Un trou réparé");
        assertThat(models.found(matter, "autre motif", 100))
                .as("words find all that are published")
                .extracting(JdbcModels.Line::title)
                .containsExactly("A autre motif");
    }

    @Test
    void draftsAndRetiredOnesAreNotInserted() {
        var agent = staff.agent(Role.CASE_OFFICER, "orientation-demandes");
        var number = receive.receive(new Actor.Resident(), RequestFixture.said("Un trou"))
                .number();
        var sheet = requests.seenBy(agent, number).orElseThrow();

        assertThat(suggest.fill(agent, sheet, code)).isEmpty();
        edit.publish(head, new Seen(code, 0));
        var filled = suggest.fill(agent, sheet, code).orElseThrow();
        assertThat(filled.language()).isEqualTo(Language.FR);
        assertThat(filled.words()).isEqualTo("Bonjour");
        assertThat(suggest.know(filled.reference())).isTrue();
        assertThat(suggest.know(filled.reference() + "1")).as("no such version").isFalse();
        assertThat(suggest.know("drop table")).isFalse();
        edit.retire(head, new Seen(code, 1));
        assertThat(suggest.fill(agent, sheet, code)).isEmpty();
    }

    private void publish(String title, String owner, List<String> subjects, List<String> themes) {
        fixture.published(
                staff.agent(Role.ADMINISTRATOR),
                fixture.content(title, owner, subjects, themes, Map.of(Language.FR, "Texte")));
    }

    private ModelAnswer model() {
        return models.byCode(code).orElseThrow();
    }
}
