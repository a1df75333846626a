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
import fr.traboule.ground.access.Role;
import fr.traboule.staff.ImportAgents.Effect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@WholeProgramTest
class ImportAgentsTests {

    private static final String HEADER = "email,name,roles,units\n";

    @Autowired
    ImportAgents importAgents;

    @Autowired
    Accounts accounts;

    @Autowired
    Posts posts;

    @Autowired
    Directory directory;

    @Autowired
    StaffFixture staff;

    @Autowired
    MockMvcTester mvc;

    private final String email = UUID.randomUUID() + "@demo.example";
    private Actor.Agent administrator = new Actor.Agent(new AccountId(UUID.randomUUID()), Set.of());

    @BeforeEach
    void administrator() {
        administrator = staff.agent(Role.ADMINISTRATOR);
    }

    @Test
    void aListInvitesThenChangesThenChangesNothing() {
        var first = HEADER + email + ",Ada Essai,case_officer,eclairage-public\n";
        assertThat(applied(first, Effect.INVITED)).isInstanceOf(ImportAgents.Applied.class);
        assertThat(account().standing()).isEqualTo(Account.Standing.INVITED);

        var second = HEADER + email + ",Ada Essai,case_officer|unit_head,cadre-de-vie\n";
        assertThat(applied(second, Effect.CHANGED)).isInstanceOf(ImportAgents.Applied.class);
        assertThat(account().roles()).containsExactlyInAnyOrder(Role.CASE_OFFICER, Role.UNIT_HEAD);
        assertThat(posts.of(account().id()))
                .containsExactly(directory.unit("cadre-de-vie").orElseThrow().id());

        assertThat(applied(second, Effect.SAME)).isInstanceOf(ImportAgents.Applied.class);
        assertThat(account().version()).isEqualTo(1);
    }

    @Test
    void rolesAndUnitsAreKnownInWordsAndSemicolonsDo() {
        var unit = directory.unit("eclairage-public").orElseThrow();
        var text =
                "Name;Email;Units;Roles\nAda Essai;" + email + ";" + unit.name().french() + ";INSTRUCTION | Accueil\n";

        assertThat(applied(text, Effect.INVITED)).isInstanceOf(ImportAgents.Applied.class);

        assertThat(account().roles()).containsExactlyInAnyOrder(Role.CASE_OFFICER, Role.RECEPTION_AGENT);
        assertThat(posts.of(account().id())).containsExactly(unit.id());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            ``                                                   ! 1 ! Le fichier est vide
            email,name,roles                                     ! 1 ! Il manque la colonne « units »
            nom,prenom                                           ! 1 ! Il manque la colonne « email »
            "email,name                                          ! 1 ! un guillemet n’est pas fermé
            H|pas une adresse,Ada,case_officer,                  ! 2 ! « pas une adresse » n’est pas une adresse
            H|,Ada,case_officer,                                 ! 2 ! « » n’est pas une adresse
            H|a@b,Ada,case_officer,                              ! 2 ! « a@b » n’est pas une adresse
            H|ada@demo.example,,case_officer,                    ! 2 ! Le nom
            H|ada@demo.example,Ada,,                             ! 2 ! Aucun rôle
            H|ada@demo.example,Ada,chef,                         ! 2 ! Le rôle « chef » n’existe pas
            H|ada@demo.example,Ada,resident,                     ! 2 ! Le rôle « resident » n’existe pas
            H|ada@demo.example,Ada,case_officer,nulle-part       ! 2 ! Le service « nulle-part » n’existe pas
            H|ada@demo.example,Ada,case_officer                  ! 2 ! Cette ligne a 3 cases
            H|ada@demo.example,Ada,case_officer,,                ! 2 ! Cette ligne a 5 cases
            H|a@demo.example,A,case_officer,|A@demo.example,B,case_officer, ! 3 ! est deux fois dans le fichier
            """)
    void aLineThatIsWrongIsToldWithItsNumberAndNothingChanges(String text, int line, String sentence) {
        var list = text.replace("H|", HEADER).replace(",|", ",\n");

        var page = Answer.page(send(list.getBytes(StandardCharsets.UTF_8)));

        assertThat(page.select("tbody th").eachText()).contains(String.valueOf(line));
        assertThat(page.select("tbody td").text().replace('\u00a0', ' ').replace("«  »", "« »"))
                .contains(sentence);
        assertThat(page.select("input[name=fingerprint]")).isEmpty();
        assertThat(accounts.byEmail("ada@demo.example")).isEmpty();
    }

    @Test
    void everyWrongLineIsToldAtOnce() {
        var plan = importAgents.plan(administrator, HEADER + "a,b,c,d\n" + email + ",Ada,case_officer,\ne,,,\n");

        assertThat(plan.wrong())
                .extracting(AgentsList.Wrong::line)
                .contains(2L, 4L)
                .doesNotContain(3L);
        assertThat(importAgents.apply(
                        administrator, HEADER + "a,b,c,d\n" + email + ",Ada,case_officer,\n", plan.fingerprint()))
                .isInstanceOf(ImportAgents.PlanChanged.class);
        assertThat(accounts.byEmail(email)).isEmpty();
    }

    @Test
    void anAccountThatChangedSinceIsLookedAtAgain() {
        var text = HEADER + email + ",Ada Essai,case_officer,\n";
        applied(text, Effect.INVITED);
        var next = HEADER + email + ",Ada Autre,case_officer,\n";
        var shown = importAgents.plan(administrator, next).fingerprint();
        accounts.change(account().id(), 0, "Ada Entretemps", Set.of(Role.CASE_OFFICER));

        assertThat(importAgents.apply(administrator, next, shown)).isInstanceOf(ImportAgents.PlanChanged.class);
        assertThat(account().name()).isEqualTo("Ada Entretemps");
    }

    @Test
    void theListOfAnOlderSpreadsheetIsReadToo() {
        var page = Answer.page(
                send((HEADER + email + ",Zoé Éssaï,case_officer,\n").getBytes(Charset.forName("windows-1252"))));

        assertThat(page.select("tbody").text()).contains("Zoé Éssaï", "Invitation");
    }

    @Test
    void nobodyElseMay() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> importAgents.plan(staff.agent(Role.UNIT_HEAD), HEADER));
    }

    private ImportAgents.Outcome applied(String text, Effect expected) {
        var plan = importAgents.plan(administrator, text);
        assertThat(plan.wrong()).isEmpty();
        assertThat(plan.lines()).extracting(ImportAgents.Planned::effect).containsExactly(expected);
        return importAgents.apply(administrator, text, plan.fingerprint());
    }

    private Account account() {
        return accounts.byEmail(email).orElseThrow();
    }

    private MvcTestResult send(byte[] list) {
        return mvc.perform(MockMvcRequestBuilders.multipart("/administration/comptes/liste")
                .file(new MockMultipartFile(
                        "list", "agents.csv", "text/csv", list.length == 0 ? new byte[] {'\n'} : list))
                .with(csrf())
                .with(StaffFixture.signedIn(administrator)));
    }
}
