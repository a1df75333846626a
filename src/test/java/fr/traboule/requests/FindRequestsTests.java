package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Subjects;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@WholeProgramTest
class FindRequestsTests {

    private static final String TRIAGE = "orientation-demandes";
    private static final int ALL = 10_000;

    @Autowired
    FindRequests find;

    @Autowired
    KnownWords knownWords;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    HandleRequest handle;

    @Autowired
    TeamFigures figures;

    @Autowired
    Subjects subjects;

    @Autowired
    Directory directory;

    @Autowired
    Posts posts;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent officer;

    @BeforeEach
    void anOfficerOfTheTriage() {
        officer = staff.agent(Role.CASE_OFFICER, TRIAGE);
    }

    @Test
    void aFilterOnlyEverTakesAway() {
        var theirs = said("Chez les autres, vermiculaire", "lampadaire-eteint");
        var others = unit("eclairage-public");
        var wanted = filter(Optional.of(Set.of(others)), Optional.empty());

        assertThat(find.queue(officer, wanted, Optional.empty(), ALL)).isEmpty();
        assertThat(find.countQueue(officer, wanted, ALL)).isZero();
        assertThat(find.search(officer, "vermiculaire", wanted, Optional.empty(), ALL)
                        .entries())
                .isEmpty();
        assertThat(find.search(officer, "vermiculaire", RequestFilter.NONE, Optional.empty(), ALL)
                        .entries())
                .isEmpty();
        var lighting = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        assertThat(numbers(find.queue(lighting, wanted, Optional.empty(), ALL))).contains(theirs);
        assertThat(find.queue(
                        lighting, filter(Optional.of(Set.of(unit(TRIAGE))), Optional.empty()), Optional.empty(), ALL))
                .isEmpty();
    }

    @Test
    void eachFilterHoldsWhatItSays() {
        var number = said("Un filtre", null);
        handle.take(officer, new HandleRequest.Seen(number, 0));

        assertThat(numbers(find.queue(
                        officer,
                        filter(Optional.empty(), Optional.of(RequestStatus.IN_PROGRESS)),
                        Optional.empty(),
                        ALL)))
                .contains(number);
        assertThat(numbers(find.queue(
                        officer, filter(Optional.empty(), Optional.of(RequestStatus.RECEIVED)), Optional.empty(), ALL)))
                .doesNotContain(number);
        assertThat(find.queue(officer, RequestFilter.of(QueueView.MINE), Optional.empty(), ALL))
                .extracting(QueueEntry::number)
                .containsExactly(number);
        assertThat(find.people(officer)).contains(officer.account());
        var tomorrow = new RequestFilter(
                QueueView.ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.of(LocalDate.of(2100, 1, 1)),
                Optional.empty());
        assertThat(find.search(officer, "", tomorrow, Optional.empty(), ALL).entries())
                .isEmpty();
    }

    /** Whether the scope is small or large, and the word stands in a dozen requests or in hundreds of each month. */
    @ParameterizedTest
    @CsvSource({"1, 0", "20, 0", "1, 400", "20, 400"})
    void aWordIsFoundThroughTheYearsTheLastReceivedFirst(int units, int often) {
        directory.units().stream().limit(units).forEach(unit -> posts.assign(officer.account(), unit.id()));
        var word = "calendrier" + units + "x" + often;
        var ages = Stream.concat(
                        Stream.of(0, 1, 20, 27, 29, 55, 57, 100, 300, 700, 1_500, 9_000)
                                .map(Duration::ofDays),
                        IntStream.range(0, often)
                                .mapToObj(i -> Duration.ofHours(30).plus(Duration.ofMinutes(i * 299L))))
                .sorted()
                .toList();
        var sent = ages.stream()
                .map(age -> receivedAgo(said("Mot du " + word, null), age))
                .toList();

        var seen = new ArrayList<RequestNumber>();
        var page = find.search(officer, word, RequestFilter.NONE, Optional.empty(), 5);
        assertThat(page.count()).isEqualTo(Math.min(sent.size(), FindRequests.COUNTED_FOUND + 1));
        while (!page.entries().isEmpty()) {
            seen.addAll(numbers(page.entries()));
            var after = Optional.of(page.entries().getLast().searchPosition());
            page = find.search(officer, word, RequestFilter.NONE, after, sent.size() / 5);
        }

        assertThat(seen).isEqualTo(sent);
    }

