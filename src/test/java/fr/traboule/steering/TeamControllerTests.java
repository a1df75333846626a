package fr.traboule.steering;

import static fr.traboule.Answer.page;
import static fr.traboule.StaffFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.requests.FindRequests;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.TeamFigures.Figures;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeProgramTest
class TeamControllerTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ReceiveRequest receive;

    @Autowired
    StaffFixture staff;

    /** Lists count up to a thousand. */
    @Test
    void eachNumberIsThatOfTheListBehindIt() {
        receive.receive(new Actor.Resident(), RequestFixture.said("Pour l’équipe"));
        var head = staff.agent(Role.UNIT_HEAD, "relation-usagers");

        var shown = show(head, "/agents/equipe");

        var links = shown.select("td a[href^=/agents?]");
        assertThat(links).hasSizeGreaterThan(2);
        for (var link : links) {
            var list = show(head, link.attr("href"));
            assertThat(list.select(".govuk-error-summary"))
                    .as(link.attr("href"))
                    .isEmpty();
            var told = list.select("main p[role=status]").text();
            assertThat(told.isEmpty() ? "0" : told.replaceAll("\\D", ""))
                    .as(link.attr("href"))
                    .isEqualTo(String.valueOf(Math.min(
                            FindRequests.COUNTED,
                            Integer.parseInt(link.ownText().replaceAll("\\D", "")))));
        }
        assertThat(shown.select("svg[role=img]")).hasSize(3);
        assertThat(shown.select("svg[role=img]").eachAttr("aria-label")).allMatch(label -> label.startsWith("Barres"));
        assertThat(shown.select("table")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTION_AGENT", "CASE_OFFICER", "DATA_PROTECTION_OFFICER", "ADMINISTRATOR"})
    void whoHeadsNoUnitDoesNotSeeATeam(Role role) {
        var agent = staff.agent(role, "relation-usagers");

        assertThat(mvc.get().uri("/agents/equipe").with(signedIn(agent))).hasStatus(403);
    }

    @Test
    void nothingOfOtherUnitsIsCounted() {
        receive.receive(new Actor.Resident(), RequestFixture.said("Chez les autres"));

        assertThat(show(staff.agent(Role.UNIT_HEAD, "cimetieres"), "/agents/equipe")
                        .text())
                .contains("Aucune demande n’est en cours");
    }

    @Test
    void barsHaveTheWidthsOfTheirNumbers() {
        var block =
                new TeamView.Block("units", List.of(row("Peu", 1, 0), row("Beaucoup", 1_000, 500), row("Rien", 0, 0)));

        var bars = Bars.of(block).bars();

        assertThat(bars).extracting(Bars.Bar::label).containsExactly("Beaucoup", "Peu");
        assertThat(bars.getFirst().late() * 2).isEqualTo(bars.getFirst().width());
        assertThat(bars.getLast().width()).as("still seen").isEqualTo(2);
        assertThat(bars.getLast().late()).isZero();
    }

    private static TeamView.Row row(String label, int open, int late) {
        return new TeamView.Row(label, new Figures(open, late, 0, 0, Optional.empty()), "unit=x", true);
    }

    private Document show(Actor.Agent agent, String address) {
        var shown = mvc.get().uri(address).with(signedIn(agent)).exchange();
        assertThat(shown).hasStatusOk();
        return page(shown);
    }
}
