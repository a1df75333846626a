package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.Telephone;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.database.SecretKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeProgramTest
class SecondFactorTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:10Z");
    private static final Duration STEP = Duration.ofSeconds(30);

    @Autowired
    OpenAccount openAccount;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SecretKey key;

    private Account account;
    private String secret;

    @BeforeEach
    void begun() {
        var wanted = new OpenAccount.NewAccount(
                UUID.randomUUID() + "@demo.example", "Ada", "a long enough password", Set.of(Role.CASE_OFFICER));
        account = accounts.byId(((OpenAccount.Opened) openAccount.open(wanted)).id())
                .orElseThrow();
        secret = at(NOW).begin(account, "Ville d’essai").secret();
    }

    @Test
    void itCountsOnceACodeWasGiven() {
        assertThat(at(NOW).isSetUp(account.id())).isFalse();
        assertThat(at(NOW).confirm(account.id(), "000000")).isEmpty();

        assertThat(at(NOW).confirm(account.id(), code(NOW)).orElseThrow())
                .hasSize(10)
                .doesNotHaveDuplicates();

        assertThat(at(NOW).isSetUp(account.id())).isTrue();
        assertThat(at(NOW).confirm(account.id(), code(NOW.plus(STEP)))).isEmpty();
    }

    @Test
    void whoComesBackToThePageFindsTheSameSecret() {
        assertThat(at(NOW).begin(account, "Ville d’essai").secret()).isEqualTo(secret);
    }

    @Test
    void theAddressIsThatOfTheKeyUriFormat() {
        assertThat(at(NOW).begin(account, "Ville d’essai").address())
                .startsWith("otpauth://totp/Ville%20d%E2%80%99essai:")
                .contains("secret=" + secret.replace(" ", ""), "issuer=Ville%20d%E2%80%99essai");
    }

    @Test
    void aCodeIsGoodOnce() {
        at(NOW).confirm(account.id(), code(NOW));

        assertThat(at(NOW).check(account.id(), code(NOW))).isFalse();
        assertThat(at(NOW.plus(STEP)).check(account.id(), code(NOW.plus(STEP)))).isTrue();
        assertThat(at(NOW.plus(STEP)).check(account.id(), code(NOW.plus(STEP)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void clocksMayDifferByAStep(int steps) {
        at(NOW.minus(STEP.multipliedBy(9))).confirm(account.id(), code(NOW.minus(STEP.multipliedBy(9))));

        assertThat(at(NOW).check(account.id(), code(NOW.plus(STEP.multipliedBy(steps)))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, -2, 2, 3})
    void andByNoMore(int steps) {
        at(NOW.minus(STEP.multipliedBy(9))).confirm(account.id(), code(NOW.minus(STEP.multipliedBy(9))));

        assertThat(at(NOW).check(account.id(), code(NOW.plus(STEP.multipliedBy(steps)))))
                .isFalse();
    }

    @Test
    void ofTwentyWhoTypeTheSameCodeAtTheSameTimeOneGetsIn() throws Exception {
        at(NOW.minus(STEP)).confirm(account.id(), code(NOW.minus(STEP)));
        Callable<Boolean> attempt = () -> at(NOW).check(account.id(), code(NOW));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(number -> attempt).toList());
            var good = 0;
            for (var answer : answers) {
                good += answer.get() ? 1 : 0;
            }
            assertThat(good).isEqualTo(1);
        }
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        var codes = at(NOW).confirm(account.id(), code(NOW)).orElseThrow();
        var typed = codes.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ');

        assertThat(at(NOW).check(account.id(), typed)).isTrue();
        assertThat(at(NOW).check(account.id(), codes.getFirst())).isFalse();
        assertThat(at(NOW).recoveryCodesLeft(account.id())).isEqualTo(9);
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        var old = at(NOW).confirm(account.id(), code(NOW)).orElseThrow();
        var made = at(NOW).newRecoveryCodes(account.id());

        assertThat(at(NOW).check(account.id(), old.getFirst())).isFalse();
        assertThat(at(NOW).check(account.id(), made.getFirst())).isTrue();
    }

    @Test
    void onceRemovedNothingOpensIt() {
        var codes = at(NOW).confirm(account.id(), code(NOW)).orElseThrow();

        at(NOW).remove(account.id());

        assertThat(at(NOW).isSetUp(account.id())).isFalse();
        assertThat(at(NOW.plus(STEP)).check(account.id(), code(NOW.plus(STEP)))).isFalse();
        assertThat(at(NOW).check(account.id(), codes.getFirst())).isFalse();
    }

    @Test
    void theDatabaseHoldsNeitherSecretNorCodes() {
        var codes = at(NOW).confirm(account.id(), code(NOW)).orElseThrow();

        var kept = jdbc.sql("select secret from ground.second_factor where account_id = ?")
                .param(account.id().value())
                .query(byte[].class)
                .single();
        var hashes = jdbc.sql("select code_hash from ground.recovery_code where account_id = ?")
                .param(account.id().value())
                .query(byte[].class)
                .list();

        assertThat(new String(kept, ISO_8859_1)).doesNotContain(new String(plain(), ISO_8859_1));
        assertThat(hashes)
                .hasSameSizeAs(codes)
                .allSatisfy(hash -> assertThat(hash).hasSize(32));
    }

    private SecondFactor at(Instant instant) {
        return new SecondFactor(jdbc, key, Clock.fixed(instant, ZoneOffset.UTC));
    }

    private byte[] plain() {
        return Base32.decode(secret.replace(" ", ""));
    }

    private String code(Instant instant) {
        return Telephone.code(secret, instant);
    }
}
