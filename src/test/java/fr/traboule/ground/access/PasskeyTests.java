package fr.traboule.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.SecurityKey;
import fr.traboule.Telephone;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.database.SecretKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The ceremonies of WebAuthn with a device in software, honest and not. */
@WholeProgramTest
class PasskeyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String HERE = "https://ville.example";
    private static final String BROWSER = "the browser that began";

    @Autowired
    OpenAccount openAccount;

    @Autowired
    Accounts accounts;

    @Autowired
    SecretKey key;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    private RelyingParty party;
    private Passkeys passkeys;
    private Account ada;
    private Account paul;
    private SecurityKey device;

    @BeforeEach
    void people() {
        jdbc.sql("delete from ground.attempt").update();
        party = new RelyingParty(HERE, "", key);
        passkeys = new Passkeys(jdbc, party);
        ada = account();
        paul = account();
        device = new SecurityKey(HERE);
    }

    @Test
    void theFirstOneIsASecondFactorAndGivesRecoveryCodes() {
        var codes = add(ada, device).recoveryCodes();

        assertThat(codes).hasSize(10);
        assertThat(secondFactor(NOW).isSetUp(ada.id())).isTrue();
        assertThat(secondFactor(NOW).hasApplication(ada.id())).isFalse();
        assertThat(secondFactor(NOW).check(ada.id(), codes.getFirst())).isTrue();
        assertThat(secondFactor(NOW).check(ada.id(), codes.getFirst())).isFalse();
    }

    @Test
    void theNextOnesLeaveTheRecoveryCodesAsTheyAre() {
        var codes = add(ada, device).recoveryCodes();

        assertThat(add(ada, new SecurityKey(HERE)).recoveryCodes()).isEmpty();

        assertThat(passkeys.of(ada.id())).extracting(Passkey::name).containsExactly("My key", "My key");
        assertThat(secondFactor(NOW).check(ada.id(), codes.getFirst())).isTrue();
    }

    @Test
    void anApplicationThatWasBegunAndNotConfirmedOpensNothingBesideIt() {
        var secret = secondFactor(NOW).begin(ada, "Ville").secret();
        add(ada, device);

        assertThat(secondFactor(NOW).check(ada.id(), Telephone.code(secret, NOW)))
                .isFalse();
    }

    @Test
    void withoutAnySecondFactorRecoveryCodesAreGoodNoMore() {
        var codes = add(ada, device).recoveryCodes();
        passkeys.remove(ada.id(), passkeys.of(ada.id()).getFirst().id());
        secondFactor(NOW).forgetRecoveryOfNothing(ada.id());
        add(ada, new SecurityKey(HERE));

        assertThat(secondFactor(NOW).check(ada.id(), codes.getFirst())).isFalse();
    }

    @Test
    void itIsKnownWhetherThereAreCopies() {
        device.isCopied = true;
        add(ada, device);

        assertThat(passkeys.of(ada.id()).getFirst().copied()).isTrue();
    }

    @Test
    void theBrowserIsAskedForWhatIsNeededAndNotWhoMadeTheDevice() {
        add(ada, device);
        var asked = json.readTree(register(NOW).begin(ada, "Ville d’essai"));

        assertThat(asked.get("attestation").asString()).isEqualTo("none");
        assertThat(asked.get("rp").get("id").asString()).isEqualTo("ville.example");
        assertThat(asked.get("rp").get("name").asString()).isEqualTo("Ville d’essai");
        assertThat(asked.get("excludeCredentials").get(0).get("id").asString()).isEqualTo(device.credential());
        assertThat(asked.get("user").get("id").asString())
                .doesNotContain(ada.id().value().toString())
                .hasSize(43);
        assertThat(SecurityKey.bytes(asked.get("challenge").asString())).hasSize(32);
    }

    @Test
    void aloneTheDeviceMustVerifyAndIsNotToldOfAnyAccount() {
        var asked = json.readTree(check(NOW).beginAlone(BROWSER, "192.0.2.1").orElseThrow());

        assertThat(asked.get("userVerification").asString()).isEqualTo("required");
        assertThat(asked.get("allowCredentials")).isEmpty();
        assertThat(asked.get("rpId").asString()).isEqualTo("ville.example");
    }

    @Test
    void besideThePasswordItNeedNot() {
        add(ada, device);
        var asked = json.readTree(check(NOW).beginBeside(ada.id()));

        assertThat(asked.get("userVerification").asString()).isEqualTo("preferred");
        assertThat(asked.get("allowCredentials").get(0).get("id").asString()).isEqualTo(device.credential());
        assertThat(asked.get("allowCredentials").get(0).get("transports")).hasSize(2);
    }

    @Test
    void aloneItSaysWhoItIs() {
        add(ada, device);

        assertThat(alone(device)).isEqualTo(new CheckPasskey.Proven(ada.id()));

        assertThat(passkeys.of(ada.id()).getFirst().lastUsedAt()).contains(NOW);
    }

    @Test
    void besideItNeedNeitherVerifyNorSay() {
        add(ada, device);
        device.verifies = false;
        device.says = false;

        assertThat(beside(ada, device)).isEqualTo(new CheckPasskey.Proven(ada.id()));
    }

    @Test
    void itIsUsedAgainAndAgain() {
        add(ada, device);

        assertThat(Stream.generate(() -> alone(device)).limit(5)).containsOnly(new CheckPasskey.Proven(ada.id()));
    }

    @Test
    void oneThatDoesNotCountIsGoodToo() {
        add(ada, device);

        for (var time = 0; time < 3; time++) {
            device.count = -1;
            assertThat(alone(device)).isEqualTo(new CheckPasskey.Proven(ada.id()));
        }
    }

    static Stream<Arguments> liesOfMaking() {
        return Stream.of(
                lie("another site", device -> device.origin = "https://ville.example.org"),
                lie("a page below", device -> device.origin = "https://evil.ville.example"),
                lie("without TLS", device -> device.origin = "http://ville.example"),
                lie("another port", device -> device.origin = "https://ville.example:8443"),
                lie("another domain", device -> device.domain = "example"),
                lie("nobody touched it", device -> device.isTouched = false),
                lie("it was asked to use one", device -> device.type = "webauthn.get"),
                lie("in a frame of another site", device -> device.isFramed = true));
    }

    static Stream<Arguments> liesOfUsing() {
        return Stream.concat(
                liesOfMaking().filter(lie -> !lie.get()[0].toString().contains("asked")),
                Stream.of(
                        lie("it was asked to make one", device -> device.type = "webauthn.create"),
                        lie("it is of somebody else", device -> device.sayUser("c29tZWJvZHkgZWxzZQ")),
                        lie("copies out of nowhere", device -> device.isCopied = true)));
    }

    private static Arguments lie(String name, Consumer<SecurityKey> lie) {
        return Arguments.of(name, lie);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liesOfMaking")
    void aLieAboutWhatWasMadeIsRefused(String name, Consumer<SecurityKey> lie) {
        lie.accept(device);

        assertThat(register(NOW)
                        .finish(ada, "My key", answer(device.make(register(NOW).begin(ada, "Ville")))))
                .isEqualTo(new RegisterPasskey.NotRight());
        assertThat(secondFactor(NOW).isSetUp(ada.id())).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("liesOfUsing")
    void aLieAboutWhatWasUsedIsRefused(String name, Consumer<SecurityKey> lie) {
        add(ada, device);
        lie.accept(device);

        assertThat(alone(device)).isEqualTo(new CheckPasskey.Refused());
        assertThat(beside(ada, device)).isEqualTo(new CheckPasskey.Refused());
    }

    @Test
    void aloneItMustVerifyAndSay() {
        add(ada, device);

        device.verifies = false;
        assertThat(alone(device)).isEqualTo(new CheckPasskey.Refused());
        device.verifies = true;
        device.says = false;
        assertThat(alone(device)).isEqualTo(new CheckPasskey.Refused());
    }

    @Test
    void oneThatIsOnAnAccountGoesOnNoOther() {
        add(ada, device);

        assertThat(register(NOW)
                        .finish(paul, "Mine", answer(device.make(register(NOW).begin(paul, "Ville")))))
                .isEqualTo(new RegisterPasskey.KnownAlready());
        assertThat(register(NOW)
                        .finish(ada, "Mine", answer(device.make(register(NOW).begin(ada, "Ville")))))
                .isEqualTo(new RegisterPasskey.KnownAlready());

        assertThat(passkeys.of(paul.id())).isEmpty();
        assertThat(passkeys.of(ada.id())).hasSize(1);
        device.sayUser(party.user(ada.id()));
        assertThat(alone(device)).isEqualTo(new CheckPasskey.Proven(ada.id()));
    }

    @Test
    void whatWasMadeIsTakenOnce() {
        var answer = answer(device.make(register(NOW).begin(ada, "Ville")));
        register(NOW).finish(ada, "My key", answer);
        passkeys.remove(ada.id(), passkeys.of(ada.id()).getFirst().id());

        assertThat(register(NOW).finish(ada, "My key", answer)).isEqualTo(new RegisterPasskey.TooLate());
    }

    @Test
    void aSignatureIsTakenOnce() {
        add(ada, device);
        var answer = answer(device.use(begun(NOW)));

        assertThat(check(NOW).alone(BROWSER, answer)).isEqualTo(new CheckPasskey.Proven(ada.id()));
        assertThat(check(NOW).alone(BROWSER, answer)).isEqualTo(new CheckPasskey.TooLate());
    }

    @ParameterizedTest
    @CsvSource({"299,true", "300,false", "3600,false"})
    void aChallengeIsGoodForFiveMinutes(int seconds, boolean good) {
        var then = NOW.plusSeconds(seconds);
        add(ada, device);
        var used = answer(device.use(begun(NOW)));
        var other = new SecurityKey(HERE);
        var made = answer(other.make(register(NOW).begin(ada, "Ville")));

        assertThat(check(then).alone(BROWSER, used) instanceof CheckPasskey.Proven)
                .isEqualTo(good);
        assertThat(register(then).finish(ada, "Other", made) instanceof RegisterPasskey.Registered)
                .isEqualTo(good);
    }

    @Test
    void aChallengeIsForOnePurpose() {
        add(ada, device);
        var forAlone = answer(device.use(begun(NOW)));
        var forBeside = answer(device.use(check(NOW).beginBeside(ada.id())));

        assertThat(check(NOW).beside(ada.id(), forAlone)).isEqualTo(new CheckPasskey.TooLate());
        assertThat(check(NOW).alone(ada.id().value().toString(), forBeside)).isEqualTo(new CheckPasskey.TooLate());
    }

    @Test
    void aChallengeIsForTheBrowserOrTheAccountThatBegan() {
        add(ada, device);
        var made = answer(new SecurityKey(HERE).make(register(NOW).begin(ada, "Ville")));

        assertThat(check(NOW).alone("another browser", answer(device.use(begun(NOW)))))
                .isEqualTo(new CheckPasskey.TooLate());
        assertThat(check(NOW).alone("", answer(device.use(begun(NOW))))).isEqualTo(new CheckPasskey.TooLate());
        assertThat(check(NOW).beside(paul.id(), answer(device.use(check(NOW).beginBeside(ada.id())))))
                .isEqualTo(new CheckPasskey.TooLate());
        assertThat(register(NOW).finish(paul, "Mine", made)).isEqualTo(new RegisterPasskey.TooLate());
    }

    @Test
    void thePasskeyOfSomebodyElseIsNoSecondFactor() {
        add(ada, device);
        add(paul, new SecurityKey(HERE));

        assertThat(beside(paul, device)).isEqualTo(new CheckPasskey.Refused());
        device.says = false;
        assertThat(beside(paul, device)).isEqualTo(new CheckPasskey.Refused());
    }

    @Test
    void anotherDeviceUnderItsNameIsRefused() {
        add(ada, device);

        assertThat(alone(device.impostor())).isEqualTo(new CheckPasskey.Refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "authenticator", "client", "user", "credential"})
    void whatIsChangedOnTheWayIsRefused(String part) {
        add(ada, device);
        var random = new Random(part.hashCode());
        for (var time = 0; time < 20; time++) {
            var parts = device.use(begun(NOW));
            var bytes = SecurityKey.bytes(parts.get(part));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            parts.put(part, SecurityKey.text(bytes));

            assertThat(check(NOW).alone(BROWSER, answer(parts)))
                    .as(parts.toString())
                    .isNotInstanceOfAny(CheckPasskey.Proven.class, CheckPasskey.WentBack.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA", "%%%", "e30", "bnVsbA", "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0", "o2NmbXQ"})
    void whatCannotBeReadIsRefused(String rubbish) {
        add(ada, device);
        for (var part : device.use(begun(NOW)).keySet()) {
            var used = device.use(begun(NOW));
            used.put(part, rubbish);
            assertThat(check(NOW).alone(BROWSER, answer(used))).isNotInstanceOf(CheckPasskey.Proven.class);
        }
        for (var part : Set.of("client", "attestation")) {
            var made = new SecurityKey(HERE).make(register(NOW).begin(ada, "Ville"));
            made.put(part, rubbish);
            assertThat(register(NOW).finish(ada, "Name", answer(made)))
                    .isNotInstanceOf(RegisterPasskey.Registered.class);
        }
    }

    @Test
    void whateverIsSentIsAnAnswerAndNoFailure() {
        var random = new Random(20261123);
        for (var time = 0; time < 300; time++) {
            var made = new SecurityKey(HERE).make(register(NOW).begin(ada, "Ville"));
            var bytes = SecurityKey.bytes(made.get("attestation"));
            for (var flaw = 0; flaw <= random.nextInt(4); flaw++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            made.put("attestation", SecurityKey.text(Arrays.copyOf(bytes, bytes.length - random.nextInt(3))));

            assertThat(register(NOW).finish(ada, "Name", answer(made))).isNotNull();
        }
    }

    @Test
    void anEmptyAnswerIsRefused() {
        assertThat(check(NOW).alone(BROWSER, answer(Map.of()))).isEqualTo(new CheckPasskey.Refused());
        assertThat(register(NOW).finish(ada, "Name", answer(Map.of()))).isEqualTo(new RegisterPasskey.NotRight());
    }

    @Test
    void aCounterThatDoesNotGoOnIsNoticed() {
        add(ada, device);
        device.count = 7;
        alone(device);
        var id = passkeys.of(ada.id()).getFirst().id();

        device.count = 7;
        assertThat(alone(device)).isEqualTo(new CheckPasskey.WentBack(ada.id(), id));
        device.count = 2;
        assertThat(beside(ada, device)).isEqualTo(new CheckPasskey.WentBack(ada.id(), id));
        device.count = -1;
        assertThat(alone(device)).isEqualTo(new CheckPasskey.WentBack(ada.id(), id));
        device.count = 30;
        assertThat(alone(device)).isEqualTo(new CheckPasskey.Proven(ada.id()));
    }

    @Test
    void whoHasLeftIsNotLetIn() {
        add(ada, device);
        jdbc.sql("update ground.account set closed_at = now() where id = ?")
                .param(ada.id().value())
                .update();

        assertThat(alone(device)).isEqualTo(new CheckPasskey.Refused());
        assertThat(beside(ada, device)).isEqualTo(new CheckPasskey.Refused());
    }

    @Test
    void onceRemovedItOpensNothing() {
        add(ada, device);
        var id = passkeys.of(ada.id()).getFirst().id();

        assertThat(passkeys.remove(paul.id(), id)).isFalse();
        assertThat(passkeys.remove(ada.id(), id)).isTrue();

        assertThat(alone(device)).isEqualTo(new CheckPasskey.Refused());
    }

    @Test
    void aResetForgetsThemAll() {
        var codes = add(ada, device).recoveryCodes();
        add(ada, new SecurityKey(HERE));

        secondFactor(NOW).remove(ada.id());

        assertThat(passkeys.of(ada.id())).isEmpty();
        assertThat(secondFactor(NOW).isSetUp(ada.id())).isFalse();
        assertThat(secondFactor(NOW).check(ada.id(), codes.getFirst())).isFalse();
        assertThat(alone(device)).isEqualTo(new CheckPasskey.Refused());
    }

    @Test
    void ofTwentyWhoSendTheSameAnswerAtTheSameTimeOneGetsIn() throws Exception {
        add(ada, device);
        var answer = answer(device.use(begun(NOW)));

        assertThat(proven(() -> check(NOW).alone(BROWSER, answer), 20)).isEqualTo(1);
    }

    @Test
    void ofTwoCopiesThatCountAlikeOneGetsIn() throws Exception {
        add(ada, device);
        var answers = new ConcurrentLinkedQueue<PasskeyAnswer>();
        for (var copy = 0; copy < 10; copy++) {
            device.count = 4;
            answers.add(answer(device.use(begun(NOW))));
        }

        assertThat(proven(() -> check(NOW).alone(BROWSER, answers.remove()), 10))
                .isEqualTo(1);
    }

    @Test
    void oneCannotBeginForEver() {
        for (var time = 0; time < 300; time++) {
            assertThat(check(NOW).beginAlone(BROWSER, "198.51.100.7")).isPresent();
        }

        assertThat(check(NOW).beginAlone(BROWSER, "198.51.100.7")).isEmpty();
        assertThat(check(NOW).beginAlone(BROWSER, "198.51.100.8")).isPresent();
        assertThat(check(NOW.plus(Duration.ofMinutes(16))).beginAlone(BROWSER, "198.51.100.7"))
                .isPresent();
    }

    @Test
    void theDatabaseHoldsNoChallenge() {
        var challenges = new PasskeyChallenges(jdbc, key, clock(NOW));
        var challenge = challenges.make(PasskeyChallenges.Purpose.ALONE, BROWSER);

        assertThat(jdbc.sql("select challenge_hash from ground.passkey_challenge")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .doesNotContain(SecurityKey.bytes(challenge));
        assertThat(new PasskeyChallenges(jdbc, key, clock(NOW.plusSeconds(301))).forgetExpired())
                .isPositive();
        assertThat(challenges.spend(PasskeyChallenges.Purpose.ALONE, BROWSER, challenge))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://demandes.ville.example,,demandes.ville.example,true",
        "https://demandes.ville.example,ville.example,ville.example,true",
        "https://Demandes.Ville.example,Ville.example,ville.example,true",
        "http://localhost:8080,,localhost,true",
        "http://ville.example,,ville.example,false",
        "https://192.0.2.1,,192.0.2.1,false",
        "https://[2001:db8::1]:8443,,[2001:db8::1],false"
    })
    void theDomainIsThatOfTheAddressOrOneAbove(String address, String domain, String used, boolean offered) {
        var found = new RelyingParty(address, domain == null ? "" : domain, key);

        assertThat(found.domain()).isEqualTo(used);
        assertThat(found.isOffered()).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://Ville.Example", "https://ville.example/", "https://ville.example:443"})
    void theOriginIsAsBrowsersWriteIt(String address) {
        party = new RelyingParty(address, "", key);
        add(ada, device);

        assertThat(alone(device)).isEqualTo(new CheckPasskey.Proven(ada.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"autre.example", "ille.example", "demandes.ville.example.org"})
    void noDomainOfOthersIsTaken(String domain) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelyingParty("https://demandes.ville.example", domain, key))
                .withMessageContaining("traboule.passkeys.domain");
    }

    private static long proven(Callable<CheckPasskey.Outcome> attempt, int times) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(number -> attempt).toList());
            var good = 0;
            for (var answer : answers) {
                good += answer.get() instanceof CheckPasskey.Proven ? 1 : 0;
            }
            return good;
        }
    }

    private RegisterPasskey.Registered add(Account account, SecurityKey made) {
        var answer = answer(made.make(register(NOW).begin(account, "Ville")));
        return (RegisterPasskey.Registered) register(NOW).finish(account, "My key", answer);
    }

    private CheckPasskey.Outcome alone(SecurityKey used) {
        return check(NOW).alone(BROWSER, answer(used.use(begun(NOW))));
    }

    private CheckPasskey.Outcome beside(Account account, SecurityKey used) {
        return check(NOW).beside(account.id(), answer(used.use(check(NOW).beginBeside(account.id()))));
    }

    private String begun(Instant at) {
        jdbc.sql("delete from ground.attempt").update();
        return check(at).beginAlone(BROWSER, "192.0.2.1").orElseThrow();
    }

    private static PasskeyAnswer answer(Map<String, String> parts) {
        return new PasskeyAnswer(
                parts.get("credential"),
                parts.get("client"),
                parts.get("attestation"),
                parts.get("transports"),
                parts.get("authenticator"),
                parts.get("signature"),
                parts.get("user"));
    }

    private RegisterPasskey register(Instant at) {
        return new RegisterPasskey(
                passkeys,
                new PasskeyChallenges(jdbc, key, clock(at)),
                new PasskeyOptions(party, json),
                new WebAuthn(party),
                secondFactor(at),
                clock(at));
    }

    private CheckPasskey check(Instant at) {
        return new CheckPasskey(
                accounts,
                passkeys,
                new PasskeyChallenges(jdbc, key, clock(at)),
                new PasskeyOptions(party, json),
                party,
                new WebAuthn(party),
                new Throttle(jdbc, key, clock(at)),
                clock(at));
    }

    private SecondFactor secondFactor(Instant at) {
        return new SecondFactor(jdbc, key, clock(at));
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }

    private Account account() {
        var wanted = new OpenAccount.NewAccount(
                UUID.randomUUID() + "@demo.example", "Ada", "a long enough password", Set.of(Role.CASE_OFFICER));
        return accounts.byId(((OpenAccount.Opened) openAccount.open(wanted)).id())
                .orElseThrow();
    }
}
