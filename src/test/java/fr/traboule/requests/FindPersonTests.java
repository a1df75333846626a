package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Point;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.PersonalTrail;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.Need;
import fr.traboule.residents.Needs;
import fr.traboule.residents.Representative;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** Who is there, and what was reported near by. */
@WholeProgramTest
@Transactional
class FindPersonTests {

    @Autowired
    ReceiveRequest receive;

    @Autowired
    ReadRequests read;

    @Autowired
    FindPerson findPerson;

    @Autowired
    FindNearby findNearby;

    @Autowired
    RequestTrail trail;

    @Autowired
    Subjects subjects;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent lighting;
    private Actor.Agent counter;

    @BeforeEach
    void people() {
        lighting = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        counter = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZOE.ROUSSEL@example.org",
                "04 00 99 88 77",
                "+33 4 00 99 88 77",
                "0033400998877",
                "roussel zoe",
                "Quincampoix 41 rue"
            })
    void byWhatTheyLeftHoweverItIsTyped(String typed) {
        var number = filed("lampadaire-eteint", new Actor.Resident());

        assertThat(findPerson.find(lighting, typed).known())
                .extracting(FindPerson.Known::number)
                .contains(number);
        assertThat(findPerson.find(counter, typed).known()).isEmpty();
        assertThat(findPerson.find(counter, typed).elsewhere())
                .extracting(RequestElsewhere::number)
                .contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "lampadaire", "12345", "nobody@example.org", "\0"})
    void whatIsNobodyFindsNobody(String typed) {
        filed("lampadaire-eteint", new Actor.Resident());

        assertThat(findPerson.find(counter, typed).isEmpty()).isTrue();
    }

    @Test
    void oneWordTellsNothingOfRequestsElsewhere() {
        filed("lampadaire-eteint", new Actor.Resident());

        assertThat(findPerson.find(counter, "Roussel").isEmpty()).isTrue();
        assertThat(findPerson.find(lighting, "Roussel").known()).isNotEmpty();
    }

    @Test
    void aNumberFindsItsRequest() {
        var number = filed("lampadaire-eteint", new Actor.Resident());

        assertThat(findPerson.find(lighting, number.toString()).known()).hasSize(1);
        assertThat(findPerson.find(counter, number.toString()).elsewhere()).hasSize(1);
        assertThat(findPerson.known(counter, number)).isEmpty();
    }

    @Test
    void sensitiveRequestsElsewhereAreNotTold() {
        filed("inegalite-discrimination", new Actor.Resident());

        assertThat(findPerson.find(counter, "zoe.roussel@example.org").isEmpty())
                .isTrue();
    }

    @Test
    void eachIsALookThatIsKept() {
        var number = filed("lampadaire-eteint", new Actor.Resident());

        findPerson.find(lighting, "zoe.roussel@example.org");
        findPerson.find(counter, "zoe.roussel@example.org");

        assertThat(trail.search(
                        new PersonalTrail.Search(
                                Optional.of(number.signs()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        PersonalTrail.Position.LAST,
                        10))
                .allMatch(line -> line.what().equals(Look.PERSON.textKey()))
                .extracting(PersonalTrail.Seen::why)
                .containsExactlyInAnyOrder(Look.Reason.UNIT.textKey(), Look.Reason.RECEPTION.textKey());
    }

    @Test
    void whoMayNotFileFindsNobody() {
        var administrator = staff.agent(Role.ADMINISTRATOR);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> findPerson.find(administrator, "Roussel"));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> findNearby.near(administrator, new Point(4.9, 45.7)));
    }

    @Test
    void aNumberOfFranceIsWrittenInManyWays() {
        assertThat(FindPerson.phones("+33 6 12 34 56 78"))
                .containsExactly("0612345678", "33612345678", "0033612345678", "330612345678", "00330612345678");
        assertThat(FindPerson.phones("+49 30 1234567")).containsExactly("49301234567");
        assertThat(FindPerson.phones("12 rue Garibaldi")).isEmpty();
    }

    @Test
    void reportsNearbyAreFoundWithinTwoHundredMetresAndSixtyDays() {
        var here = new Point(4.7, 45.6);
        var number = at(here, "lampadaire-eteint");
        var close = at(new Point(4.7, 45.6 + 190 / 111_152.0), "lampadaire-eteint");
        var far = at(new Point(4.7, 45.6 + 210 / 111_152.0), "lampadaire-eteint");
        var corner = at(new Point(4.7 + 160 / 77_000.0, 45.6 + 160 / 111_152.0), "lampadaire-eteint");
        var sensitive = at(here, "inegalite-discrimination");
        var old = at(here, "lampadaire-eteint");
        jdbc.sql("""
                        update requests.search_entry set received_at = now() - interval '61 days'
                         where request_id = (select id from requests.request where number = ?)
                        """).param(old.signs()).update();

        assertThat(findNearby.near(counter, here))
                .extracting(FindNearby.Nearby::number)
                .contains(number, close)
                .doesNotContain(far, corner, sensitive, old);
        assertThat(findNearby.near(counter, here)).noneMatch(FindNearby.Nearby::mine);
        assertThat(findNearby.near(lighting, here)).allMatch(FindNearby.Nearby::mine);
    }

    @Test
    void needsAndWhoSpokeForThemAreReadBackAsTheyWereSaid() {
        var needs = new Needs(List.of(Need.MOBILITY, Need.LANGUAGE), Optional.of("Un siège"));
        var representative = new Representative("Association Aide", Representative.Quality.ASSOCIATION);
        var said = RequestFixture.said("Une rampe");
        var number = receive.receive(
                        new Actor.ForResident(counter),
                        new NewRequest(
                                said.id(),
                                Channel.COUNTER,
                                said.nature(),
                                Optional.empty(),
                                Language.FR,
                                new Statement(
                                        "Une rampe",
                                        Optional.empty(),
                                        Contact.NONE,
                                        needs,
                                        Optional.of(representative)),
                                List.of()))
                .number();

        var statement = read.seenBy(counter, number).orElseThrow().statement();

        assertThat(statement.needs())
                .isEqualTo(new Needs(List.of(Need.LANGUAGE, Need.MOBILITY), Optional.of("Un siège")));
        assertThat(statement.representative()).contains(representative);
    }

    /** Plans that were looked at: whoever is looked for, no table is read whole. */
    @Test
    void eachWayOfLookingHasItsIndex() {
        jdbc.sql("set local enable_seqscan = off").update();

        assertThat(plan(FindPerson.BY_EMAIL)).contains("statement_by_email").doesNotContain("Seq Scan");
        assertThat(plan(FindPerson.BY_PHONE)).contains("statement_by_phone").doesNotContain("Seq Scan");
        assertThat(plan(FindPerson.BY_WORDS))
                .contains("search_entry_by_words", "statement_by_postal_address")
                .doesNotContain("Seq Scan");
        assertThat(plan("select * from requests.statement s where " + FindNearby.NEAR))
                .contains("statement_by_point")
                .doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        return String.join(
                "\n",
                jdbc.sql("explain " + sql)
                        .param("typed", "zoe roussel")
                        .param("phones", FindPerson.phones("0400998877").toArray(String[]::new))
                        .param("longitude", 4.7)
                        .param("latitude", 45.6)
                        .param("east", 0.002)
                        .param("north", 0.002)
                        .query(String.class)
                        .list());
    }

    private RequestNumber at(Point point, String subject) {
        return filed(
                subject,
                new Actor.Resident(),
                new Statement(
                        "Ici",
                        Optional.of(new Whereabouts("Ici", Optional.of(point), Optional.empty())),
                        Contact.NONE));
    }

    private RequestNumber filed(String subject, Actor actor) {
        var contact = new Contact(
                AnswerWay.EMAIL,
                Optional.of("Zoé Roussel"),
                Optional.of("zoe.roussel@example.org"),
                Optional.of("04.00.99.88.77"),
                Optional.of("41 rue Quincampoix, 69000 Lyon"));
        return filed(subject, actor, new Statement("Un lampadaire éteint", Optional.empty(), contact));
    }

    private RequestNumber filed(String subject, Actor actor, Statement statement) {
        return receive.receive(
                        actor,
                        new NewRequest(
                                new RequestId(UUID.randomUUID()),
                                Channel.WEB,
                                Nature.REPORT,
                                subjects.byCode(subject),
                                Language.FR,
                                statement,
                                List.of()))
                .number();
    }
}
