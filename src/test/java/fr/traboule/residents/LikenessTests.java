package fr.traboule.residents;

import static fr.traboule.residents.Likeness.Common.NONE;
import static fr.traboule.residents.Likeness.Common.OWN;
import static fr.traboule.residents.Likeness.Common.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.residents.Likeness.Common;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When two records are proposed as the same person's, and why. */
class LikenessTests {

    static Stream<Likeness> all() {
        return Stream.of(Common.values())
                .flatMap(phone -> Stream.of(Common.values())
                        .flatMap(email -> Stream.of(true, false)
                                .flatMap(address -> Stream.of(
                                                Optional.<Double>empty(),
                                                Optional.of(0.0),
                                                Optional.of(0.49),
                                                Optional.of(0.5),
                                                Optional.of(1.0))
                                        .map(names -> new Likeness(phone, email, address, names)))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatAHouseholdSharesNeverProposesTwoPeopleOfDifferentNames(Likeness likeness) {
        var alike = likeness.names().filter(names -> names >= 0.5).isPresent();

        if (likeness.phone() != OWN && likeness.email() != OWN && !alike) {
            assertThat(likeness.reasons()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNameAloneOrAnAddressAloneProposesNobody(Likeness likeness) {
        if (likeness.phone() == NONE && likeness.email() == NONE && !likeness.address()) {
            assertThat(likeness.reasons()).isEmpty();
        }
        if (likeness.phone() == NONE
                && likeness.email() == NONE
                && likeness.names().isEmpty()) {
            assertThat(likeness.reasons()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsProposedIsExplainedByAllThatIsInCommon(Likeness likeness) {
        var reasons = likeness.reasons();

        if (!reasons.isEmpty()) {
            assertThat(reasons.contains(LikenessReason.SAME_PHONE)).isEqualTo(likeness.phone() == OWN);
            assertThat(reasons.contains(LikenessReason.SHARED_PHONE)).isEqualTo(likeness.phone() == SHARED);
            assertThat(reasons.contains(LikenessReason.SAME_EMAIL)).isEqualTo(likeness.email() == OWN);
            assertThat(reasons.contains(LikenessReason.SAME_ADDRESS)).isEqualTo(likeness.address());
        }
    }

    @Test
    void anOwnTelephoneIsEnoughAnOwnEmailIsIfTheNamesDoNotDiffer() {
        assertThat(new Likeness(OWN, NONE, false, Optional.of(0.0)).reasons())
                .containsExactly(LikenessReason.SAME_PHONE);
        assertThat(new Likeness(NONE, OWN, false, Optional.of(0.1)).reasons()).isEmpty();
        assertThat(new Likeness(NONE, OWN, false, Optional.empty()).reasons())
                .containsExactly(LikenessReason.SAME_EMAIL);
        assertThat(new Likeness(NONE, OWN, false, Optional.of(0.6)).reasons())
                .containsExactly(LikenessReason.SAME_EMAIL, LikenessReason.SIMILAR_NAME);
        assertThat(new Likeness(NONE, NONE, true, Optional.of(1.0)).reasons())
                .containsExactly(LikenessReason.SAME_NAME, LikenessReason.SAME_ADDRESS);
    }
}
