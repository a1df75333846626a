package fr.traboule.isolated;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileStorage;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.ground.outbox.Courier;
import fr.traboule.ground.outbox.Outbox;
import fr.traboule.ground.outbox.OutboxMessage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Receives confidences: words, history and outgoing message in one transaction, all behind the wall. */
@Configuration(proxyBeanMethods = false)
class Isolated {

    final List<OutboxMessage> delivered = new CopyOnWriteArrayList<>();
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final History history;
    final Outbox outbox;
    final FileStore files;
    private final Clock clock;

    Isolated(@Qualifier("mediationDataSource") DataSource database, JsonMapper json, FileStorage storage, Clock clock) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        history = new History("isolated", jdbc, json);
        outbox = new Outbox("isolated", jdbc, transaction, json);
        files = new FileStore("isolated", jdbc, transaction, storage);
        this.clock = clock;
    }

    @Bean
    Outbox isolatedOutbox() {
        return outbox;
    }

    @Bean
    FileStore isolatedFiles() {
        return files;
    }

    @Bean
    Courier isolatedCourier() {
        return new Courier() {
            @Override
            public String kind() {
                return "isolated-note";
            }

            @Override
            public boolean deliver(OutboxMessage message) {
                return delivered.add(message);
            }
        };
    }

    UUID confide(String words) {
        var id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into isolated.confidence (id, words) values (?, ?)")
                    .params(id, words)
                    .update();
            history.add(Fact.of(id, "confided", clock.instant(), new Actor.Resident(), Map.of()));
            outbox.put(OutboxMessage.about(id, "isolated-note", Map.of("words", words)), clock.instant());
        });
        return id;
    }
}
