package fr.traboule.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallBackTests {

    private static final AccountId AGENT = new AccountId(UUID.randomUUID());
    private static final CallBack WAITING = new CallBack(
            CallBackId.next(),
            new UnitId(UUID.randomUUID()),
            Optional.empty(),
            false,
            Language.FR,
            CallWindow.morning(LocalDate.of(2026, 11, 20)),
            CallBackState.WAITING,
            Optional.empty(),
            0,
            Instant.parse("2026-11-20T08:00:00Z"),
            0);

    @Test
    void whoTakesItHasIt() {
        var taken = WAITING.takenBy(AGENT);

        assertThat(taken.state()).isEqualTo(CallBackState.TAKEN);
        assertThat(taken.heldBy()).contains(AGENT);
        assertThat(taken.canBeTakenBy(AGENT)).isFalse();
        assertThat(taken.canBeTakenBy(new AccountId(UUID.randomUUID()))).isTrue();
    }

    @Test
    void afterThreeCallsInVainAnotherWayIsNeeded() {
        var twice = WAITING.triedBy(AGENT).triedBy(AGENT);
        assertThat(twice.needsAnotherWay()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> twice.reachedOtherwise(AGENT));

        var thrice = twice.triedBy(AGENT);

        assertThat(thrice.needsAnotherWay()).isTrue();
        assertThat(thrice.isOpen()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> thrice.triedBy(AGENT));
        assertThat(thrice.reachedOtherwise(AGENT).isOpen()).isFalse();
        assertThat(thrice.done(AGENT).isOpen()).isFalse();
    }

    @Test
    void handedOverItWaitsAgainAndKeepsItsTries() {
        var other = new UnitId(UUID.randomUUID());

        var handed = WAITING.triedBy(AGENT).handedTo(other);

        assertThat(handed.unit()).isEqualTo(other);
        assertThat(handed.state()).isEqualTo(CallBackState.WAITING);
        assertThat(handed.heldBy()).isEmpty();
        assertThat(handed.tries()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> WAITING.handedTo(WAITING.unit()));
    }

    @Test
    void nothingIsDoneToOneThatIsDone() {
        var done = WAITING.done(AGENT);

        assertThatIllegalStateException().isThrownBy(() -> done.done(AGENT));
        assertThatIllegalStateException().isThrownBy(() -> done.triedBy(AGENT));
        assertThatIllegalStateException().isThrownBy(() -> done.handedTo(new UnitId(UUID.randomUUID())));
        assertThat(done.canBeTakenBy(AGENT)).isFalse();
    }

    @Test
    void itIsLateOnceItsTimeIsOver() {
        assertThat(WAITING.isLate(Instant.parse("2026-11-20T10:59:59Z"))).isFalse();
        assertThat(WAITING.isLate(Instant.parse("2026-11-20T11:00:00Z"))).isTrue();
        assertThat(WAITING.done(AGENT).isLate(Instant.parse("2026-11-21T11:00:00Z")))
                .isFalse();
    }

    @Test
    void aPositionIsReadBack() {
        assertThat(CallBack.Position.of(WAITING.position().toString())).contains(WAITING.position());
        assertThat(CallBack.Position.of("rien")).isEmpty();
    }
}