    @Test
    void whoeverFiledForOthersFindsThatAgain() {
        var counter = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        var filed = receive.receive(new Actor.ForResident(counter), RequestFixture.said("Au guichet, pour la triage"))
                .number();
        said("Pas du guichet", null);

        assertThat(numbers(find.search(counter, "", RequestFilter.of(QueueView.FILED), Optional.empty(), ALL)
                        .entries()))
                .containsExactly(filed);
        assertThat(numbers(find.queue(counter, RequestFilter.NONE, Optional.empty(), ALL)))
                .doesNotContain(filed);
    }

    @Test
    void theSubjectThatStandsAboveARequestFindsItAlsoMistyped() {
        var lighting = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        var number = said("Le mât penche, zibeline", "lampadaire-eteint");
        while (knownWords.learn() > 0) {
            // all of them
        }

        assertThat(numbers(find.search(lighting, "lampadaire zibeline", RequestFilter.NONE, Optional.empty(), ALL)
                        .entries()))
                .containsExactly(number);
        assertThat(numbers(find.search(lighting, "lampadère zibeline", RequestFilter.NONE, Optional.empty(), ALL)
                        .entries()))
                .containsExactly(number);
    }

    @Test
    void aSubjectThatIsSaidLaterFindsItToo() {
        var number = said("Une zorille dans la cour", null);
        var subject = subjects.byCode("lampadaire-eteint").orElseThrow();
        handle.qualify(officer, new HandleRequest.Seen(number, 0), subject);

        var lighting = staff.agent(Role.CASE_OFFICER, "eclairage-public");
        assertThat(numbers(find.search(lighting, "lampadaire zorille", RequestFilter.NONE, Optional.empty(), ALL)
                        .entries()))
                .containsExactly(number);
    }

    private RequestNumber receivedAgo(RequestNumber number, Duration age) {
        jdbc.sql("""
                        update requests.search_entry set received_at = now() - make_interval(secs => ?)
                         where request_id = (select id from requests.request where number = ?)
                        """).params(age.toSeconds(), number.signs()).update();
        return number;
    }

