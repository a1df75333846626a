package fr.traboule.retention;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.requests.ContentDestroyed;
import fr.traboule.requests.EndedBefore;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.routing.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of what may be destroyed, what is on them, and the certificates of what was. */
@Repository
class Proposals {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String COLUMNS = """
            select p.id, p.reference, p.proposed_by, p.proposed_at, p.state, p.state_at, p.words,
                   v.account_id, v.signed_on, v.signatory, v.reference as visa_reference
              from retention.proposal p left join retention.visa v on v.proposal_id = p.id
            """;

    /** Past its time on the list's day, nobody holds it, it is on no list, and nobody said that it is kept for ever. */
    static final String DUE = """
            unnest(:subjects, :instants, :rules) as wanted (subject, before, rule),
                 lateral (select r.id, r.number, r.subject_id, r.unit_id, r.received_at, r.ended_at
                            from requests.request r
                           where coalesce(r.subject_id, '00000000-0000-0000-0000-000000000000') = wanted.subject
                             and r.archived_at is not null and r.destroyed_at is null and r.ended_at < wanted.before
                             and not exists (select from retention.hold h where h.request_id = r.id and h.lifted_at is null)
                             and not exists (select from retention.proposal_entry e
                                              where e.request_id = r.id and e.out_at is null)
                             and not exists (select from retention.proposal_entry e
                                              where e.request_id = r.id and e.out_reason = 'keep')
                           order by r.ended_at, r.id
                           limit :most) as due
            """;

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may be proposed by a rule: those that ended before an instant. */
    record Wanted(EndedBefore ended, Rule rule) {}

    /** Up to a limit. */
    long countDue(List<Wanted> wanted, int most) {
        return due("select count(*) from (select from " + DUE + " limit :most) as found", wanted, most)
                .query(Long.class)
                .single();
    }

