package fr.traboule.field;

import static fr.traboule.Answer.body;
import static fr.traboule.StaffFixture.signedIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a telephone sends, once, twice, too late, or in somebody else's name. */
@WholeProgramTest
class SendControllerTests {

    private static final String ADDRESS = "/agents/terrain/envoi";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReceiveRequest receiveRequest;

    private final UUID key = RequestId.next().value();
    private Actor.Agent agent;

    @BeforeEach
    void anAgentInTheStreet() {
        agent = staff.agent(Role.CASE_OFFICER, "eclairage-public");
    }

    @Test
    void aSubjectAndAPositionMakeARequestWithItsNumber() {
        var sent = send(
                agent,
                photo(),
                "subjectWords",
                "lampadaire eteint ou CASSÉ",
                "latitude",
                "45.7578",
                "longitude",
                "4.8432");

        assertThat(sent).hasStatusOk().bodyJson().extractingPath("number").isEqualTo(number());
        assertThat(sent).bodyJson().extractingPath("address").isEqualTo("/agents/demandes/" + number());
        assertThat(jdbc.sql("""
                        select r.channel || ' ' || s.description || ' ' || (s.longitude is not null)
                          from requests.request r join requests.statement s on s.request_id = r.id where r.id = ?
                        """).param(key).query(String.class).single())
                .isEqualTo("field_agent Lampadaire éteint ou cassé true");
        assertThat(photos()).isEqualTo(1);
    }

    @Test
    void sentTwiceItIsOneRequestWithTheSameReceiptAndItsPhotosOnce() {
        var first = send(agent, photo(), "description", "Un banc cassé");
        var second = send(agent, photo(), "description", "Un banc cassé", "ago", "600");

        assertThat(body(second)).isEqualTo(body(first));
        assertThat(requests()).isEqualTo(1);
        assertThat(photos()).isEqualTo(1);
    }

    @Test
    void sentManyTimesAtOnceItIsStillOne() throws Exception {
        var sendings = IntStream.range(0, 6)
                .<Callable<String>>mapToObj(each -> () -> body(send(agent, photo(), "description", "Un banc cassé")))
                .toList();
        try (var threads = Executors.newFixedThreadPool(sendings.size())) {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(sendings)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsOnly("{\"number\":\"%1$s\",\"address\":\"/agents/demandes/%1$s\"}".formatted(number()));
        }
        assertThat(requests()).isEqualTo(1);
        assertThat(photos()).isEqualTo(1);
    }

    /** The promise counts from when it was seen; the history says both. */
    @Test
    void itIsToldWhenItWasSeenAndWhenItCameIn() {
        send(
                agent,
                null,
                "description",
                "Un banc cassé",
                "ago",
                String.valueOf(Duration.ofDays(3).toSeconds()));

        var received = jdbc.sql("select received_at from requests.request where id = ?")
                .param(key)
                .query(Timestamp.class)
                .single()
                .toInstant();
        assertThat(Duration.between(received, Instant.now()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(3).plusMinutes(5));
        assertThat(jdbc.sql("select kind from requests.history where subject_id = ? order by id")
                        .param(key)
                        .query(String.class)
                        .list())
                .contains("received", "typed_in");
    }

    @ParameterizedTest
    @CsvSource({"-3600", "2600000"})
    void whatCannotHaveBeenSeenThenIsRefusedWithHowToMendIt(String ago) {
        var refused = send(agent, null, "description", "Un banc cassé", "ago", ago);

        assertThat(refused).hasStatus(422).hasContentType("application/problem+json");
        assertThat(refused).bodyJson().extractingPath("errors[0].field").isEqualTo("ago");
        assertThat(refused).bodyJson().extractingPath("detail").asString().contains("Corriger");
        assertThat(requests()).isZero();
    }

    @Test
    void aProblemIsToldInTheLanguageOfTheAgent() {
        var refused = mvc.post()
                .uri(ADDRESS)
                .multipart()
                .param("key", key.toString())
                .cookie(new Cookie("langue", "en"))
                .with(signedIn(agent))
                .with(csrf())
                .exchange();

        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyJson().extractingPath("title").isEqualTo("This report could not be taken");
        assertThat(refused).bodyJson().extractingPath("detail").isEqualTo("Choose a subject, or write what you see.");
    }

    @Test
    void photosThatAreNoneAndTooManyAreRefused() {
        var wrongType = send(
                agent,
                new MockMultipartFile("files", "photo.jpg", null, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}),
                "description",
                "x");
        var six = mvc.post().uri(ADDRESS).multipart();
        for (var each = 0; each < 6; each++) {
            six.file(photo());
        }
        var tooMany = six.param("key", key.toString())
                .param("description", "x")
                .with(signedIn(agent))
                .with(csrf())
                .exchange();

        assertThat(wrongType)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("files");
        assertThat(tooMany)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("files");
        assertThat(requests()).isZero();
    }

    @Test
    void ofSeveralAddressesTheListComesWithTheProblemUnlessThereIsAPosition() {
        var asked = send(agent, null, "description", "Un trou", "place", "rue Garibaldi");

        assertThat(asked)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("place");
        assertThat(asked).bodyJson().extractingPath("addresses[0]").asString().containsIgnoringCase("Garibaldi");
        assertThat(send(
                        agent,
                        null,
                        "description",
                        "Un trou",
                        "place",
                        "rue Garibaldi",
                        "latitude",
                        "45.75",
                        "longitude",
                        "4.85"))
                .hasStatusOk();
    }

    @Test
    void keptAsTypedWhereTheAgentSaysSoTwice() {
        assertThat(send(agent, null, "description", "Un trou", "place", "rue Garibaldi", "placeChoice", "as-typed"))
                .hasStatusOk();
        assertThat(label()).isEqualTo("rue Garibaldi");
    }

