package fr.traboule.reception;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.Language;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody wants to be called (« rappel »).
 *
 * @param unit that calls
 * @param request that it is about, where there is one
 * @param sensitive whether only the unit itself may see it, by its subject or its request
 * @param tries calls that nobody answered
 */
record CallBack(
        CallBackId id,
        UnitId unit,
        Optional<RequestNumber> request,
        boolean sensitive,
        Language language,
        CallWindow window,
        CallBackState state,
        Optional<AccountId> heldBy,
        int tries,
        Instant askedAt,
        int version) {

    /** After so many calls in vain, another way is to be found. */
    static final int MOST_TRIES = 3;

    boolean isOpen() {
        return state != CallBackState.DONE;
    }

    boolean isLate(Instant now) {
        return isOpen() && !window.due().isAfter(now);
    }

    /** Whether it is no use to go on calling. */
    boolean needsAnotherWay() {
        return isOpen() && tries >= MOST_TRIES;
    }

    boolean canBeTried() {
        return isOpen() && tries < MOST_TRIES;
    }

    boolean canBeTakenBy(AccountId agent) {
        return isOpen() && !heldBy.equals(Optional.of(agent));
    }

    CallBack takenBy(AccountId agent) {
        requireThat(canBeTakenBy(agent));
        return with(unit, CallBackState.TAKEN, Optional.of(agent), tries);
    }

    /** Nobody answered; whoever called goes on with it. */
    CallBack triedBy(AccountId agent) {
        requireThat(canBeTried());
        return with(unit, CallBackState.TAKEN, Optional.of(agent), tries + 1);
    }

    CallBack done(AccountId agent) {
        requireThat(isOpen());
        return with(unit, CallBackState.DONE, Optional.of(agent), tries);
    }

    /** Never in silence: only once calling was tried often enough. */
    CallBack reachedOtherwise(AccountId agent) {
        requireThat(needsAnotherWay());
        return with(unit, CallBackState.DONE, Optional.of(agent), tries);
    }

    CallBack handedTo(UnitId other) {
        requireThat(isOpen() && !other.equals(unit));
        return with(other, CallBackState.WAITING, Optional.empty(), tries);
    }

    /** Whoever had it in hand has left. */
    CallBack handedOnTo(Optional<AccountId> successor) {
        requireThat(isOpen());
        return with(unit, successor.isPresent() ? CallBackState.TAKEN : CallBackState.WAITING, successor, tries);
    }

    /** The unit that calls has closed, or opened again; whoever has it in hand keeps it. */
    CallBack movedTo(UnitId other) {
        requireThat(isOpen());
        return with(other, state, heldBy, tries);
    }

    private void requireThat(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("Call-back %s does not stand so".formatted(id.value()));
        }
    }

    private CallBack with(UnitId newUnit, CallBackState newState, Optional<AccountId> holder, int newTries) {
        return new CallBack(
                id, newUnit, request, sensitive, language, window, newState, holder, newTries, askedAt, version);
    }

    Position position() {
        return new Position(window.due(), id.value());
    }

    /** A place in the queue, to go on from there. */
    record Position(Instant due, UUID id) {

        static final Position START = new Position(Instant.EPOCH, new UUID(0, 0));

        /** As it stands in an address; empty where it makes no sense. */
        static Optional<Position> of(String text) {
            return Encounter.Position.of(text).map(position -> new Position(position.at(), position.id()));
        }

        @Override
        public String toString() {
            return due + "_" + id;
        }
    }
}
