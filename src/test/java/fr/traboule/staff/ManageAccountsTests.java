package fr.traboule.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.Account;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.PasswordLinks;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.history.History;
import fr.traboule.staff.ManageAccounts.ChangedMeanwhile;
import fr.traboule.staff.ManageAccounts.Done;
import fr.traboule.staff.ManageAccounts.LastAdministrator;
import fr.traboule.staff.ManageAccounts.Seen;
import fr.traboule.staff.ManageAccounts.Work;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeProgramTest
class ManageAccountsTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final Pattern LINK = Pattern.compile("/mot-de-passe/([\\w-]+)");

    @Autowired
    ManageAccounts manage;

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Directory directory;

    @Autowired
    PasswordLinks links;

    @Autowired
    StaffFixture staff;

    @Autowired
    History staffHistory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private Actor.Agent administrator = new Actor.Agent(new AccountId(UUID.randomUUID()), Set.of());

    private List<UUID> setAside = List.of();

    @BeforeEach
    void administrator() {
        administrator = staff.agent(Role.ADMINISTRATOR);
    }

    @Test
    void whoIsInvitedGetsALinkThatIsGoodOnceToChooseAPassword() {
        var email = UUID.randomUUID() + "@demo.example";
        var id = ((Done) manage.invite(administrator, email, work(Role.CASE_OFFICER))).id();

        assertThat(accounts.byId(id).orElseThrow().standing()).isEqualTo(Account.Standing.INVITED);
        assertThat(posts.of(id)).isEqualTo(work(Role.CASE_OFFICER).units());
        var token = tokenSentAbout(id);

        assertThat(links.choose(token, "a phrase that is long enough")).isTrue();
        assertThat(links.choose(token, "another phrase by a thief")).isFalse();
        assertThat(accounts.byId(id).orElseThrow().standing()).isEqualTo(Account.Standing.OPEN);
        assertThat(story(id)).containsExactly("invited");
    }

    @Test
    void aNewerLinkReplacesTheOneBeforeAndAnOldOneOpensNothing() {
        var id = invited();
        var first = links.make(id, Duration.ofHours(1));
        var second = links.make(id, Duration.ofHours(1));

        assertThat(links.holder(first)).isEmpty();
        assertThat(links.holder(second)).isPresent();
        assertThat(links.holder(links.make(id, Duration.ZERO))).isEmpty();
    }

    @Test
    void anAddressHasOneAccountWhateverItsCapitals() {
        var email = UUID.randomUUID() + "@demo.example";
        manage.invite(administrator, email, work(Role.CASE_OFFICER));

        assertThat(manage.invite(administrator, email.toUpperCase(Locale.ROOT), work(Role.RECEPTION_AGENT)))
                .isEqualTo(new ManageAccounts.AddressTaken());
    }

    @Test
    void whoDecidesOnAnOldVersionIsTold() {
        var id = invited();

        assertThat(manage.change(administrator, new Seen(id, 0), work(Role.UNIT_HEAD)))
                .isEqualTo(new Done(id));
        assertThat(manage.change(administrator, new Seen(id, 0), work(Role.RECEPTION_AGENT)))
                .isEqualTo(new ChangedMeanwhile());

        assertThat(accounts.byId(id).orElseThrow().roles()).containsExactly(Role.UNIT_HEAD);
    }

    @Test
    void accessEndsOnTheDayOfDeparture() {
        var leaving = staff.agent(Role.CASE_OFFICER, "eclairage-public").account();

        manage.leave(administrator, new Seen(leaving, 0), TODAY, Optional.empty());

        assertThat(accounts.byId(leaving).orElseThrow().isClosed()).isTrue();
        assertThat(story(leaving)).containsExactly("leaves", "closed");
    }

    @Test
    void aDepartureToComeClosesNothingYetAndCanBeTakenBack() {
        var leaving = staff.agent(Role.CASE_OFFICER, "eclairage-public").account();

        manage.leave(administrator, new Seen(leaving, 0), TODAY.plusDays(1), Optional.empty());
        assertThat(accounts.byId(leaving).orElseThrow().isClosed()).isFalse();
        manage.reopen(administrator, leaving);

        assertThat(accounts.byId(leaving).orElseThrow().leavesOn()).isEmpty();
        assertThat(story(leaving)).containsExactly("leaves", "stays");
    }

    @Test
    void thereIsAlwaysAnAdministratorLeft() {
        alone(administrator.account());

        assertThat(manage.change(administrator, new Seen(administrator.account(), 0), work(Role.CASE_OFFICER)))
                .isEqualTo(new LastAdministrator());
        assertThat(manage.leave(administrator, new Seen(administrator.account(), 0), TODAY, Optional.empty()))
                .isEqualTo(new LastAdministrator());
    }

    @Test
    void twoAdministratorsWhoEndEachOtherAtTheSameTimeDoNotBothSucceed() throws Exception {
        var other = staff.agent(Role.ADMINISTRATOR);
        alone(administrator.account(), other.account());
        List<Callable<ManageAccounts.Outcome>> acts = List.of(
                () -> manage.leave(administrator, new Seen(other.account(), 0), TODAY, Optional.empty()),
                () -> manage.leave(other, new Seen(administrator.account(), 0), TODAY, Optional.empty()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(acts);
        }

        assertThat(accounts.having(Role.ADMINISTRATOR, 5)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseManagesAccounts(Role role) {
        var somebody = staff.agent(role);
        var id = invited();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> manage.invite(somebody, "x@demo.example", work(Role.ADMINISTRATOR)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> manage.change(somebody, new Seen(somebody.account(), 0), work(Role.ADMINISTRATOR)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> manage.leave(somebody, new Seen(id, 0), TODAY, Optional.empty()));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> manage.reopen(somebody, id));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> manage.inviteAgain(somebody, id));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> manage.resetSecondFactor(somebody, id));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> manage.endSessions(somebody, id));
    }

    @Test
    void thePageOfAnAccountShowsWhatItIsAndSavedAsItIsChangesNothing() {
        var id = invited();
        var address = "/administration/comptes/" + id.value();
        var page = Answer.page(mvc.get()
                .uri(address)
                .with(StaffFixture.signedIn(administrator))
                .exchange());

        assertThat(page.select("input[name=roles][checked]").eachAttr("value")).containsExactly("case_officer");
        assertThat(page.select("input[name=units][checked]").eachAttr("value")).containsExactly("eclairage-public");

        var saved = mvc.post()
                .uri(address)
                .param("version", page.expectFirst("input[name=version]").val())
                .param("name", page.expectFirst("#name").val())
                .param("roles", "case_officer")
                .param("units", "eclairage-public")
                .with(csrf())
                .with(StaffFixture.signedIn(administrator))
                .exchange();
        assertThat(Answer.redirect(saved)).isEqualTo(address + "?fait");
        assertThat(accounts.byId(id).orElseThrow().roles()).containsExactly(Role.CASE_OFFICER);
    }

    @Test
    void whatWasTickedStaysWhereSomethingElseIsWrong() {
        var page = Answer.page(mvc.post()
                .uri("/administration/comptes/nouveau")
                .param("email", "pas une adresse")
                .param("roles", "unit_head", "case_officer")
                .param("units", "eclairage-public")
                .with(csrf())
                .with(StaffFixture.signedIn(administrator))
                .exchange());

        assertThat(page.select("input[name=roles][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("unit_head", "case_officer");
        assertThat(page.select("input[name=units][checked]").eachAttr("value")).containsExactly("eclairage-public");
    }

    private AccountId invited() {
        return ((Done) manage.invite(administrator, UUID.randomUUID() + "@demo.example", work(Role.CASE_OFFICER))).id();
    }

    private Work work(Role role) {
        return new Work(
                "Ada Essai",
                Set.of(role),
                Set.of(directory.unit("eclairage-public").orElseThrow().id()));
    }

    /** Nobody but these administers, until the end of the test. */
    private void alone(AccountId... administrators) {
        setAside = jdbc.sql("""
                        delete from ground.account_role where role = 'administrator' and account_id <> all (?)
                        returning account_id
                        """)
                .param(Arrays.stream(administrators).map(AccountId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    @AfterEach
    void asBefore() {
        setAside.forEach(
                id -> jdbc.sql("insert into ground.account_role (account_id, role) values (?, 'administrator')")
                        .param(id)
                        .update());
    }

    private List<String> story(AccountId id) {
        return staffHistory.of(id.value()).stream().map(History.Told::kind).toList();
    }

    /** The e-mail may have left already: the mailbox then has it. */
    private String tokenSentAbout(AccountId id) {
        var text = jdbc.sql("""
                        select coalesce(o.message ->> 'text', m.words)
                          from staff.outbox o left join correspondence.mailbox m on m.id = o.id
                         where o.subject_id = ?
                         order by o.id desc limit 1
                        """).param(id.value()).query(String.class).single();
        var link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
