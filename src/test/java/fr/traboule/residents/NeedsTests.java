package fr.traboule.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeedsTests {

    private static final Needs HEARING = new Needs(List.of(Need.HEARING), Optional.of("Sans téléphone"));

    @Test
    void ofTwoRecordsNothingIsLost() {
        var both = HEARING.and(new Needs(List.of(Need.MOBILITY, Need.HEARING), Optional.of("Chien guide")));

        assertThat(both.kinds()).containsExactly(Need.HEARING, Need.MOBILITY);
        assertThat(both.words()).contains("Sans téléphone\nChien guide");
        assertThat(Needs.NONE.and(HEARING)).isEqualTo(HEARING);
        assertThat(HEARING.and(HEARING)).isEqualTo(HEARING);
    }

    @Test
    void wordsThatAreTooLongTogetherAreThoseOfTheFirst() {
        var long300 = new Needs(List.of(), Optional.of("x".repeat(300)));

        assertThat(HEARING.and(long300).words()).contains("Sans téléphone");
        assertThat(long300.and(HEARING).words()).contains("x".repeat(300));
    }
}
