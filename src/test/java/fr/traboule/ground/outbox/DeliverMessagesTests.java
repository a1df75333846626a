package fr.traboule.ground.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries against a real outbox, with a courier of our own that may fail. */
@WholeProgramTest
class DeliverMessagesTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    private final List<UUID> delivered = new CopyOnWriteArrayList<>();
    private final List<Object> told = new CopyOnWriteArrayList<>();
    private Outbox outbox;
    private boolean broken;

    @BeforeEach
    void emptyOutbox() {
        outbox = new Outbox("requests", jdbc, transaction, json);
        jdbc.sql("update requests.outbox set state = 'sent', message = null where state <> 'sent'")
                .update();
    }

    @Test
    void aMessageWaitsForItsTransaction() {
        transaction.executeWithoutResult(status -> {
            outbox.put(message(), NOW);
            status.setRollbackOnly();
        });

        deliverAt(NOW);

        assertThat(delivered).isEmpty();
    }

    @Test
    void aMessageLeavesOnceAndItsWordsAreForgotten() {
        var message = message();
        outbox.put(message, NOW);

        deliverAt(NOW);
        deliverAt(NOW.plusSeconds(3600));

        assertThat(delivered).containsExactly(message.id());
        assertThat(told).hasSize(1);
        assertThat(state(message)).isEqualTo("sent without words");
    }

    @Test
    void aMessageThatCannotLeaveIsTriedAgainLater() {
        var message = message();
        outbox.put(message, NOW);
        broken = true;

        deliverAt(NOW);
        broken = false;
        deliverAt(NOW.plusSeconds(30));
        assertThat(delivered).as("before the minute is over").isEmpty();
        deliverAt(NOW.plusSeconds(61));

        assertThat(delivered).containsExactly(message.id());
    }

    @Test
    void aMessageThatNeverLeavesIsGivenUpAfterTwoDaysAndStaysVisible() {
        var message = message();
        outbox.put(message, NOW);
        broken = true;

        for (var hour = 0; hour < 72; hour++) {
            deliverAt(NOW.plus(Duration.ofHours(hour)));
        }

        assertThat(state(message)).isEqualTo("failed with words");
        assertThat(outbox.counts()).isEqualTo(new Outbox.Counts(0, 1));
    }

    @Test
    void waitsDoubleUpToSixHours() {
        assertThat(IntStream.of(1, 2, 3, 9, 10, 16)
                        .mapToObj(DeliverMessages::waitAfter)
                        .map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 256L, 360L, 360L);
    }

    @Test
    void severalMachinesAtOnceDeliverEachMessageOnce() throws Exception {
        for (var i = 0; i < 200; i++) {
            outbox.put(message(), NOW);
        }

        try (var machines = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<java.util.concurrent.Future<?>>();
            for (var machine = 0; machine < 6; machine++) {
                work.add(machines.submit(() -> deliverAt(NOW)));
            }
            for (var done : work) {
                done.get();
            }
        }

        assertThat(delivered).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void whatAStoppedMachineHadTakenIsTakenAgainByAnother() {
        var message = message();
        outbox.put(message, NOW);
        outbox.claim(10, NOW, Duration.ofMinutes(5));

        deliverAt(NOW.plusSeconds(299));
        assertThat(delivered).isEmpty();
        deliverAt(NOW.plusSeconds(301));

        assertThat(delivered).containsExactly(message.id());
    }

    private void deliverAt(Instant instant) {
        var courier = new Courier() {
            @Override
            public String kind() {
                return "test";
            }

            @Override
            public boolean deliver(OutboxMessage message) {
                if (broken) {
                    throw new IllegalStateException("The road is closed");
                }
                return delivered.add(message.id());
            }
        };
        ApplicationEventPublisher events = told::add;
        new DeliverMessages(List.of(outbox), List.of(courier), events, Clock.fixed(instant, ZoneOffset.UTC))
                .deliverAll();
    }

    private String state(OutboxMessage message) {
        return jdbc.sql("""
                        select state || case when message is null then ' without words' else ' with words' end
                          from requests.outbox where id = ?
                        """).param(message.id()).query(String.class).single();
    }

    private static OutboxMessage message() {
        return OutboxMessage.about(UUID.randomUUID(), "test", Map.of("words", "Bonjour"));
    }
}
