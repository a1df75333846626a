package fr.traboule.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is asked every night of a million requests is answered by indexes made for it. */
@WholeProgramTest
class RetentionIndexTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            request_to_archive   | r.ended_at is not null and r.archived_at is null and r.ended_at < wanted.before
            request_to_eliminate | r.archived_at is not null and r.destroyed_at is null and r.ended_at < wanted.before
            """)
    void eachSubjectsFirstOnesAreReadInOrder(String index, String condition) {
        var plan = plan("""
                select found.id
                  from unnest(array[gen_random_uuid()], array[now()]) as wanted (subject, before),
                       lateral (select r.id from requests.request r
                                 where coalesce(r.subject_id, '00000000-0000-0000-0000-000000000000') = wanted.subject and %s
                                 order by r.ended_at, r.id
                                 limit 500) as found
                """.formatted(condition));

        assertThat(plan).contains(index).contains("ended_at < wanted.before").doesNotContain("Sort");
    }

    @ParameterizedTest
    @CsvSource(textBlock = "proposed_once, kept_for_ever")
    void whatIsDueIsFoundByIndexes(String proposed, String kept) {
        var plan = plan("select * from "
                + Proposals.DUE
                        .replace(":subjects", "array[gen_random_uuid()]")
                        .replace(":instants", "array[now()]")
                        .replace(":rules", "array['x']")
                        .replace(":most", "100"));

        assertThat(plan).contains("request_to_eliminate", proposed, kept).doesNotContain("Seq Scan");
    }

    private String plan(String sql) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            List<String> lines = jdbc.sql("explain " + sql).query(String.class).list();
            return String.join("\n", lines);
        }));
    }
}