    void add(ProposalId id, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into retention.proposal (id, reference, proposed_by, proposed_at, state, state_at)
                        values (:id, :year || '-' || lpad(nextval('retention.proposal_number')::text, 4, '0'), :by, :at,
                                'proposed', :at)
                        """)
                .param("id", id.value())
                .param("year", String.valueOf(CityTime.day(at).getYear()))
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Puts those that ended first on the list, with the rules as they are now. @return how many */
    int gather(ProposalId id, List<Wanted> wanted, int most) {
        var gathered =
                due("""
                        insert into retention.proposal_entry (proposal_id, request_id, number, subject_id, unit_id, received_at,
                                                              ended_at, rule_code)
                        select :id, due.id, due.number, due.subject_id, due.unit_id, due.received_at, due.ended_at, wanted.rule
                          from %s
                         order by due.ended_at, due.id
                         limit :most
                        on conflict do nothing
                        """.formatted(DUE), wanted, most).param("id", id.value()).update();
        jdbc.sql("""
                        insert into retention.proposal_rule (proposal_id, code, current_months, archive_months, fate,
                                                             legal_reference, visa)
                        select :id, code, current_months, archive_months, fate, legal_reference, visa
                          from retention.rule
                         where code in (select rule_code from retention.proposal_entry where proposal_id = :id)
                        """).param("id", id.value()).update();
        return gathered;
    }

    private JdbcClient.StatementSpec due(String sql, List<Wanted> wanted, int most) {
        return jdbc.sql(sql)
                .param("subjects", each(wanted, one -> one.ended().key()).toArray(UUID[]::new))
                .param(
                        "instants",
                        each(wanted, one -> Timestamp.from(one.ended().instant()))
                                .toArray(Timestamp[]::new))
                .param("rules", each(wanted, one -> one.rule().code()).toArray(String[]::new))
                .param("most", most);
    }

    private static <T> List<T> each(List<Wanted> wanted, Function<Wanted, T> part) {
        return wanted.stream().map(part).toList();
    }

    Optional<Proposal> byId(ProposalId id) {
        return jdbc.sql(COLUMNS + " where p.id = ?")
                .param(id.value())
                .query(Proposals::proposal)
                .optional();
    }

    /** The last first. */
    List<Proposal> before(Optional<ProposalId> id, int most) {
        return jdbc.sql(COLUMNS + " where p.id < ? order by p.id desc limit ?")
                .params(id.map(ProposalId::value).orElse(AFTER_ALL), most)
                .query(Proposals::proposal)
                .list();
    }

    Proposal.Extent extent(ProposalId id) {
        return jdbc.sql("""
                        select count(*) filter (where destroyed_at is not null) as destroyed,
                               count(*) filter (where out_at is not null) as out,
                               count(*) filter (where out_at is null and destroyed_at is null) as left,
                               min(ended_at) filter (where out_at is null) as first_ended,
                               max(ended_at) filter (where out_at is null) as last_ended
                          from retention.proposal_entry
                         where proposal_id = ?
                        """)
                .param(id.value())
                .query((row, number) -> new Proposal.Extent(
                        row.getLong("destroyed"),
                        row.getLong("out"),
                        row.getLong("left"),
                        day(row, "first_ended"),
                        day(row, "last_ended")))
                .single();
    }

    /** Without those taken out. */
    List<SubjectYear> bySubjectAndYear(ProposalId id) {
        return jdbc.sql("""
                        select subject_id, extract(year from ended_at at time zone :zone)::int as year, count(*) as count
                          from retention.proposal_entry
                         where proposal_id = :id and out_at is null
                         group by 1, 2
                         order by 1 nulls last, 2
                        """)
                .param("zone", CityTime.ZONE.getId())
                .param("id", id.value())
                .query((row, number) -> new SubjectYear(subject(row), row.getInt("year"), row.getLong("count")))
                .list();
    }

    List<Rule> rules(ProposalId id) {
        return jdbc.sql("""
                        select code, current_months, archive_months, fate, legal_reference, visa
                          from retention.proposal_rule
                         where proposal_id = ?
                         order by code
                        """)
                .param(id.value())
                .query((row, number) -> new Rule(
                        row.getString("code"),
                        Optional.empty(),
                        Optional.empty(),
                        row.getInt("current_months"),
                        row.getInt("archive_months"),
                        Fate.of(row.getString("fate")),
                        Approval.of(row.getString("visa")),
                        row.getString("legal_reference"),
                        true))
                .list();
    }

    /** In the order of their numbers, after that one. */
    List<ProposalEntry> entries(ProposalId id, String after, int most) {
        return jdbc.sql("""
                        select request_id, number, subject_id, unit_id, received_at, ended_at, rule_code, out_reason, destroyed_at
                          from retention.proposal_entry
                         where proposal_id = ? and number > ?
                         order by number
                         limit ?
                        """)
                .params(id.value(), after, most)
                .query(Proposals::entry)
                .list();
    }

    /** The numbers of what was destroyed, as the certificate's digest has them. */
    List<String> destroyedNumbers(ProposalId id) {
        return jdbc.sql("""
                        select number from retention.proposal_entry
                         where proposal_id = ? and destroyed_at is not null
                         order by number collate "C"
                        """).param(id.value()).query(String.class).list();
    }

    /** @return how many of those were on it still */
    int takeOut(ProposalId id, List<UUID> requests, OutReason reason, AccountId by, Instant at) {
        return jdbc.sql("""
                        update retention.proposal_entry set out_at = :at, out_by = :by, out_reason = :reason
                         where proposal_id = :id and request_id = any (:requests) and out_at is null and destroyed_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("reason", reason.code())
                .param("id", id.value())
                .param("requests", requests.toArray(UUID[]::new))
                .update();
    }

    /** Of whatever list it is on. @return which one */
    Optional<ProposalId> takeOut(RequestId request, OutReason reason, AccountId by, Instant at) {
        return jdbc.sql("""
                        update retention.proposal_entry set out_at = :at, out_by = :by, out_reason = :reason
                         where request_id = :request and out_at is null and destroyed_at is null
                        returning proposal_id
                        """)
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("reason", reason.code())
                .param("request", request.value())
                .query(UUID.class)
                .optional()
                .map(ProposalId::new);
    }

    /** Held until the end of the transaction, so that two who decide come one after the other. */
    void lock(ProposalId id) {
        jdbc.sql("select retention.lock(?)")
                .param(id.value())
                .query((row, number) -> 0)
                .list();
    }

