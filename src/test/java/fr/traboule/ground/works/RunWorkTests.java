package fr.traboule.ground.works;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Long works on a real database: whatever happens, each number is counted exactly once. */
@WholeProgramTest
class RunWorkTests {

    private static final int PORTION = 7;

    /** As when the machine is gone: nobody catches it, nothing more is written. */
    private static final class Killed extends Error {}

    @Autowired
    WorkFixture works;

    @Autowired
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Counting counting;

    @BeforeEach
    void hundredToCount() {
        counting = new Counting(jdbc, PORTION);
    }

    @Test
    void aWorkIsDoneInPortionsAndTellsHowFarItIs() {
        var id = works.add(counting);
        var seen = new ArrayList<Long>();
        counting.before = () -> seen.add(works.work(id).progress().done());

        run(id);

        assertThat(seen).startsWith(0L, 7L, 14L).hasSize(15);
        var done = works.work(id);
        assertThat(done.state()).isEqualTo(WorkState.DONE);
        assertThat(done.progress().done()).isEqualTo(100);
        assertThat(done.progress().total()).contains(100L);
        assertThat(done.forgotten()).isTrue();
        assertThatEachNumberWasCountedOnce();
    }

    @Test
    void whatItMakesIsReadWholeAndForgottenAWeekLater() throws Exception {
        var id = works.add(
                NewWork.of(counting.kind).making(new WorkFile("numbers.txt", "text/plain")), Optional.empty());
        run(id);

        assertThat(new String(works.book.read(id).readAllBytes(), UTF_8).lines())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).toList());
        var end = works.work(id).endedAt().orElseThrow();
        works.book.forget(end, end.minus(Duration.ofDays(1)));
        assertThat(works.book.read(id).readAllBytes()).hasSizeGreaterThan(0);
        works.book.forget(end.plusMillis(1), end.minus(Duration.ofDays(1)));
        assertThat(works.book.read(id).readAllBytes()).isEmpty();
        works.book.forget(end, end.plusMillis(1));
        assertThat(works.book.byId(id)).isEmpty();
    }

    @Test
    void itStopsAfterItsTurnAndGoesOnAtTheNext() {
        var id = works.add(counting);
        var clock = new Ticking();
        counting.after = () -> clock.pass(Duration.ofSeconds(4));

        assertThat(works.runner(counting, clock).run(id, () -> false, false)).isTrue();
        assertThat(works.work(id).progress().done()).isEqualTo(3 * PORTION);
        while (works.runner(counting, clock).run(id, () -> false, false)) {
            clock.pass(Duration.ofHours(1));
        }

        assertThatEachNumberWasCountedOnce();
        assertThat(works.work(id).progress().worked())
                .as("hours between turns are no work")
                .isEqualTo(Duration.ofSeconds(15 * 4));
    }

    @Test
    void aMachineThatStopsLetsTheNextOneGoOn() {
        var id = works.add(counting);

        assertThat(works.runner(counting).run(id, () -> true, false)).isTrue();

        assertThat(works.work(id).progress().done()).isEqualTo(PORTION);
        run(id);
        assertThatEachNumberWasCountedOnce();
    }

    @Test
    void cancelledItStopsAfterThePortionUnderWay() {
        var id = works.add(counting);
        var portions = new AtomicInteger();
        counting.after = () -> {
            if (portions.incrementAndGet() == 3) {
                // From elsewhere: not in the transaction of the portion.
                assertThat(elsewhere(() -> works.book.cancel(id, Instant.now())))
                        .isTrue();
            }
        };

        assertThat(run(id)).isFalse();

        var cancelled = works.work(id);
        assertThat(cancelled.state()).isEqualTo(WorkState.CANCELLED);
        assertThat(cancelled.progress().done()).isEqualTo(3 * PORTION);
        assertThat(cancelled.forgotten()).isTrue();
        assertThat(works.book.read(id)).isEmpty();
        assertThat(counting.effects().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(3 * PORTION);
        assertThat(works.book.cancel(id, Instant.now())).as("only once").isFalse();
        assertThat(works.book.retry(id, Instant.now())).isFalse();
    }

    @Test
    void aPortionThatCannotBeShorterTellsHowFarItIs() {
        var id = works.add(counting);
        var clock = new Ticking();
        var seen = new ArrayList<Long>();
        var whole = inOnePortion(count -> {
            clock.pass(Duration.ofSeconds(1));
            seen.add(elsewhere(() -> works.work(id).progress().far()));
        });
        works.runner(whole, clock).run(id, () -> false, false);

        assertThat(seen).startsWith(0L, 1L, 2L).hasSize(Counting.ALL);
        assertThat(works.done(id)).isEqualTo(Counting.ALL);
        assertThat(works.work(id).progress().told()).isZero();
        assertThat(works.work(id).outcome()).contains("counted");
    }

    @Test
    void cancelledInTheMiddleOfALongPortionNothingOfItStays() {
        var id = works.add(counting);
        var clock = new Ticking();
        var whole = inOnePortion(count -> {
            clock.pass(Duration.ofSeconds(1));
            if (count == 50) {
                elsewhere(() -> works.book.cancel(id, Instant.now()));
            }
            assertThat(count).isLessThanOrEqualTo(50);
        });
        works.runner(whole, clock).run(id, () -> false, false);
        works.runner(whole, clock).run(id, () -> false, false);

        assertThat(works.work(id).state()).isEqualTo(WorkState.CANCELLED);
        assertThat(counting.effects()).containsOnly(0);
    }

    /** The hundred at once, told one by one. */
    private Counting inOnePortion(LongConsumer each) {
        return new Counting(jdbc, Counting.ALL) {
            @Override
            public String kind() {
                return counting.kind;
            }

            @Override
            public Step next(Portion portion) {
                super.next(portion);
                for (var count = 1; count <= ALL; count++) {
                    each.accept(count);
                    portion.tell(count);
                }
                return new Step.End(ALL, Optional.of("counted"));
            }
        };
    }

    @Test
    void cancelledBeforeItBeginsItNeverDoes() {
        var id = works.add(counting);

        assertThat(works.book.cancel(id, Instant.now())).isTrue();
        assertThat(run(id)).isFalse();

        assertThat(works.work(id).state()).isEqualTo(WorkState.CANCELLED);
        assertThat(counting.effects()).containsOnly(0);
    }

    @Test
    void cancelledWhereTheMachineDiedItIsCancelledByTheNext() {
        var id = works.add(counting);
        killAt(id, 2);

        works.book.cancel(id, Instant.now());
        assertThat(works.work(id).state()).isEqualTo(WorkState.CANCELLING);
        run(id);

        assertThat(works.work(id).state()).isEqualTo(WorkState.CANCELLED);
    }

    @Test
    void whatFailsSaysWhyAndGoesOnFromThereWhenTriedAgain() {
        var id = works.add(counting);
        var portions = new AtomicInteger();
        counting.after = () -> {
            if (portions.incrementAndGet() == 4) {
                throw new IllegalStateException("Ada's secret");
            }
        };

        assertThat(run(id)).isFalse();

        var failed = works.work(id);
        assertThat(failed.state()).isEqualTo(WorkState.FAILED);
        assertThat(failed.reason()).contains("IllegalStateException");
        assertThat(failed.progress().done()).isEqualTo(3 * PORTION);
        assertThat(works.book.retry(id, Instant.now())).isTrue();
        assertThat(works.jobs(id)).containsExactly(id.value() + "/1", id.value() + "/2");
        run(id);
        assertThat(works.work(id).state()).isEqualTo(WorkState.DONE);
        assertThatEachNumberWasCountedOnce();
    }

    @Test
    void whatFailedLongAgoCannotBeTriedAgain() {
        var id = works.add(counting);
        counting.before = () -> {
            throw new IllegalStateException();
        };
        run(id);

        var end = works.work(id).endedAt().orElseThrow();
        works.book.forget(end.plusMillis(1), end.minusSeconds(1));

        assertThat(works.work(id).canBeTriedAgain()).isFalse();
        assertThat(works.book.retry(id, Instant.now())).isFalse();
    }

    @Test
    void aBreakdownOfTheDatabaseIsNoFailureUnlessItLasts() {
        var id = works.add(counting);
        counting.before = () -> {
            throw new CannotAcquireLockException("somebody else");
        };

        assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> run(id));
        assertThat(works.work(id).state()).isEqualTo(WorkState.RUNNING);

        works.runner(counting).run(id, () -> false, true);
        assertThat(works.work(id).reason()).contains("CannotAcquireLockException");
    }

    static IntStream portions() {
        return IntStream.rangeClosed(1, 15);
    }

    /** Within each portion, when all is done but the commit; then at its beginning, which is the boundary before it. */
    @ParameterizedTest
    @MethodSource("portions")
    void killedAnywhereItLosesNothingAndDoublesNothing(int portion) {
        var id = works.add(NewWork.of(counting.kind).making(new WorkFile("n", "text/plain")), Optional.empty());

        killAt(id, portion);
        counting.before = () -> {
            throw new Killed();
        };
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> run(id));
        assertThat(works.work(id).state()).isEqualTo(WorkState.RUNNING);
        assertThat(works.work(id).progress().done()).isEqualTo((portion - 1) * PORTION);
        counting.before = () -> {};
        run(id);

        assertThat(works.work(id).progress().done()).isEqualTo(Counting.ALL);
        assertThatEachNumberWasCountedOnce();
        assertThatTheFileHasEachNumberOnce(id);
    }

    @Test
    void killedAgainAndAgainAtRandomByManyMachinesItCountsOnce() throws Exception {
        for (var seed = 0; seed < 5; seed++) {
            var random = new Random(seed);
            counting = new Counting(jdbc, 1 + random.nextInt(12));
            var id = works.add(NewWork.of(counting.kind).making(new WorkFile("n", "text/plain")), Optional.empty());
            Runnable perhapsKilled = () -> {
                if (chance(random) < 0.15) {
                    throw new Killed();
                }
            };
            counting.before = perhapsKilled;
            counting.after = perhapsKilled;

            atOnce(4, () -> {
                while (works.work(id).state().isUnderWay()) {
                    try {
                        run(id);
                        // Put out by another machine: it comes back, but not at once, or they would put each other out
                        // for ever.
                        LockSupport.parkNanos((long) (chance(random) * 20_000_000));
                    } catch (Killed killed) {
                        // Another machine takes over.
                    }
                }
            });

            assertThatEachNumberWasCountedOnce();
            assertThatTheFileHasEachNumberOnce(id);
        }
    }

    /** Both have read the position and done the portion before either writes: one of them alone has effect. */
    @Test
    void twoMachinesAtTheSamePortionAtTheSameTimeHaveEffectOnce() throws Exception {
        var id = works.add(counting);
        var both = new CyclicBarrier(2);
        counting.after = () -> {
            try {
                both.await(300, TimeUnit.MILLISECONDS);
            } catch (Exception alone) {
                // The other one has given up.
            }
        };

        atOnce(2, () -> run(id));

        assertThat(works.work(id).state()).isEqualTo(WorkState.DONE);
        assertThatEachNumberWasCountedOnce();
    }

    @Test
    void whatSomebodyMayNoLongerDoTheirWorkDoesNoMore() {
        var officer = staff.agent(Role.DATA_PROTECTION_OFFICER);
        var id = works.add(NewWork.of(counting.kind), Optional.of(officer.account()));
        var seen = new ArrayList<Actor>();
        var watching = new Counting(jdbc, 50) {
            @Override
            public String kind() {
                return counting.kind;
            }

            @Override
            public Step next(Portion portion) {
                seen.add(portion.actor());
                jdbc.sql("delete from ground.account_role where account_id = ?")
                        .param(officer.account().value())
                        .update();
                return super.next(portion);
            }
        };

        works.runner(watching).run(id, () -> false, false);

        assertThat(seen).extracting(actor -> actor.roles().size()).containsExactly(1, 0);
    }

    @Test
    void onlyWhoMayAsksForIt() {
        var administrator = staff.agent(Role.ADMINISTRATOR);
        var wanted = NewWork.of(counting.kind).onlyOne();
        for (var role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                var somebody = staff.agent(role);
                assertThatExceptionOfType(AccessDeniedException.class)
                        .isThrownBy(() -> works.asking(counting).ask(somebody, wanted));
            }
        }

        var first = works.asking(counting).ask(administrator, wanted);
        assertThat(first).isInstanceOf(AskForWork.Asked.class);
        assertThat(works.jobs(first.id())).containsExactly(first.id().value() + "/1");
        assertThat(works.asking(counting).ask(administrator, wanted)).isEqualTo(new AskForWork.UnderWay(first.id()));
        run(first.id());
        assertThat(works.asking(counting).ask(administrator, wanted)).isInstanceOf(AskForWork.Asked.class);
    }

    @Test
    void aKindThatNobodyKnowsIsNeverAskedFor() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() ->
                        works.asking(counting).ask(staff.agent(Role.ADMINISTRATOR), NewWork.of("test.unheard-of")));
    }

    /** Falls dead at that portion, once it is done but for its commit; then nothing falls any more. */
    private void killAt(WorkId id, int portion) {
        var count = new AtomicInteger();
        counting.after = () -> {
            if (count.incrementAndGet() == portion) {
                throw new Killed();
            }
        };
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> run(id));
        counting.after = () -> {};
    }

    private boolean run(WorkId id) {
        return works.runner(counting).run(id, () -> false, false);
    }

    private static double chance(Random random) {
        synchronized (random) {
            return random.nextDouble();
        }
    }

    private static void atOnce(int machines, Runnable work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var machine = 0; machine < machines; machine++) {
                running.add(threads.submit(work));
            }
            for (var each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static <T> T elsewhere(Callable<T> act) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(act).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertThatEachNumberWasCountedOnce() {
        assertThat(counting.effects()).isEqualTo(Collections.nCopies(Counting.ALL, 1));
    }

    private void assertThatTheFileHasEachNumberOnce(WorkId id) {
        try {
            assertThat(new String(works.book.read(id).readAllBytes(), UTF_8).lines())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, Counting.ALL)
                            .mapToObj(String::valueOf)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that moves when it is told to. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-11-23T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