    @Test
    void aSearchIsPagedByKeyWithoutGapOrRepeat() {
        var expected = Stream.iterate(0, i -> i < 23, i -> i + 1)
                .map(i -> i % 3 == 0
                        ? receive.receive(new Actor.ForResident(officer), RequestFixture.said("Du papyrus " + i))
                                .number()
                        : said("Du papyrus " + i, null))
                .collect(Collectors.toSet());

        var seen = new ArrayList<QueueEntry>();
        var page = find.search(officer, "papyrus", RequestFilter.NONE, Optional.empty(), 5);
        assertThat(page.count()).isEqualTo(23);
        assertThat(page.more()).isTrue();
        assertThat(jdbc.sql("select count(*) from requests.access_log where account_id = ? and what = 'search'")
                        .param(officer.account().value())
                        .query(Integer.class)
                        .single())
                .as("what is shown is in the log, and nothing else")
                .isEqualTo(5);
        while (!page.entries().isEmpty()) {
            seen.addAll(page.entries());
            page = find.search(
                    officer,
                    "papyrus",
                    RequestFilter.NONE,
                    SearchPosition.of(seen.getLast().searchPosition().toString()),
                    5);
        }

        assertThat(seen.stream().map(QueueEntry::number)).doesNotHaveDuplicates();
        assertThat(Set.copyOf(numbers(seen))).isEqualTo(expected);
        assertThat(seen.stream().map(QueueEntry::receivedAt).toList().reversed())
                .isSorted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 01 92 83 74",
                "0601928374",
                "06.01.92.83.74",
                "+33 6 01 92 83 74",
                "+33 (0)6 01 92 83 74",
                "0033601928374"
            })
    void aTelephoneNumberIsFoundHoweverItIsTyped(String typed) {
        var contact = new Contact(
                AnswerWay.PHONE,
                Optional.of("Quelqu’un"),
                Optional.empty(),
                Optional.of("06 01 92 83 74"),
                Optional.empty());
        var number = receive.receive(new Actor.Resident(), RequestFixture.said("Rappelez-moi", contact))
                .number();

        assertThat(numbers(find.search(officer, typed, RequestFilter.NONE, Optional.empty(), ALL)
                        .entries()))
                .contains(number);
        assertThat(find.search(
                                staff.agent(Role.CASE_OFFICER, "eclairage-public"),
                                typed,
                                RequestFilter.NONE,
                                Optional.empty(),
                                ALL)
                        .entries())
                .isEmpty();
    }

    @Test
    void aWordThatFindsNothingIsReplacedByTheNearestThatDoes() {
        var contact = new Contact(
                AnswerWay.LETTER,
                Optional.of("Hortense Quincampoix"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("3 montée des Épiphytes, 69001 Lyon"));
        var number = receive.receive(new Actor.Resident(), RequestFixture.said("Un érable penche", contact))
                .number();
        learnAll();

        for (var typed : List.of("Quinquampoix", "Hortanse Quincampoix", "montée des épiphites")) {
            var found = find.search(officer, typed, RequestFilter.NONE, Optional.empty(), ALL);
            assertThat(numbers(found.entries())).as(typed).contains(number);
            assertThat(found.words()).isNotEqualTo(typed);
        }
        assertThat(find.search(officer, "Quincampoix", RequestFilter.NONE, Optional.empty(), ALL)
                        .words())
                .isEqualTo("Quincampoix");
    }

    /** Neither that a word stands elsewhere, nor which one, is to be learned from what is proposed. */
    @Test
    void nothingOutsideOfTheScopeIsEverProposed() {
        said("Les rhododendrons de Balthazarine", "lampadaire-eteint");
        said("Une histoire de Cunégondette", "inegalite-discrimination");
        learnAll();
        var above = staff.agent(Role.UNIT_HEAD, "relation-usagers");

        for (var agent : List.of(officer, above)) {
            assertThat(find.search(agent, "Baltazarine", RequestFilter.NONE, Optional.empty(), ALL)
                            .words())
                    .isEqualTo("Baltazarine");
            assertThat(find.search(agent, "Cunégombette", RequestFilter.NONE, Optional.empty(), ALL)
                            .words())
                    .as("sensitive, and not of their own unit")
                    .isEqualTo("Cunégombette");
        }
        assertThat(find.search(
                                staff.agent(Role.CASE_OFFICER, "qualite-reclamations"),
                                "Cunégombette",
                                RequestFilter.NONE,
                                Optional.empty(),
                                ALL)
                        .words())
                .isEqualTo("cunégondette");
    }

    @Test
    void aWordKnownElsewhereIsReplacedLikeOneThatStandsNowhere() {
        said("Un ornithorinque", "lampadaire-eteint");
        said("Un ornithorynque", null);
        learnAll();

        assertThat(find.search(officer, "ornithorinque", RequestFilter.NONE, Optional.empty(), ALL)
                        .words())
                .isEqualTo("ornithorynque");
    }

    @Test
    void wordsThatStandNowhereAnyLongerAreForgotten() {
        said("Un coquecigrue", null);
        learnAll();
        jdbc.sql(
                        "insert into requests.known_word (word, written, seen_on) values ('evanescences', 'évanescences', '2020-01-01')")
                .update();
        jdbc.sql("update requests.known_word set seen_on = '2020-01-01' where word = 'coquecigrue'")
                .update();

        while (knownWords.forget() > 0) {}

        assertThat(jdbc.sql("select word from requests.known_word where word in ('evanescences', 'coquecigrue')")
                        .query(String.class)
                        .list())
                .containsExactly("coquecigrue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table requests.request; --",
                "%_%",
                "a & b | !( <-> :*",
                "\\\\'\"$$",
                "\u0000",
                "{0} ${x}",
                "++++++ 33 ((((",
                "éèê 🌳 مرحبا"
            })
    void whateverIsTypedIsOnlyEverLookedFor(String typed) {
        var found = find.search(officer, typed, RequestFilter.NONE, Optional.empty(), 5);

        assertThat(found.count()).isGreaterThanOrEqualTo(found.entries().size());
    }

    @Test
    void aBrokenPositionIsTheBeginning() {
        assertThat(SearchPosition.of("hier_x")).isEmpty();
        assertThat(SearchPosition.of(
                        "+1000000000-12-31T23:59:59Z_" + officer.account().value()))
                .isEmpty();
        assertThat(SearchPosition.of("")).isEmpty();
        assertThat(QueuePosition.of("+999999999-12-31_" + officer.account().value()))
                .isEmpty();
    }

    @Test
    void aFileHasTheWholeListInPortionsAndWhatWasSaidOnlyForWhoMay() {
        for (var i = 0; i < 9; i++) {
            said("Une liste de sycomores " + i, null);
        }
        var head = staff.agent(Role.UNIT_HEAD, TRIAGE);

        var seen = new ArrayList<QueueEntry>();
        var part = find.export(head, Optional.of("sycomores"), RequestFilter.NONE, true, Optional.empty(), 4);
        seen.addAll(part.entries());
        while (part.next().isPresent()) {
            part = find.export(head, Optional.of("sycomores"), RequestFilter.NONE, true, part.next(), 4);
            seen.addAll(part.entries());
        }

        assertThat(numbers(seen)).hasSize(9).doesNotHaveDuplicates();
        assertThat(find.countExport(head, Optional.of("sycomores"), RequestFilter.NONE, true, ALL))
                .isEqualTo(9);
        assertThat(looks(head)).as("each is in the log").isEqualTo(9);
        find.export(officer, Optional.of("sycomores"), RequestFilter.NONE, false, Optional.empty(), 4);
        assertThat(looks(officer)).as("nothing said, nothing seen").isZero();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        find.export(officer, Optional.of("sycomores"), RequestFilter.NONE, true, Optional.empty(), 4));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> find.export(
                        staff.agent(Role.RECEPTION_AGENT, TRIAGE),
                        Optional.empty(),
                        RequestFilter.NONE,
                        false,
                        Optional.empty(),
                        4));
    }

    @Test
    void theFiguresOfATeamAreThoseOfItsQueue() {
        handle.take(officer, new HandleRequest.Seen(said("Une prise en main", null), 0));
        said("Une discrimination", "inegalite-discrimination");
        var head = staff.agent(Role.UNIT_HEAD, "relation-usagers");
        var queue = find.queue(head, RequestFilter.NONE, Optional.empty(), 100_000);

        var team = figures.of(head);

        assertThat(team.all().open()).isEqualTo(queue.size());
        assertThat(team.all().nobodys())
                .isEqualTo(
                        queue.stream().filter(entry -> entry.heldBy().isEmpty()).count());
        assertThat(team.all().late()).isEqualTo(find.countQueue(head, RequestFilter.of(QueueView.LATE), 100_000));
        assertThat(team.all().waiting()).isEqualTo(find.countQueue(head, RequestFilter.of(QueueView.WAITING), 100_000));
        assertThat(team.all().oldest())
                .isEqualTo(queue.stream().map(QueueEntry::receivedAt).min(java.util.Comparator.naturalOrder()));
        assertThat(team.units().entrySet().stream().collect(Collectors.toMap(each -> each.getKey(), each ->
                        (long) each.getValue().open())))
                .isEqualTo(queue.stream().collect(Collectors.groupingBy(QueueEntry::unit, Collectors.counting())));
        assertThat(team.holders().entrySet().stream().collect(Collectors.toMap(each -> each.getKey(), each ->
                        (long) each.getValue().open())))
                .isEqualTo(queue.stream().collect(Collectors.groupingBy(QueueEntry::heldBy, Collectors.counting())));
        assertThat(team.subjects().entrySet().stream().collect(Collectors.toMap(each -> each.getKey(), each ->
                        (long) each.getValue().open())))
                .isEqualTo(queue.stream().collect(Collectors.groupingBy(QueueEntry::subject, Collectors.counting())));
        assertThat(figures.of(staff.agent(Role.UNIT_HEAD)).all().open())
                .as("of no unit")
                .isZero();
    }

    private static RequestFilter filter(Optional<Set<UnitId>> units, Optional<RequestStatus> status) {
        return new RequestFilter(
                QueueView.ALL,
                units,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                status,
                false,
                Optional.empty(),
                Optional.empty());
    }

    private UnitId unit(String code) {
        return directory.unit(code).orElseThrow().id();
    }

    private void learnAll() {
        while (knownWords.learn() > 0) {}
    }

    private int looks(Actor.Agent agent) {
        return jdbc.sql("select count(*) from requests.access_log where account_id = ? and what = 'list'")
                .param(agent.account().value())
                .query(Integer.class)
                .single();
    }

    private RequestNumber said(String description, @org.jspecify.annotations.Nullable String subject) {
        var said = RequestFixture.said(description);
        return receive.receive(
                        new Actor.Resident(),
                        new NewRequest(
                                said.id(),
                                said.channel(),
                                said.nature(),
                                Optional.ofNullable(subject).flatMap(subjects::byCode),
                                said.language(),
                                said.statement(),
                                List.of()))
                .number();
    }

    private static List<RequestNumber> numbers(List<QueueEntry> entries) {
        return entries.stream().map(QueueEntry::number).toList();
    }
}
