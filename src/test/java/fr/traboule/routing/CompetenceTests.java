package fr.traboule.routing;

import static fr.traboule.routing.RoutingFixture.LIGHTING;
import static fr.traboule.routing.RoutingFixture.TODAY;
import static fr.traboule.routing.RoutingFixture.between;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompetenceTests {

    @Test
    void withoutDatesItIsAlwaysValid() {
        assertThat(between(null, null, LIGHTING).isValidOn(TODAY)).isTrue();
    }

    @Test
    void itsFirstAndItsLastDayAreIncluded() {
        assertThat(between(TODAY, TODAY, LIGHTING).isValidOn(TODAY)).isTrue();
    }

    @Test
    void beforeItsFirstDayItIsNotValid() {
        assertThat(between(TODAY, null, LIGHTING).isValidOn(TODAY.minusDays(1))).isFalse();
    }

    @Test
    void afterItsLastDayItIsNotValid() {
        assertThat(between(null, TODAY, LIGHTING).isValidOn(TODAY.plusDays(1))).isFalse();
    }
}
