package fr.traboule.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The whole program of the tests has accounts already: what is proved here is that the door is shut then. */
@WholeProgramTest
class FirstAdministratorTests {

    @Autowired
    FirstAdministrator first;

    @Autowired
    MockMvcTester mvc;

    @Test
    void onceThereIsAnAccountNobodyCanBeFirst() {
        assertThat(first.key()).isEmpty();
        assertThat(first.create("late@demo.example", "Late", "a long enough password"))
                .isInstanceOf(OpenAccount.AddressTaken.class);
    }

    @Test
    void withoutTheKeyThereIsNoSuchPage() {
        assertThat(mvc.get().uri("/premier-compte/guessed")).hasStatus(404);
    }
}
