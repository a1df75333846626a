package fr.traboule.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.traboule.ground.access.AccountId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTests {

    /** The life of a request once more, as the design tells it: the table of the program must say the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECEIVED         | CHANGE_WAY=RECEIVED TAKE=IN_PROGRESS ASSIGN=IN_PROGRESS QUALIFY=RECEIVED MOVE=RECEIVED ASK_RESIDENT=WAITING_RESIDENT \
                               WAIT_FOR_PARTNER=WAITING_PARTNER ADD=RECEIVED CHASE=RECEIVED ANSWER=ANSWERED WITHDRAW=WITHDRAWN \
                               MERGE=MERGED HAND_OVER=HANDED_OVER
            IN_PROGRESS      | CHANGE_WAY=IN_PROGRESS TAKE=IN_PROGRESS ASSIGN=IN_PROGRESS QUALIFY=IN_PROGRESS MOVE=IN_PROGRESS ASK_RESIDENT=WAITING_RESIDENT \
                               WAIT_FOR_PARTNER=WAITING_PARTNER ADD=IN_PROGRESS CHASE=IN_PROGRESS ANSWER=ANSWERED WITHDRAW=WITHDRAWN \
                               MERGE=MERGED HAND_OVER=HANDED_OVER
            WAITING_RESIDENT | CHANGE_WAY=WAITING_RESIDENT QUALIFY=WAITING_RESIDENT MOVE=WAITING_RESIDENT WAIT_FOR_PARTNER=WAITING_PARTNER RESUME=IN_PROGRESS \
                               CHASE=WAITING_RESIDENT ANSWER=ANSWERED WITHDRAW=WITHDRAWN MERGE=MERGED HAND_OVER=HANDED_OVER
            WAITING_PARTNER  | CHANGE_WAY=WAITING_PARTNER QUALIFY=WAITING_PARTNER MOVE=WAITING_PARTNER ASK_RESIDENT=WAITING_RESIDENT RESUME=IN_PROGRESS \
                               ADD=WAITING_PARTNER CHASE=WAITING_PARTNER ANSWER=ANSWERED WITHDRAW=WITHDRAWN MERGE=MERGED \
                               HAND_OVER=HANDED_OVER
            ANSWERED         | CHANGE_WAY=ANSWERED CLOSE=CLOSED REOPEN=IN_PROGRESS
            CLOSED           | REOPEN=IN_PROGRESS
            WITHDRAWN        | REOPEN=IN_PROGRESS
            MERGED           | CHANGE_WAY=MERGED SPLIT=IN_PROGRESS
            HANDED_OVER      | REOPEN=IN_PROGRESS
            """)
    void fromHereItGoesThereAndNowhereElse(RequestStatus from, String ways) {
        var written = Arrays.stream(ways.split(" +"))
                .map(way -> way.split("="))
                .collect(Collectors.toMap(way -> RequestAct.valueOf(way[0]), way -> RequestStatus.valueOf(way[1])));
        var possible = new EnumMap<RequestAct, RequestStatus>(RequestAct.class);
        for (var act : RequestAct.values()) {
            if (act.isPossibleFrom(from)) {
                possible.put(act, act.after(from));
            } else {
                assertThatIllegalStateException().isThrownBy(() -> act.after(from));
            }
        }

        assertThat(possible).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void somebodyHasToDoSomethingUntilItIsAnsweredOrNobodyNeedsItAnyMore(RequestStatus status) {
        assertThat(status.isOpen())
                .isEqualTo(Set.of(
                                RequestStatus.RECEIVED,
                                RequestStatus.IN_PROGRESS,
                                RequestStatus.WAITING_RESIDENT,
                                RequestStatus.WAITING_PARTNER)
                        .contains(status));
    }

    /** However long it lives: it is always somewhere, and there is always a way to an end. */
    @Test
    void anyWalkThroughItsLifeLeadsToAnEndAndCanGoOnFromThere() {
        var random = new Random(7);
        for (var walk = 0; walk < 200; walk++) {
            var status = RequestStatus.RECEIVED;
            for (var step = 0; step < 40; step++) {
                var here = status;
                var acts = Arrays.stream(RequestAct.values())
                        .filter(act -> act.isPossibleFrom(here))
                        .toList();
                assertThat(acts).as("from " + here).isNotEmpty();
                status = acts.get(random.nextInt(acts.size())).after(here);
                if (status.isOpen()) {
                    assertThat(RequestAct.ANSWER.isPossibleFrom(status)).isTrue();
                }
            }
        }
    }

    @Test
    void whatSomebodyHasInHandIsNotTakenFromThem() {
        var taken =
                RequestFixture.with(RequestStatus.IN_PROGRESS).heldBy(Optional.of(new AccountId(UUID.randomUUID())));

        assertThat(taken.allows(RequestAct.TAKE)).isFalse();
        assertThat(taken.heldBy(Optional.empty()).allows(RequestAct.TAKE)).isTrue();
    }

    @Test
    void nothingIsDoneWithWhatIsArchived() {
        var now = Instant.parse("2026-11-23T09:00:00Z");
        for (var status : RequestStatus.values()) {
            if (!status.isOpen() && status != RequestStatus.MERGED) {
                var archived = new RequestDraft(RequestFixture.with(status))
                        .archived(Optional.of(new Archived(now, now, Optional.empty())))
                        .done();

                assertThat(RequestAct.values()).noneMatch(archived::allows);
            }
        }
    }

    @Test
    void aMergedRequestSaysIntoWhatAndNoOtherDoes() {
        var main = RequestId.next();
        var merged = RequestFixture.with(RequestStatus.RECEIVED).mergedWith(main);

        assertThat(merged.mergedInto()).contains(main);
        assertThat(merged.after(RequestAct.SPLIT).mergedInto()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> RequestFixture.with(RequestStatus.MERGED));
    }
}
