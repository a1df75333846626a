package fr.traboule.requests;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.Point;
import fr.traboule.city.UnitId;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.AccountId;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.Need;
import fr.traboule.residents.Needs;
import fr.traboule.residents.Representative;
import fr.traboule.routing.Nature;
import fr.traboule.routing.SubjectId;
import fr.traboule.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRequests implements Requests {

    private static final String COLUMNS = """
            r.id, r.number, r.nature, r.channel, r.subject_id, r.unit_id, r.held_by, r.organisation_id, r.area_code, r.status,
            r.language, r.received_at, r.due_on, r.sensitive, r.bounces, r.chases, r.merged_into, r.ended_at, r.archived_at,
            r.destroyed_at, r.version
            """;

    private final JdbcClient jdbc;

    JdbcRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Request request, Statement statement) {
        var added = jdbc.sql("""
                        insert into requests.request (id, number, nature, channel, subject_id, unit_id, organisation_id, area_code,
                                                      status, language, received_at, due_on, sensitive, version)
                        values (:id, :number, :nature, :channel, :subject, :unit, :organisation, :area,
                                :status, :language, :receivedAt, :dueOn, :sensitive, 0)
                        on conflict do nothing
                        """)
                .param("id", request.id().value())
                .param("number", request.number().signs())
                .param("nature", request.nature().code())
                .param("channel", request.channel().code())
                .param("subject", request.subject().map(SubjectId::value).orElse(null))
                .param("unit", request.unit().value())
                .param("organisation", request.organisation().value())
                .param("area", request.area().orElse(null))
                .param("status", request.status().code())
                .param("language", request.language().code())
                .param("receivedAt", Timestamp.from(request.receivedAt()))
                .param("dueOn", request.dueOn())
                .param("sensitive", request.sensitive())
                .update();
        if (added == 1) {
            add(request.id(), statement);
        }
        return added == 1;
    }

    private void add(RequestId id, Statement statement) {
        var contact = statement.contact();
        var point = statement.where().flatMap(Whereabouts::point);
        jdbc.sql("""
                        insert into requests.statement (request_id, description, place, longitude, latitude,
                                                        answer_way, name, email, phone, postal_address,
                                                        needs, needs_words, representative, representative_quality)
                        values (:id, :description, :place, :longitude, :latitude, :way, :name, :email, :phone, :postalAddress,
                                :needs, :needsWords, :representative, :quality)
                        """)
                .param("id", id.value())
                .param("description", statement.description())
                .param("place", statement.where().map(Whereabouts::label).orElse(null))
                .param("longitude", point.map(Point::longitude).orElse(null))
                .param("latitude", point.map(Point::latitude).orElse(null))
                .param("way", contact.way().code())
                .param("name", contact.name().orElse(null))
                .param("email", contact.email().orElse(null))
                .param("phone", contact.phone().orElse(null))
                .param("postalAddress", contact.postalAddress().orElse(null))
                .param(
                        "needs",
                        statement.needs().kinds().stream().map(Need::code).toArray(String[]::new))
                .param("needsWords", statement.needs().words().orElse(null))
                .param(
                        "representative",
                        statement.representative().map(Representative::name).orElse(null))
                .param(
                        "quality",
                        statement
                                .representative()
                                .map(Representative::quality)
                                .map(Representative.Quality::code)
                                .orElse(null))
                .update();
    }

    @Override
    public Optional<Request> byId(RequestId id) {
        return jdbc.sql("select " + COLUMNS + " from requests.request r where r.id = ?")
                .param(id.value())
                .query(JdbcRequests::request)
                .optional();
    }

    @Override
    public Optional<Request> byNumber(RequestNumber number) {
        return jdbc.sql("select " + COLUMNS + " from requests.request r where r.number = ?")
                .param(number.signs())
                .query(JdbcRequests::request)
                .optional();
    }

    @Override
    public Optional<Request> byNumber(RequestNumber number, Scope scope) {
        return jdbc.sql("select " + COLUMNS + """
                          from requests.request r join requests.search_entry e on e.request_id = r.id
                         where r.number = :number and\s""" + Scope.PREDICATE)
                .param("number", number.signs())
                .params(scope.parameters())
                .query(JdbcRequests::request)
                .optional();
    }

    @Override
    public Optional<Request> archivedByNumber(RequestNumber number, Scope scope, boolean everywhere) {
        return jdbc.sql("select " + COLUMNS + """
                          from requests.request r join requests.search_entry e on e.request_id = r.id
                         where r.number = :number and\s""" + Scope.ARCHIVED)
                .param("number", number.signs())
                .param("everywhere", everywhere)
                .param("scopeUnits", scope.parameters().get("scopeUnits"))
                .param("scopeOwn", scope.parameters().get("scopeOwn"))
                .query(JdbcRequests::request)
                .optional();
    }

    @Override
    public boolean change(Request changed, Instant at) {
        return jdbc.sql("""
                        update requests.request
                           set nature = :nature, subject_id = :subject, unit_id = :unit, held_by = :heldBy,
                               organisation_id = :organisation, status = :status, due_on = :dueOn, sensitive = :sensitive,
                               bounces = :bounces, chases = :chases, merged_into = :mergedInto, version = version + 1,
                               ended_at = case when :open then null when status = :status then ended_at else :at end
                         where id = :id and version = :version
                        """)
                        .param("id", changed.id().value())
                        .param("nature", changed.nature().code())
                        .param(
                                "subject",
                                changed.subject().map(SubjectId::value).orElse(null))
                        .param("unit", changed.unit().value())
                        .param("organisation", changed.organisation().value())
                        .param("status", changed.status().code())
                        .param("dueOn", changed.dueOn())
                        .param("heldBy", changed.heldBy().map(AccountId::value).orElse(null))
                        .param("sensitive", changed.sensitive())
                        .param("bounces", changed.bounces())
                        .param("chases", changed.chases())
                        .param(
                                "mergedInto",
                                changed.mergedInto().map(RequestId::value).orElse(null))
                        .param("open", changed.status().isOpen())
                        .param("at", Timestamp.from(at))
                        .param("version", changed.version())
                        .update()
                == 1;
    }

    @Override
    public List<RequestId> heldBy(AccountId holder) {
        return jdbc
                .sql("select request_id from requests.search_entry where held_by = ? and open order by request_id")
                .param(holder.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(RequestId::new)
                .toList();
    }

    @Override
    public List<RequestId> openIn(UnitId unit) {
        return jdbc
                .sql("select request_id from requests.search_entry where unit_id = ? and open order by request_id")
                .param(unit.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(RequestId::new)
                .toList();
    }

    @Override
    public List<RequestId> movedFrom(UnitId closed, UnitId successor) {
        return jdbc
                .sql("""
                        select e.request_id
                          from requests.search_entry e
                          join requests.unit_period now on now.request_id = e.request_id and upper_inf(now.period)
                          join requests.unit_period was on was.request_id = e.request_id and upper(was.period) = lower(now.period)
                         where e.unit_id = :successor and e.open and was.unit_id = :closed
                           and exists (select from requests.history h
                                        where h.subject_id = e.request_id and h.kind = 'moved_with_unit'
                                          and h.happened_at = lower(now.period))
                         order by e.request_id
                        """)
                .param("closed", closed.value())
                .param("successor", successor.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(RequestId::new)
                .toList();
    }

    @Override
    public List<Request> handAll(List<RequestId> ids, UnitId from, UnitId to, UnitMove move, Instant at) {
        var handed = jdbc.sql("""
                        update requests.request r
                           set unit_id = :to, version = version + 1
                         where id = any (:ids) and unit_id = :from and status = any (:open)
                        returning\s""" + COLUMNS)
                .param("ids", ids.stream().map(RequestId::value).toArray(UUID[]::new))
                .param("from", from.value())
                .param("to", to.value())
                .param("open", RequestStatus.open().map(RequestStatus::code).toArray(String[]::new))
                .query(JdbcRequests::request)
                .list();
        var those = handed.stream().map(request -> request.id().value()).toArray(UUID[]::new);
        jdbc.sql("""
                        update requests.unit_period set period = tstzrange(lower(period), :at)
                         where request_id = any (:ids) and upper_inf(period)
                        """).param("ids", those).param("at", Timestamp.from(at)).update();
        jdbc.sql("""
                        insert into requests.unit_period (request_id, unit_id, period, kind)
                        select id, :unit, tstzrange(:at, null), :kind from unnest(:ids) as handed (id)
                        """)
                .param("ids", those)
                .param("unit", to.value())
                .param("at", Timestamp.from(at))
                .param("kind", move.code())
                .update();
        return handed;
    }

    @Override
    public void handTo(RequestId id, UnitId unit, UnitMove move, Instant at) {
        jdbc.sql("""
                        update requests.unit_period set period = tstzrange(lower(period), :at)
                         where request_id = :id and upper_inf(period)
                        """).param("id", id.value()).param("at", Timestamp.from(at)).update();
        jdbc.sql(
                        "insert into requests.unit_period (request_id, unit_id, period, kind) values (:id, :unit, tstzrange(:at, null), :kind)")
                .param("id", id.value())
                .param("unit", unit.value())
                .param("at", Timestamp.from(at))
                .param("kind", move.code())
                .update();
    }

    @Override
    public List<Request> mergedInto(RequestId main) {
        return jdbc.sql("select " + COLUMNS + " from requests.request r where r.merged_into = ? order by r.id")
                .param(main.value())
                .query(JdbcRequests::request)
                .list();
    }

    @Override
    public void waitUntil(Waiting waiting) {
        jdbc.sql("""
                        insert into requests.waiting (request_id, reminders, next_on) values (?, ?, ?)
                        on conflict (request_id) do update set reminders = excluded.reminders, next_on = excluded.next_on
                        """)
                .params(waiting.request().value(), waiting.reminders(), waiting.nextOn())
                .update();
    }

    @Override
    public void waitAnew(RequestId id, LocalDate nextOn) {
        jdbc.sql("update requests.waiting set next_on = ? where request_id = ?")
                .params(nextOn, id.value())
                .update();
    }

    @Override
    public void waitNoMore(RequestId id) {
        jdbc.sql("delete from requests.waiting where request_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("""
                        update requests.delivery set state = 'not_needed'
                         where request_id = ? and state = 'waiting' and notice in ('question', 'reminder')
                        """).param(id.value()).update();
    }

    @Override
    public List<Waiting> waitingOn(LocalDate day, int most) {
        return jdbc.sql("""
                        select request_id, reminders, next_on
                          from requests.waiting
                         where next_on <= ?
                         order by next_on, request_id
                         limit ?
                           for update skip locked
                        """)
                .params(day, most)
                .query((row, number) -> new Waiting(
                        new RequestId(row.getObject("request_id", UUID.class)),
                        row.getInt("reminders"),
                        row.getObject("next_on", LocalDate.class)))
                .list();
    }

    @Override
    public Statement statement(RequestId id) {
        return jdbc.sql("""
                        select s.*, r.area_code
                          from requests.statement s join requests.request r on r.id = s.request_id
                         where s.request_id = ?
                        """).param(id.value()).query(JdbcRequests::statement).single();
    }

    @Override
    public Contact contactHeld(RequestId id) {
        return jdbc.sql("select * from requests.statement where request_id = ? for share")
                .param(id.value())
                .query((row, number) -> contact(row))
                .single();
    }

    @Override
    public void changeContact(RequestId id, Contact contact) {
        jdbc.sql("""
                        update requests.statement
                           set answer_way = :way, name = :name, email = :email, phone = :phone, postal_address = :postalAddress
                         where request_id = :id
                        """)
                .param("id", id.value())
                .param("way", contact.way().code())
                .param("name", contact.name().orElse(null))
                .param("email", contact.email().orElse(null))
                .param("phone", contact.phone().orElse(null))
                .param("postalAddress", contact.postalAddress().orElse(null))
                .update();
    }

    @Override
    public void addMessage(RequestId id, Message message) {
        jdbc.sql("insert into requests.message (id, request_id, kind, words, written_at) values (?, ?, ?, ?, ?)")
                .params(message.id(), id.value(), message.kind().code(), message.words(), Timestamp.from(message.at()))
                .update();
    }

    @Override
    public List<Message> messages(RequestId id) {
        return jdbc.sql("select id, kind, words, written_at from requests.message where request_id = ? order by id")
                .param(id.value())
                .query(JdbcRequests::message)
                .list();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                new RequestId(row.getObject("id", UUID.class)),
                new RequestNumber(row.getString("number")),
                Nature.of(row.getString("nature")),
                Channel.of(row.getString("channel")),
                Optional.ofNullable(row.getObject("subject_id", UUID.class)).map(SubjectId::new),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Optional.ofNullable(row.getObject("held_by", UUID.class)).map(AccountId::new),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Optional.ofNullable(row.getString("area_code")),
                RequestStatus.of(row.getString("status")),
                Language.of(row.getString("language")).orElse(Language.FR),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("sensitive"),
                row.getInt("bounces"),
                row.getInt("chases"),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)).map(RequestId::new),
                archived(row),
                row.getInt("version"));
    }

    private static Optional<Archived> archived(ResultSet row) throws SQLException {
        var archivedAt = row.getTimestamp("archived_at");
        var destroyedAt = Optional.ofNullable(row.getTimestamp("destroyed_at")).map(Timestamp::toInstant);
        return archivedAt == null
                ? Optional.empty()
                : Optional.of(
                        new Archived(row.getTimestamp("ended_at").toInstant(), archivedAt.toInstant(), destroyedAt));
    }

    private static Statement statement(ResultSet row, int number) throws SQLException {
        var area = Optional.ofNullable(row.getString("area_code"));
        var longitude = row.getObject("longitude", Double.class);
        var latitude = row.getObject("latitude", Double.class);
        var point = Optional.ofNullable(longitude).map(east -> new Point(east, latitude));
        var quality = Optional.ofNullable(row.getString("representative_quality"))
                .map(Representative.Quality::of)
                .orElse(Representative.Quality.OTHER);
        return new Statement(
                row.getString("description"),
                Optional.ofNullable(row.getString("place")).map(label -> new Whereabouts(label, point, area)),
                contact(row),
                new Needs(
                        Stream.of((String[]) row.getArray("needs").getArray())
                                .map(Need::of)
                                .toList(),
                        Optional.ofNullable(row.getString("needs_words"))),
                Optional.ofNullable(row.getString("representative")).map(name -> new Representative(name, quality)));
    }

    static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                AnswerWay.of(row.getString("answer_way")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("postal_address")));
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                Message.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                row.getTimestamp("written_at").toInstant());
    }
}