    @Test
    void aKnownAddressCorrectsThePositionAndALandmarkGoesWithIt() {
        send(
                agent,
                null,
                "description",
                "Un trou",
                "place",
                "204 rue Garibaldi 69003 Lyon",
                "landmark",
                "devant le bar",
                "latitude",
                "45.70",
                "longitude",
                "4.80");

        assertThat(label()).contains("Garibaldi").endsWith("(devant le bar)");
        assertThat(jdbc.sql("select latitude from requests.statement where request_id = ?")
                        .param(key)
                        .query(Double.class)
                        .single())
                .isNotEqualTo(45.70);
    }

    @Test
    void aSubjectThatIsNotInTheListIsNotGuessed() {
        assertThat(send(agent, null, "subjectWords", "lampadère"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("subjectWords");
    }

    @Test
    void whatAnotherAgentKeptIsNotFiledInOnesOwnName() {
        var other = staff.agent(Role.CASE_OFFICER, "eclairage-public");

        var refused = send(
                agent,
                null,
                "description",
                "Un banc cassé",
                "owner",
                other.account().value().toString());

        assertThat(refused).hasStatus(409).hasContentType("application/problem+json");
        assertThat(requests()).isZero();
        assertThat(send(
                        other,
                        null,
                        "description",
                        "Un banc cassé",
                        "owner",
                        other.account().value().toString()))
                .hasStatusOk();
    }

    /** Whoever makes up the id of somebody's request learns neither its number nor its code. */
    @Test
    void aForgedIdTellsNothing() {
        var other = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        send(other, null, "description", "Un secret");
        var forged = send(agent, null, "description", "Un banc cassé");

        var ofAPerson = RequestFixture.said("Un autre secret");
        var number =
                receiveRequest.receive(new Actor.Resident(), ofAPerson).number().toString();
        var forgedToo = mvc.post()
                .uri(ADDRESS)
                .multipart()
                .param("key", ofAPerson.id().value().toString())
                .param("description", "x")
                .with(signedIn(agent))
                .with(csrf())
                .exchange();

        assertThat(forged).hasStatus(409);
        assertThat(body(forged)).doesNotContain(number(), "secret");
        assertThat(forgedToo).hasStatus(409);
        assertThat(body(forgedToo)).doesNotContain(number, "secret");
    }

    @Test
    void whoMayNotAndWhoIsNotSignedInFilesNothing() {
        var archivist = staff.agent(Role.ARCHIVIST);

        assertThat(send(archivist, null, "description", "x")).hasStatus(403);
        assertThat(mvc.post()
                        .uri(ADDRESS)
                        .multipart()
                        .param("key", key.toString())
                        .with(csrf())
                        .exchange())
                .hasStatus(401);
        assertThat(mvc.post()
                        .uri(ADDRESS)
                        .multipart()
                        .param("key", key.toString())
                        .param("description", "x")
                        .with(signedIn(agent))
                        .exchange())
                .as("without the token")
                .hasStatus(403);
        assertThat(requests()).isZero();
    }

    @Test
    void whatCannotBeReadIsAProblemToo() {
        assertThat(send(agent, null, "description", "x", "latitude", "partout")).hasStatus(400);
        assertThat(mvc.post()
                        .uri(ADDRESS)
                        .multipart()
                        .param("key", "rien")
                        .with(signedIn(agent))
                        .with(csrf())
                        .exchange())
                .hasStatus(400)
                .hasContentType("application/problem+json");
    }

    @Test
    void aTelephoneIsToldWhoIsThereAndGetsItsToken() {
        var archivist = staff.agent(Role.ARCHIVIST);

        assertThat(standing(agent))
                .contains("\"signedIn\":true", agent.account().value().toString(), "\"token\":\"");
        assertThat(standing(archivist))
                .contains("\"signedIn\":false")
                .doesNotContain(archivist.account().value().toString());
        assertThat(body(mvc.get().uri("/terrain/etat").exchange())).contains("\"signedIn\":false");
    }

    @Test
    void theWorkerRunsOnThatPageOnlyAndMayFetch() {
        var worker = mvc.get().uri("/terrain/hors-ligne.js").exchange();

        assertThat(worker).hasStatusOk();
        assertThat(worker.getResponse().getHeader("Service-Worker-Allowed")).isEqualTo("/agents/terrain");
        assertThat(worker.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(worker.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .endsWith("; script-src 'self'; connect-src 'self'");
        assertThat(body(worker).getBytes(UTF_8)).hasSizeLessThan(4096);
    }

    private String standing(Actor.Agent who) {
        return body(mvc.get().uri("/terrain/etat").with(signedIn(who)).exchange());
    }

    private MvcTestResult send(Actor.Agent who, @Nullable MockMultipartFile photo, String... fields) {
        var request = mvc.post().uri(ADDRESS).multipart();
        if (photo != null) {
            request.file(photo);
        }
        request.param("key", key.toString());
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.with(signedIn(who)).with(csrf()).exchange();
    }

    private static MockMultipartFile photo() {
        return new MockMultipartFile("files", "photo.jpg", null, FieldFixture.photo());
    }

    private String number() {
        var signs = jdbc.sql("select number from requests.request where id = ?")
                .param(key)
                .query(String.class)
                .single();
        return new RequestNumber(signs).toString();
    }

    private String label() {
        return jdbc.sql("select place from requests.statement where request_id = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private int requests() {
        return count("select count(*) from requests.request where id = ?");
    }

    private int photos() {
        return count("select count(*) from requests.file where owner_id = ?");
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(key).query(Integer.class).single();
    }
}
