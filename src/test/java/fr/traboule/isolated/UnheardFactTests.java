package fr.traboule.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.traboule.WholeProgramTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.transaction.support.TransactionTemplate;

/** A fact that a module did not hear is kept with the change that it tells of, and told again. */
@WholeProgramTest
class UnheardFactTests {

    @Autowired
    HardOfHearing listener;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IncompleteEventPublications publications;

    @Test
    void aFactThatWasNotHeardIsToldAgain() {
        var fact = new HardOfHearing.Confided(UUID.randomUUID());

        transaction.executeWithoutResult(status -> events.publishEvent(fact));
        await().until(() -> listener.wasTold(fact.id()));
        assertThat(listener.heard()).doesNotContain(fact.id());
        publications.resubmitIncompletePublicationsOlderThan(Duration.ZERO);

        await().untilAsserted(() -> assertThat(listener.heard()).containsExactly(fact.id()));
    }

    @Test
    void aChangeThatIsUndoneTellsNothing() {
        var fact = new HardOfHearing.Confided(UUID.randomUUID());

        transaction.executeWithoutResult(status -> {
            events.publishEvent(fact);
            status.setRollbackOnly();
        });
        publications.resubmitIncompletePublicationsOlderThan(Duration.ZERO);

        assertThat(listener.wasTold(fact.id())).isFalse();
    }
}
