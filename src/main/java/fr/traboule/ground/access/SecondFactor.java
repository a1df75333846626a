package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.traboule.ground.database.SecretKey;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of an account: codes of an authenticator application (TOTP, RFC 6238: six digits, 30 seconds, SHA-1, as
 * every application reads them), {@link Passkeys}, and recovery codes on paper for the day all of it is lost. A code is good
 * once.
 */
@Service
public class SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    /** Clocks differ: the code before and the code after are good too (RFC 6238, 5.2). */
    private static final int STEPS_BESIDE = 1;

    private final JdbcClient jdbc;
    private final SecretKey key;
    private final Clock clock;
    private final BytesEncryptor encryptor;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    SecondFactor(JdbcClient jdbc, SecretKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
        encryptor = new AesBytesEncryptor(
                new SecretKeySpec(key.hash("second-factor", ""), "AES"),
                KeyGenerators.secureRandom(16),
                AesBytesEncryptor.CipherAlgorithm.GCM);
    }

    /** The secret, as an application takes it in: by hand in groups of four, or by the picture of its address. */
    public record Enrolment(String secret, String address) {

        static Enrolment of(byte[] secret, String city, String email) {
            var letters = Base32.toBase32String(secret);
            return new Enrolment(
                    letters.replaceAll("(.{4})(?=.)", "$1 "),
                    "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                            .formatted(encode(city), encode(email), letters, encode(city)));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, UTF_8).replace("+", "%20");
        }
    }

    /** Of whichever kind. */
    public boolean isSetUp(AccountId account) {
        return hasApplication(account)
                || jdbc.sql("select exists (select from ground.passkey where account_id = ?)")
                        .param(account.value())
                        .query(Boolean.class)
                        .single();
    }

    public boolean hasApplication(AccountId account) {
        return jdbc.sql("""
                        select exists (select from ground.second_factor where account_id = ? and confirmed_at is not null)
                        """).param(account.value()).query(Boolean.class).single();
    }

    /** Begun, it asks nobody for anything yet: it counts once a code was given. Asked again, it is the same secret. */
    @Transactional
    public Enrolment begin(Account account, String city) {
        if (hasApplication(account.id())) {
            throw new IllegalStateException(
                    "Account %s has an application".formatted(account.id().value()));
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into ground.second_factor (account_id, secret, last_step) values (?, ?, 0)
                        on conflict (account_id) do nothing
                        """).params(account.id().value(), encryptor.encrypt(secret)).update();
        return Enrolment.of(secretOf(account.id()).orElseThrow(), city, account.email());
    }

    /** @return the recovery codes, told this once; empty if the code is wrong */
    @Transactional
    public Optional<List<String>> confirm(AccountId account, String code) {
        if (hasApplication(account) || !isGood(account, code)) {
            return Optional.empty();
        }
        jdbc.sql("update ground.second_factor set confirmed_at = ? where account_id = ?")
                .params(Timestamp.from(clock.instant()), account.value())
                .update();
        return Optional.of(newRecoveryCodes(account));
    }

    /** Those made before are good no more. */
    @Transactional
    public List<String> newRecoveryCodes(AccountId account) {
        jdbc.sql("delete from ground.recovery_code where account_id = ?")
                .param(account.value())
                .update();
        var made = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        made.forEach(code -> jdbc.sql("insert into ground.recovery_code (account_id, code_hash) values (?, ?)")
                .params(account.value(), hash(account, code))
                .update());
        return made;
    }

    public int recoveryCodesLeft(AccountId account) {
        return jdbc.sql("select count(*) from ground.recovery_code where account_id = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    /** Of the application or on paper: whichever was typed. */
    @Transactional
    public boolean check(AccountId account, String typed) {
        return hasApplication(account) && isGood(account, typed) || isSetUp(account) && isRecovery(account, typed);
    }

    /** The codes of the application are good no more. */
    @Transactional
    public void removeApplication(AccountId account) {
        jdbc.sql("delete from ground.second_factor where account_id = ?")
                .param(account.value())
                .update();
        forgetRecoveryOfNothing(account);
    }

    /** Recovery codes replace a second factor: without any, they are good no more. */
    @Transactional
    public void forgetRecoveryOfNothing(AccountId account) {
        if (!isSetUp(account)) {
            jdbc.sql("delete from ground.recovery_code where account_id = ?")
                    .param(account.value())
                    .update();
        }
    }

    /** Forgets it all, passkeys too: its holder lost both telephone and paper. */
    @Transactional
    public void remove(AccountId account) {
        jdbc.sql("delete from ground.passkey where account_id = ?")
                .param(account.value())
                .update();
        removeApplication(account);
    }

    /** Two people with the same code at the same time: the database lets one of them in. */
    private boolean isGood(AccountId account, String typed) {
        var digits = typed.replaceAll("\\s", "");
        var secret = secretOf(account);
        if (secret.isEmpty() || !digits.matches("\\d{6}")) {
            return false;
        }
        var now = clock.instant().getEpochSecond() / codes.getTimeStep().toSeconds();
        return LongStream.rangeClosed(now - STEPS_BESIDE, now + STEPS_BESIDE)
                .filter(step -> code(secret.get(), step).equals(digits))
                .anyMatch(step -> spend(account, step));
    }

    private boolean spend(AccountId account, long step) {
        return jdbc.sql("update ground.second_factor set last_step = ? where account_id = ? and last_step < ?")
                        .params(step, account.value(), step)
                        .update()
                == 1;
    }

    private String code(byte[] secret, long step) {
        try {
            var at = Instant.EPOCH.plus(codes.getTimeStep().multipliedBy(step));
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret, codes.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isRecovery(AccountId account, String typed) {
        return jdbc.sql("""
                        update ground.recovery_code set used_at = ?
                         where account_id = ? and code_hash = ? and used_at is null
                        """)
                        .params(Timestamp.from(clock.instant()), account.value(), hash(account, typed))
                        .update()
                == 1;
    }

    private Optional<byte[]> secretOf(AccountId account) {
        return jdbc.sql("select secret from ground.second_factor where account_id = ?")
                .param(account.value())
                .query((row, number) -> encryptor.decrypt(row.getBytes("secret")))
                .optional();
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Base32.toBase32String(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
    }

    private byte[] hash(AccountId account, String code) {
        var letters = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return key.hash("recovery-code", account.value() + " " + letters);
    }
}
