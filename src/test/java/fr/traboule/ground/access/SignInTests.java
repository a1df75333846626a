package fr.traboule.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.traboule.WholeProgramTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class SignInTests {

    private static final String PASSWORD = "a phrase that is long enough";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    OpenAccount openAccount;

    @Autowired
    JdbcClient jdbc;

    private String email;
    private String place;

    @BeforeEach
    void account() {
        email = UUID.randomUUID() + "@demo.example";
        place = "192.0.2." + (int) (Math.random() * 250);
        jdbc.sql("delete from ground.attempt").update();
        openAccount.open(new OpenAccount.NewAccount(email, "Ada", PASSWORD, Set.of(Role.CASE_OFFICER)));
    }

    @Test
    void theRightPasswordOpensTheDesk() {
        assertThat(signIn(email, PASSWORD)).hasRedirectedUrl("/agents");
    }

    @Test
    void anAddressIsKnownWhateverItsCapitals() {
        assertThat(signIn(email.toUpperCase(java.util.Locale.ROOT), PASSWORD)).hasRedirectedUrl("/agents");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        var wrong = signIn(email, "not the password").getResponse();
        var unknown = signIn("nobody@demo.example", PASSWORD).getResponse();

        assertThat(wrong.getForwardedUrl()).isEqualTo("/connexion/refus").isEqualTo(unknown.getForwardedUrl());
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneWaits() {
        for (var attempt = 0; attempt < 5; attempt++) {
            signIn(email, "not the password");
        }

        assertThat(signIn(email, PASSWORD).getResponse().getForwardedUrl()).isEqualTo("/connexion/attente");
    }

    @Test
    void nobodyIsLockedOutByAttemptsMadeElsewhere() {
        for (var attempt = 0; attempt < 10; attempt++) {
            signIn(email, "not the password");
        }
        place = "198.51.100.7";

        assertThat(signIn(email, PASSWORD)).hasRedirectedUrl("/agents");
    }

    @Test
    void aClosedAccountOpensNothing() {
        jdbc.sql("update ground.account set closed_at = now() where email = ?")
                .param(email)
                .update();

        assertThat(signIn(email, PASSWORD).getResponse().getForwardedUrl()).isEqualTo("/connexion/refus");
    }

    @Test
    void passwordsAreKeptAsArgon2idHashes() {
        var hash = jdbc.sql("select password_hash from ground.account where email = ?")
                .param(email)
                .query(String.class)
                .single();

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void attemptsKeepNoAddressOfAnybody() {
        signIn(email, "not the password");

        assertThat(jdbc.sql("select length(key_hash) from ground.attempt")
                        .query(Integer.class)
                        .list())
                .isNotEmpty()
                .containsOnly(32);
    }

    private MvcTestResult signIn(String address, String password) {
        return mvc.post()
                .uri("/connexion")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(place);
                    return request;
                })
                .param("email", address)
                .param("password", password)
                .exchange();
    }
}