    void sign(ProposalId id, Proposal.Visa visa, Instant at) {
        jdbc.sql("""
                        insert into retention.visa (proposal_id, account_id, signed_on, signatory, reference, recorded_at)
                        values (:id, :account, :day, :signatory, :reference, :at)
                        """)
                .param("id", id.value())
                .param("account", visa.account().value())
                .param("day", visa.signedOn())
                .param("signatory", visa.signatory())
                .param("reference", visa.reference().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
        jdbc.sql("select retention.sign(?, ?)")
                .params(id.value(), Timestamp.from(at))
                .query((row, number) -> 0)
                .list();
    }

    boolean refuse(ProposalId id, String why, AccountId by, Instant at) {
        return jdbc.sql("select retention.refuse(?, ?, ?, ?)")
                .params(id.value(), why, by.value(), Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    /** Destroys the next ones; the database itself asks for the visa. None once there is nothing left. */
    List<ContentDestroyed> destroyNext(ProposalId id, int most, Instant at) {
        return jdbc.sql("select request_id, file_keys, message_ids from retention.destroy_next(?, ?, ?)")
                .params(id.value(), most, Timestamp.from(at))
                .query((row, number) -> new ContentDestroyed(
                        new RequestId(row.getObject("request_id", UUID.class)),
                        Arrays.asList((String[]) row.getArray("file_keys").getArray()),
                        Arrays.asList((UUID[]) row.getArray("message_ids").getArray())))
                .list();
    }

    void certify(ProposalId id, Instant at) {
        jdbc.sql("select retention.certify(?, ?)")
                .params(id.value(), Timestamp.from(at))
                .query((row, number) -> 0)
                .list();
    }

    Optional<Certificate> certificate(ProposalId id) {
        return jdbc.sql("""
                        select proposal_id, reference, proposed_by, proposed_at, visa_by, visa_on, signatory, visa_reference,
                               requests, taken_out, first_ended, last_ended, finished_at, sha256
                          from retention.certificate
                         where proposal_id = ?
                        """).param(id.value()).query(Proposals::certificate).optional();
    }

    /** How much there is of each. */
    record Figures(long archived, long held, long destroyed) {}

    Figures figures() {
        return jdbc.sql("""
                        select (select count(*) from requests.request
                                 where archived_at is not null and destroyed_at is null) as archived,
                               (select count(*) from retention.hold where lifted_at is null) as held,
                               (select coalesce(sum(requests), 0) from retention.certificate) as destroyed
                        """).query(Figures.class).single();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        var visaBy = row.getObject("account_id", UUID.class);
        return new Proposal(
                new ProposalId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getTimestamp("proposed_at").toInstant(),
                ProposalState.of(row.getString("state")),
                row.getTimestamp("state_at").toInstant(),
                Optional.ofNullable(row.getString("words")),
                visaBy == null ? Optional.empty() : Optional.of(visa(visaBy, row)));
    }

    private static Proposal.Visa visa(UUID account, ResultSet row) throws SQLException {
        return new Proposal.Visa(
                new AccountId(account),
                row.getObject("signed_on", LocalDate.class),
                row.getString("signatory"),
                Optional.ofNullable(row.getString("visa_reference")));
    }

    private static ProposalEntry entry(ResultSet row, int number) throws SQLException {
        return new ProposalEntry(
                new RequestId(row.getObject("request_id", UUID.class)),
                new RequestNumber(row.getString("number")),
                subject(row),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                row.getString("rule_code"),
                Optional.ofNullable(row.getString("out_reason")).map(OutReason::of),
                row.getTimestamp("destroyed_at") != null);
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        return new Certificate(
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                row.getString("reference"),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getTimestamp("proposed_at").toInstant(),
                new AccountId(row.getObject("visa_by", UUID.class)),
                row.getObject("visa_on", LocalDate.class),
                row.getString("signatory"),
                Optional.ofNullable(row.getString("visa_reference")),
                row.getInt("requests"),
                row.getInt("taken_out"),
                day(row, "first_ended"),
                day(row, "last_ended"),
                row.getTimestamp("finished_at").toInstant(),
                row.getBytes("sha256"));
    }

    private static Optional<SubjectId> subject(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new);
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return Optional.ofNullable(at).map(Timestamp::toInstant).map(CityTime::day);
    }
}
