package fr.traboule.routing;

import static fr.traboule.routing.RoutingFixture.CITY;
import static fr.traboule.routing.RoutingFixture.CLOSED;
import static fr.traboule.routing.RoutingFixture.COMPLAINT;
import static fr.traboule.routing.RoutingFixture.COMPLAINTS;
import static fr.traboule.routing.RoutingFixture.GARDENS;
import static fr.traboule.routing.RoutingFixture.LAMP;
import static fr.traboule.routing.RoutingFixture.LIGHTING;
import static fr.traboule.routing.RoutingFixture.METROPOLE;
import static fr.traboule.routing.RoutingFixture.TODAY;
import static fr.traboule.routing.RoutingFixture.TRIAGE;
import static fr.traboule.routing.RoutingFixture.between;
import static fr.traboule.routing.RoutingFixture.everywhere;
import static fr.traboule.routing.RoutingFixture.in;
import static fr.traboule.routing.RoutingFixture.routing;
import static fr.traboule.routing.RoutingFixture.subject;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteRequestTests {

    private static final Route TO_TRIAGE = new Route(TRIAGE.id(), CITY);

    @Test
    void theMostPreciseAreaWins() {
        var routing = routing(everywhere(TRIAGE), in("commune", LIGHTING), in("quarter", GARDENS));

        assertThat(route(routing, LAMP, "quarter").unit()).isEqualTo(GARDENS.id());
        assertThat(route(routing, LAMP, "arrondissement").unit()).isEqualTo(LIGHTING.id());
        assertThat(route(routing, LAMP, "elsewhere").unit()).isEqualTo(TRIAGE.id());
    }

    @Test
    void whatIsTheCitysEverywhereIsNotSoInAnotherCommune() {
        var routing = routing(everywhere(LIGHTING));

        assertThat(route(routing, LAMP, "elsewhere")).isEqualTo(TO_TRIAGE);
        assertThat(route(routing(everywhere(LIGHTING), in("elsewhere", GARDENS)), LAMP, "elsewhere")
                        .unit())
                .isEqualTo(GARDENS.id());
    }

    @Test
    void theOrganisationThatDoesTheWorkIsNamed() {
        assertThat(route(routing(everywhere(LIGHTING)), LAMP, "quarter"))
                .isEqualTo(new Route(LIGHTING.id(), METROPOLE));
    }

    @Test
    void whereTheAreaIsNotKnownOnlyWhatIsValidEverywhereCounts() {
        assertThat(route(routing(in("quarter", GARDENS)), LAMP, null)).isEqualTo(TO_TRIAGE);
        assertThat(route(routing(in("quarter", GARDENS), everywhere(LIGHTING)), LAMP, null)
                        .unit())
                .isEqualTo(LIGHTING.id());
    }

    @Test
    void onlyWhatIsValidOnThatDayCounts() {
        var changesTomorrow = routing(between(null, TODAY, LIGHTING), between(TODAY.plusDays(1), null, GARDENS));

        assertThat(route(changesTomorrow, LAMP, null).unit()).isEqualTo(LIGHTING.id());
        assertThat(changesTomorrow
                        .route(Optional.of(LAMP), Optional.empty(), TODAY.plusDays(1))
                        .unit())
                .isEqualTo(GARDENS.id());
    }

    @Test
    void whatAClosedUnitDidGoesToTheNextLargerAreaOrToTriage() {
        assertThat(route(routing(in("quarter", CLOSED), everywhere(LIGHTING)), LAMP, "quarter")
                        .unit())
                .isEqualTo(LIGHTING.id());
        assertThat(route(routing(everywhere(CLOSED)), LAMP, "quarter")).isEqualTo(TO_TRIAGE);
    }

    @Test
    void aComplaintGoesToTheUnitForComplaintsWhoeverElseIsNamed() {
        assertThat(route(routing(everywhere(LIGHTING), in("quarter", GARDENS)), COMPLAINT, "quarter"))
                .isEqualTo(new Route(COMPLAINTS.id(), CITY));
    }

    @Test
    void aSubjectThatNobodyAnswersForGoesToTriage() {
        assertThat(route(routing(everywhere(LIGHTING)), subject("other", Nature.REPORT), "quarter"))
                .isEqualTo(TO_TRIAGE);
    }

    @Test
    void aRequestWithoutSubjectGoesToTriage() {
        assertThat(routing(everywhere(LIGHTING)).route(Optional.empty(), Optional.of("quarter"), TODAY))
                .isEqualTo(TO_TRIAGE);
    }

    @Test
    void theRoutesOfASubjectAreTheGeneralOneThenThoseOfItsAreas() {
        var routing = routing(everywhere(LIGHTING), in("quarter", GARDENS), in("commune", TRIAGE));

        assertThat(routing.routes(LAMP, TODAY))
                .containsExactly(
                        new AreaRoute(Optional.empty(), new Route(LIGHTING.id(), METROPOLE)),
                        new AreaRoute(Optional.of("commune"), new Route(TRIAGE.id(), METROPOLE)),
                        new AreaRoute(Optional.of("quarter"), new Route(GARDENS.id(), METROPOLE)));
    }

    @Test
    void whatIsNoLongerValidIsNotSaidOfASubject() {
        var routing = routing(between(null, TODAY.minusDays(1), LIGHTING));

        assertThat(routing.routes(LAMP, TODAY)).containsExactly(new AreaRoute(Optional.empty(), TO_TRIAGE));
    }

    private static Route route(RouteRequest routing, Subject subject, @Nullable String area) {
        return routing.route(Optional.of(subject), Optional.ofNullable(area), TODAY);
    }
}
