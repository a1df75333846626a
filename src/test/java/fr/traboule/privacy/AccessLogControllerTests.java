package fr.traboule.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.ground.works.WorkId;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class AccessLogControllerTests {

    private static final String ADDRESS = "/administration/acces";
    private static final int MORE_THAN_AT_ONCE = 101;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    WorkFixture works;

    @Test
    void theOfficerSeesTheLog() {
        assertThat(Answer.page(ask("")).expectFirst("h1").text()).isEqualTo("Journal des accès");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number=nonsense           | number | Ce n’est pas un numéro de demande
            agent=nobody@demo.example | agent  | Aucun compte n’a cette adresse
            from=hier                 | from   | Donnez un jour
            until=2026-13-45          | until  | Donnez un jour
            """)
    void whatCannotBeReadIsToldAndKept(String query, String field, String sentence) {
        var page = Answer.page(ask("?" + query));

        assertThat(page.expectFirst(".govuk-error-summary").text()).contains(sentence);
        assertThat(page.expectFirst("#" + field).val()).isEqualTo(query.substring(query.indexOf('=') + 1));
    }

    @Test
    void aPersonsTrailIsAFileThatSpreadsheetsRead() {
        var answer = mvc.post()
                .uri(ADDRESS + "/personne.csv")
                .param("person", "somebody@example.org")
                .with(csrf())
                .with(StaffFixture.signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER)))
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(Answer.body(answer)).startsWith("\ufeffQuand,De quoi,Quoi,À quel titre,Qui");
    }

    /** Of whom there is much, the file is made by a long work, that only the officer who asked may have. */
    @Test
    void aLongTrailIsGatheredAsAWork() throws Exception {
        var person = UUID.randomUUID() + "@example.org";
        for (var request = 0; request < MORE_THAN_AT_ONCE; request++) {
            receive.receive(new Actor.Resident(), RequestFixture.said("Encore", RequestFixture.byEmail(person)));
        }
        var officer = StaffFixture.signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER));

        var address = Answer.redirect(mvc.post()
                .uri(ADDRESS + "/personne.csv")
                .param("person", person)
                .with(csrf())
                .with(officer)
                .exchange());
        works.run(new WorkId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1))));

        assertThat(Answer.page(mvc.get().uri(ADDRESS).with(officer).exchange())
                        .select(".app-card a")
                        .eachAttr("href"))
                .containsExactly(address);
        var file = mvc.get().uri(address + "/fichier").with(officer).exchange();
        assertThat(file.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        var lines = Answer.body(file).lines().toList();
        assertThat(lines).hasSize(1 + 2 * MORE_THAN_AT_ONCE);
        assertThat(lines.getFirst()).isEqualTo("\ufeffQuand,De quoi,Quoi,À quel titre,Qui");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[1]).distinct())
                .as("each request is told of")
                .hasSize(MORE_THAN_AT_ONCE);
    }

    @Test
    void anAdministratorMayNot() {
        assertThat(mvc.get().uri(ADDRESS).with(StaffFixture.signedIn(staff.agent(Role.ADMINISTRATOR))))
                .hasStatus(403);
    }

    private MvcTestResult ask(String query) {
        return mvc.get()
                .uri(ADDRESS + query)
                .with(StaffFixture.signedIn(staff.agent(Role.DATA_PROTECTION_OFFICER)))
                .exchange();
    }
}
