package fr.traboule.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Throttle;
import fr.traboule.ground.database.SecretKey;
import fr.traboule.requests.RequestId;
import fr.traboule.web.TooMany;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People are let through, robots are asked to press once more, and nobody is shut out by a neighbour. */
@WholeProgramTest
class SendGuardTests {

    private static final PostLimits LIMITS =
            new PostLimits(Duration.ofSeconds(3), 20, 300, 600, List.of("192.0.2.0/24", "2001:db8::/32"));
    private static final Actor SOMEBODY = new Actor.Resident();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SecretKey key;

    /** Each test comes from a place of its own. */
    private final String place = "2a01:e0a::" + Integer.toHexString((int) (Math.random() * 60_000));

    private final Draft draft = draft(false);

    @Test
    void somebodyWhoTakesTheirTimeIsLetThrough() {
        assertThat(after(10).lets(SOMEBODY, draft, form(draft), place)).isTrue();
    }

    @Test
    void whoeverFillsInWhatNobodySeesIsDoubted() {
        assertThat(after(10).lets(SOMEBODY, draft, new SendForm(seal(draft), null, "https://spam.example"), place))
                .isFalse();
    }

    @Test
    void evenIfTheyPressAgain() {
        var again = new SendForm(seal(draft), sealAgain(draft), "https://spam.example");

        assertThat(after(10).lets(SOMEBODY, draft, again, place)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "1", "x.y", "1.2.3", "99999999999999999999.abc", "-1.00", "<script>"})
    void aFormThatIsNotOursIsDoubted(@Nullable String invented) {
        assertThat(after(10).lets(SOMEBODY, draft, new SendForm(invented, null, null), place))
                .isFalse();
        assertThat(after(10).lets(SOMEBODY, draft, new SendForm(null, invented, ""), place))
                .isFalse();
    }

    @Test
    void theFormOfAnotherDraftIsDoubted() {
        assertThat(after(10).lets(SOMEBODY, draft, form(draft(false)), place)).isFalse();
    }

    @Test
    void aSealIsGoodForItsOwnFormOnly() {
        assertThat(after(10).lets(SOMEBODY, draft, new SendForm(null, seal(draft), null), place))
                .isFalse();
        assertThat(after(10).lets(SOMEBODY, draft, new SendForm(sealAgain(draft), null, null), place))
                .isFalse();
    }

    @Test
    void nobodyTellsAndSendsInASecond() {
        assertThat(after(1).lets(SOMEBODY, draft, form(draft), place)).isFalse();
    }

    @Test
    void pressingAgainIsEnough() {
        assertThat(after(2).lets(SOMEBODY, draft, new SendForm(seal(draft), sealAgain(draft), ""), place))
                .isTrue();
    }

    @Test
    void butNotWithoutReading() {
        assertThat(after(0).lets(SOMEBODY, draft, new SendForm(seal(draft), sealAgain(draft), ""), place))
                .isFalse();
    }

    @Test
    void behindOneAddressTwentyAreFreeAndTheOthersPressAgain() {
        for (var person = 0; person < 20; person++) {
            assertThat(after(10).lets(SOMEBODY, draft, form(draft), place)).isTrue();
        }

        assertThat(after(10).lets(SOMEBODY, draft, form(draft), place)).isFalse();
        assertThat(after(10).lets(SOMEBODY, draft, new SendForm(null, sealAgain(draft), null), place))
                .isTrue();
        assertThat(after(10).lets(SOMEBODY, draft, form(draft), place + ":1")).isTrue();
    }

    @Test
    void threeHundredInAnHourAreMoreThanPeople() {
        for (var sent = 0; sent < 300; sent++) {
            after(10).lets(SOMEBODY, draft, new SendForm(null, sealAgain(draft), null), place);
        }

        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> after(10).lets(SOMEBODY, draft, new SendForm(null, sealAgain(draft), null), place));
        assertThat(after(3_700).lets(SOMEBODY, draft, form(draft), place)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.77", "2001:db8::77"})
    void aNetworkOfTheCityHasNoLimit(String townHall) {
        for (var sent = 0; sent < 310; sent++) {
            assertThat(after(0).lets(SOMEBODY, draft, form(draft), townHall)).isTrue();
        }
    }

    @Test
    void anAgentIsKnownAlready() {
        var agent = new Actor.Agent(new AccountId(UUID.randomUUID()), Set.of());

        assertThat(after(0).lets(agent, draft, new SendForm(null, null, null), place))
                .isTrue();
    }

    @Test
    void whatWasSentAlreadyGetsItsReceiptAgain() {
        assertThat(after(0).lets(SOMEBODY, draft(true), new SendForm(null, null, null), place))
                .isTrue();
    }

    @Test
    void draftsAndFilesHaveTheirLimitToo() {
        for (var begun = 0; begun < 600; begun++) {
            after(0).begins(SOMEBODY, place);
        }

        assertThatExceptionOfType(TooMany.class).isThrownBy(() -> after(0).begins(SOMEBODY, place));
        after(0).begins(SOMEBODY, "192.0.2.1");
    }

    private static Draft draft(boolean sent) {
        return new Draft(RequestId.next(), Door.SIGNALER, "ABCDEF", Answers.of("Un trou", null), Instant.now(), sent);
    }

    private SendForm form(Draft of) {
        return new SendForm(seal(of), null, "");
    }

    private String seal(Draft of) {
        return new FormSeal(key, Clock.systemUTC()).of(of, SendForm.FIRST);
    }

    private String sealAgain(Draft of) {
        return new FormSeal(key, Clock.systemUTC()).of(of, SendForm.AGAIN);
    }

    /** So many seconds later. */
    private SendGuard after(int seconds) {
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
        return new SendGuard(LIMITS, new FormSeal(key, clock), new Throttle(jdbc, key, clock), clock);
    }
}
