package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTests {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED,IN_PROGRESS",
        "RECEIVED,ANSWERED",
        "IN_PROGRESS,ANSWERED",
        "ANSWERED,CLOSED",
        "ANSWERED,IN_PROGRESS",
        "CLOSED,IN_PROGRESS"
    })
    void itGoesItsWay(RequestStatus from, RequestStatus to) {
        assertThat(RequestFixture.with(from).become(to).status()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED,CLOSED",
        "RECEIVED,RECEIVED",
        "IN_PROGRESS,RECEIVED",
        "IN_PROGRESS,CLOSED",
        "ANSWERED,RECEIVED",
        "CLOSED,ANSWERED",
        "CLOSED,RECEIVED"
    })
    void anyOtherMoveIsRefusedAndNamesTheRequest(RequestStatus from, RequestStatus to) {
        var request = RequestFixture.with(from);

        assertThatIllegalStateException()
                .isThrownBy(() -> request.become(to))
                .withMessageContaining(request.id().value().toString());
    }

    @ParameterizedTest
    @EnumSource
    void somebodyHasToDoSomethingUntilItIsAnswered(RequestStatus status) {
        assertThat(status.isOpen())
                .isEqualTo(Set.of(RequestStatus.RECEIVED, RequestStatus.IN_PROGRESS)
                        .contains(status));
    }
}
