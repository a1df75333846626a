package fr.traboule.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.traboule.Answer;
import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.outbox.JobBook;
import fr.traboule.ground.outbox.Outbox;
import fr.traboule.ground.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeProgramTest
class UpkeepTests {

    private static final String ADDRESS = "/administration/travaux";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffFixture staff;

    @Autowired
    Outbox staffOutbox;

    @Autowired
    JobBook jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Task<?>> tasks;

    private OutboxMessage message = OutboxMessage.about(UUID.randomUUID(), "nothing", Map.of("words", "secret words"));

    @BeforeEach
    void aMessageThatWasGivenUp() {
        message = OutboxMessage.about(UUID.randomUUID(), "nothing", Map.of("words", "secret words"));
        staffOutbox.put(message, Instant.parse("2040-01-01T00:00:00Z"));
        staffOutbox.stop(message.id(), Instant.now());
    }

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from ground.job").update();
        jdbc.sql("update staff.outbox set state = 'sent', message = null where id = ?")
                .param(message.id())
                .update();
    }

    @Test
    void whatFailedIsShownWithItsReasonAndWithoutItsWords() {
        var page = Answer.page(show());

        assertThat(page.text()).contains("Échec", "Stopped").doesNotContain("secret words");
    }

    @Test
    void itIsTriedAgainFromTheStart() {
        assertThat(act("schema", "staff", "retry", message.id().toString())).isEqualTo(ADDRESS + "?fait=oui");

        assertThat(state()).isEqualTo("waiting 0");
    }

    @Test
    void allThatFailedIsTriedAgain() {
        assertThat(act("all", "staff")).isEqualTo(ADDRESS + "?fait=oui");
        assertThat(state()).isEqualTo("waiting 0");

        assertThat(act("all", "staff")).isEqualTo(ADDRESS + "?fait=non");
    }

    @Test
    void whatWaitsIsStoppedOnce() {
        act("schema", "staff", "retry", message.id().toString());

        assertThat(act("schema", "staff", "stop", message.id().toString())).isEqualTo(ADDRESS + "?fait=oui");
        assertThat(act("schema", "staff", "stop", message.id().toString())).isEqualTo(ADDRESS + "?fait=non");
        assertThat(state()).startsWith("failed");
    }

    @Test
    void aSchemaThatIsNoneIsNotFound() {
        assertThat(post("schema", "pg_catalog", "retry", message.id().toString()))
                .hasStatus(404);
    }

    @Test
    void aJobIsAskedForUnlessItRuns() {
        job("sweep-drafts", false);
        job("deliver-messages", true);

        assertThat(act("job", "sweep-drafts")).isEqualTo(ADDRESS + "?fait=oui");
        assertThat(act("job", "deliver-messages")).isEqualTo(ADDRESS + "?fait=non");
        assertThat(act("job", "invented")).isEqualTo(ADDRESS + "?fait=non");
        assertThat(jobs.all())
                .filteredOn(job -> job.name().equals("sweep-drafts"))
                .singleElement()
                .satisfies(job -> assertThat(job.next()).isBefore(Instant.now().plusSeconds(60)));
    }

    @Test
    void everyJobOfTheProgramHasItsNameInWords() {
        var regular =
                tasks.stream().filter(task -> task instanceof RecurringTask).toList();
        regular.forEach(task -> job(task.getName(), false));

        assertThat(Answer.page(show()).select("button[name=job]")).hasSameSizeAs(regular);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseMay(Role role) {
        var somebody = StaffFixture.signedIn(staff.agent(role));

        assertThat(mvc.get().uri(ADDRESS).with(somebody)).hasStatus(403);
        assertThat(mvc.post().uri(ADDRESS).param("all", "staff").with(csrf()).with(somebody))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri(ADDRESS)
                        .param("job", "sweep-drafts")
                        .with(csrf())
                        .with(somebody))
                .hasStatus(403);
    }

    private void job(String name, boolean running) {
        jdbc.sql("""
                        insert into ground.job (task_name, task_instance, execution_time, picked, version)
                        values (?, 'recurring', '2040-01-01', ?, 1)
                        """).params(name, running).update();
    }

    private String state() {
        return jdbc.sql("select state || ' ' || attempts from staff.outbox where id = ?")
                .param(message.id())
                .query(String.class)
                .single();
    }

    private MvcTestResult show() {
        return mvc.get()
                .uri(ADDRESS)
                .with(StaffFixture.signedIn(staff.agent(Role.ADMINISTRATOR)))
                .exchange();
    }

    private String act(String... fields) {
        return Answer.redirect(post(fields));
    }

    private MvcTestResult post(String... fields) {
        var request = mvc.post().uri(ADDRESS).with(csrf()).with(StaffFixture.signedIn(staff.agent(Role.ADMINISTRATOR)));
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
