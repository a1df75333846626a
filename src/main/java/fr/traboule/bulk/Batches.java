package fr.traboule.bulk;

import static java.util.stream.Collectors.toMap;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.works.WorkId;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.RequestNumber;
import fr.traboule.residents.AnswerWay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The batches of agents, as their tables tell them. */
@Repository
class Batches {

    private final JdbcClient jdbc;

    Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(BatchId id, AccountId account, BulkAct act, Instant at, List<Seen> requests) {
        jdbc.sql("""
                        insert into bulk.batch (id, account_id, act, state, made_at, version)
                        values (?, ?, ?, 'draft', ?, 0)
                        """)
                .params(id.value(), account.value(), act.code(), Timestamp.from(at))
                .update();
        addLines(id, requests);
    }

    private void addLines(BatchId id, List<Seen> requests) {
        jdbc.sql("""
                        insert into bulk.line (batch_id, position, number, version)
                        select :batch, line.position, line.number, line.version
                          from unnest(:numbers::text[], :versions::int[]) with ordinality as line(number, version, position)
                        """)
                .param("batch", id.value())
                .param(
                        "numbers",
                        requests.stream().map(each -> each.number().toString()).toArray(String[]::new))
                .param("versions", requests.stream().map(Seen::version).toArray(Integer[]::new))
                .update();
    }

    /** What its agent decides on: the version, and what it would come to. */
    void decideOn(BatchId id, int position, int version, BatchLine.Ahead ahead) {
        jdbc.sql("""
                        update bulk.line set version = :version, ahead = :ahead, way = :way, others = :others
                         where batch_id = :batch and position = :position
                        """)
                .param("version", version)
                .param("ahead", ahead.result().code())
                .param("way", ahead.way().map(AnswerWay::code).orElse(null))
                .param("others", ahead.others())
                .param("batch", id.value())
                .param("position", position)
                .update();
    }

    Optional<Batch> byId(BatchId id) {
        return jdbc.sql("select * from bulk.batch where id = ?")
                .param(id.value())
                .query(Batches::batch)
                .optional();
    }

    /** Nobody else changes it before the transaction ends. */
    void lock(BatchId id) {
        jdbc.sql("select 1 from bulk.batch where id = ? for update")
                .param(id.value())
                .query()
                .listOfRows();
    }

    /** Of that agent, the last first. */
    List<Batch> of(AccountId account, int most) {
        return jdbc.sql("select * from bulk.batch where account_id = ? order by id desc limit ?")
                .params(account.value(), most)
                .query(Batches::batch)
                .list();
    }

    /**
     * What is to be done, and how far its agent is.
     *
     * @return false if somebody, in another window, was faster: nothing changes then
     */
    boolean change(Batch after) {
        return jdbc.sql("""
                        update bulk.batch
                           set state = :state, colleague_id = :colleague, model = :model, words = :words, starts_at = :startsAt,
                               work_id = :work, version = version + 1
                         where id = :id and version = :version
                        """)
                        .param("state", after.state().code())
                        .param(
                                "colleague",
                                after.colleague().map(AccountId::value).orElse(null))
                        .param("model", after.model().orElse(null))
                        .param("words", after.words().orElse(null))
                        .param("startsAt", after.startsAt().map(Timestamp::from).orElse(null))
                        .param("work", after.work().map(WorkId::value).orElse(null))
                        .param("id", after.id().value())
                        .param("version", after.version())
                        .update()
                == 1;
    }

    void delete(BatchId id) {
        jdbc.sql("delete from bulk.batch where id = ?").param(id.value()).update();
    }

    /** Those of long ago. */
    int forget(Instant madeBefore) {
        return jdbc.sql("delete from bulk.batch where made_at < ?")
                .param(Timestamp.from(madeBefore))
                .update();
    }

    /** In their order, after that position. */
    List<BatchLine> lines(BatchId id, int after, int most) {
        return jdbc.sql("select * from bulk.line where batch_id = ? and position > ? order by position limit ?")
                .params(id.value(), after, most)
                .query(Batches::line)
                .list();
    }

    /** Those still to be done. */
    List<BatchLine> left(BatchId id, int most) {
        return jdbc.sql("select * from bulk.line where batch_id = ? and result is null order by position limit ?")
                .params(id.value(), most)
                .query(Batches::line)
                .list();
    }

    int count(BatchId id) {
        return jdbc.sql("select count(*) from bulk.line where batch_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** How many would come to what. */
    Map<LineResult, Integer> ahead(BatchId id) {
        return counts("select ahead as code, count(*) as number from bulk.line where batch_id = ? group by 1", id)
                .entrySet()
                .stream()
                .collect(toMap(each -> LineResult.of(each.getKey()), Map.Entry::getValue));
    }

    /** How many people would be told in which way. */
    Map<AnswerWay, Integer> ways(BatchId id) {
        return counts(
                        "select way as code, count(*) as number from bulk.line where batch_id = ? and ahead = 'done' group by 1",
                        id)
                .entrySet()
                .stream()
                .collect(toMap(each -> AnswerWay.of(each.getKey()), Map.Entry::getValue));
    }

    /** How many others, who reported the same things, would be told too. */
    int others(BatchId id) {
        return jdbc.sql("select coalesce(sum(others), 0) from bulk.line where batch_id = ? and ahead = 'done'")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** How many came to what. */
    Map<LineResult, Integer> results(BatchId id) {
        return counts("select result as code, count(*) as number from bulk.line where batch_id = ? group by 1", id)
                .entrySet()
                .stream()
                .collect(toMap(each -> LineResult.of(each.getKey()), Map.Entry::getValue));
    }

    private Map<String, Integer> counts(String sql, BatchId id) {
        return jdbc
                .sql("select * from (" + sql + ") counted where code is not null")
                .param(id.value())
                .query((row, number) -> Map.entry(row.getString("code"), row.getInt("number")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void end(BatchId id, int position, LineResult result) {
        jdbc.sql("update bulk.line set result = ? where batch_id = ? and position = ?")
                .params(result.code(), id.value(), position)
                .update();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                new BatchId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                BulkAct.of(row.getString("act")),
                BatchState.of(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getObject("colleague_id", UUID.class)).map(AccountId::new),
                Optional.ofNullable(row.getString("model")),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getTimestamp("starts_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("work_id", UUID.class)).map(WorkId::new),
                row.getInt("version"));
    }

    private static BatchLine line(ResultSet row, int number) throws SQLException {
        var way = Optional.ofNullable(row.getString("way")).map(AnswerWay::of);
        var others = row.getInt("others");
        return new BatchLine(
                row.getInt("position"),
                new Seen(RequestNumber.of(row.getString("number")).orElseThrow(), row.getInt("version")),
                Optional.ofNullable(row.getString("ahead"))
                        .map(code -> new BatchLine.Ahead(LineResult.of(code), way, others)),
                Optional.ofNullable(row.getString("result")).map(LineResult::of));
    }
}
