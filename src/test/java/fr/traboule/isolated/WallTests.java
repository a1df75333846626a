package fr.traboule.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.traboule.WholeProgramTest;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.history.History;
import fr.traboule.ground.outbox.DeliverMessages;
import fr.traboule.ground.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invariant I8: the database itself refuses an isolated schema to the administration's connections. */
@WholeProgramTest
class WallTests {

    @Autowired
    Isolated isolated;

    @Autowired
    JdbcClient administration;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    DeliverMessages deliverMessages;

    @ParameterizedTest
    @ValueSource(strings = {"confidence", "history", "outbox", "file", "file_quarantine"})
    void theAdministrationCannotReadBehindTheWall(String table) {
        isolated.confide("Between us");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> administration
                        .sql("select count(*) from isolated." + table)
                        .query(Long.class)
                        .single())
                .withStackTraceContaining("permission denied for schema isolated");
    }

    @Test
    void messagesAreDeliveredFromBehindTheWallAndTheirWordsAreForgotten() {
        var id = isolated.confide("Deliver this");

        deliverMessages.deliverAll();

        assertThat(isolated.delivered)
                .filteredOn(message -> message.subject().equals(id))
                .singleElement()
                .extracting(OutboxMessage::content)
                .asString()
                .contains("Deliver this");
        assertThat(isolated.jdbc
                        .sql("select state || coalesce(message::text, '') from isolated.outbox where subject_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("sent");
    }

    @Test
    void filesAreKeptBehindTheWall() {
        var owner = UUID.randomUUID();
        var file = isolated.files.store(
                new FileCheck.Accepted("lettre.txt", "text/plain", new byte[] {1, 2}), Instant.EPOCH);
        isolated.files.attach(List.of(file.id()), owner);

        assertThat(isolated.files.read(file.id(), owner)).get().isInstanceOf(FileStore.Content.class);
        assertThat(isolated.files.counts().inDatabase()).isPositive();
    }

    @Test
    void factsAreToldBehindTheWall() {
        var id = isolated.confide("Between us");

        assertThat(isolated.history.of(id)).extracting(History.Told::kind).containsExactly("confided");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update isolated.history set kind = 'other'",
                "delete from isolated.history",
                "truncate isolated.history"
            })
    void nobodyRewritesAHistoryNotEvenTheOwnerOfTheTables(String sql) {
        isolated.confide("Between us");

        assertThatThrownBy(() -> JdbcClient.create(owner).sql(sql).update())
                .hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> isolated.jdbc.sql(sql).update()).hasStackTraceContaining("permission denied");
    }
}
