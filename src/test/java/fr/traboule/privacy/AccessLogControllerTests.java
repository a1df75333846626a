package fr.traboule.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class AccessLogControllerTests {

    private static final String ADDRESS = "/administration/acces";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

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
        assertThat(Answer.body(answer)).startsWith("\ufeffQuand,Demande,Quoi,À quel titre,Qui");
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
