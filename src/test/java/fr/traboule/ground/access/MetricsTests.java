package fr.traboule.ground.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeProgramTest
class MetricsTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void healthIsForEverybodyWithoutDetails() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"groups": ["liveness", "readiness"], "status": "UP"}
                """);
    }

    @Test
    void figuresAreForTheMachineThatHasTheToken() {
        assertThat(mvc.get().uri("/actuator/prometheus")).hasStatus(401);
        assertThat(mvc.get().uri("/actuator/prometheus").header("Authorization", "Bearer wrong"))
                .hasStatus(401);
        assertThat(mvc.get().uri("/actuator/prometheus").header("Authorization", "Bearer token of the tests"))
                .hasStatusOk()
                .bodyText()
                .contains("traboule_outbox_waiting{schema=\"requests\"}", "jvm_memory_used_bytes");
    }

    @Test
    void nothingElseOfTheMachineRoomIsOpen() {
        assertThat(mvc.get().uri("/actuator")).hasStatus(401);
        assertThat(mvc.get().uri("/actuator/env")).hasStatus(401);
    }
}
