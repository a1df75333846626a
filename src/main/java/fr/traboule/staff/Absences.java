package fr.traboule.staff;

import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.city.Posts;
import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people are away. Each says it of themselves, heads of units of their people. On the first
 * day what they have in hand goes back to their units, in the same transaction; it does not come back by itself.
 */
@Service
public class Absences {

    static final int LONGEST_DAYS = 366;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Posts posts;
    private final Permissions permissions;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Absences(
            JdbcClient jdbc,
            Directory directory,
            Posts posts,
            Permissions permissions,
            History staffHistory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.posts = posts;
        this.permissions = permissions;
        this.history = staffHistory;
        this.events = events;
        this.clock = clock;
    }

    /** Whether that agent may say when somebody is away. */
    public boolean mayManage(Actor.Agent agent, AccountId account) {
        return agent.account().equals(account)
                || permissions.allow(agent, StaffPermission.MANAGE_ABSENCES) && isOfTheirUnits(agent, account);
    }

    private boolean isOfTheirUnits(Actor.Agent agent, AccountId account) {
        var units = directory.unitsOf(agent.account());
        return posts.of(account).stream().anyMatch(units::contains);
    }

    /** From the first day to the last; if it has begun already, what they have in hand goes back at once. */
    @Transactional
    void away(Actor.Agent agent, AccountId account, LocalDate firstDay, LocalDate lastDay) {
        requireMayManage(agent, account);
        if (firstDay.plusDays(LONGEST_DAYS).isBefore(lastDay) || lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("An absence has a first day, and a last one within a year");
        }
        var now = clock.instant();
        jdbc.sql("""
                        insert into staff.absence (id, account_id, first_day, last_day, said_by, said_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        account.value(),
                        firstDay,
                        lastDay,
                        agent.account().value(),
                        Timestamp.from(now))
                .update();
        var days = Map.of("from", firstDay.toString(), "until", lastDay.toString());
        history.add(Fact.of(account.value(), StaffFact.AWAY.code(), now, agent, days));
        begin();
    }

    /** They are there after all, or back sooner. @return false if it was so already */
    @Transactional
    boolean back(Actor.Agent agent, UUID absence) {
        var account = jdbc.sql("select account_id from staff.absence where id = ?")
                .param(absence)
                .query(UUID.class)
                .optional()
                .map(AccountId::new)
                .orElseThrow(NotFound::new);
        requireMayManage(agent, account);
        var now = clock.instant();
        var ended = jdbc.sql("update staff.absence set ended_at = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), absence)
                        .update()
                == 1;
        if (ended) {
            history.add(Fact.of(account.value(), StaffFact.BACK.code(), now, agent, Map.of()));
        }
        return ended;
    }

    private void requireMayManage(Actor.Agent agent, AccountId account) {
        if (!mayManage(agent, account)) {
            throw new NotFound();
        }
    }

    /** Those whose first day has come: each is begun once, whichever machine sees it first. */
    @Transactional
    void begin() {
        var now = clock.instant();
        var today = CityTime.day(now);
        jdbc.sql("""
                        update staff.absence set begun_at = :now
                         where begun_at is null and ended_at is null and first_day <= :today and last_day >= :today
                        returning account_id
                        """)
                .param("now", Timestamp.from(now))
                .param("today", today)
                .query(UUID.class)
                .list()
                .forEach(account -> events.publishEvent(new StaffAbsent(new AccountId(account), now)));
    }

    /** Who of them is away today, and until when. */
    public Map<AccountId, LocalDate> awayToday(Collection<AccountId> accounts) {
        return jdbc
                .sql("""
                        select account_id, max(last_day) as until
                          from staff.absence
                         where account_id = any (:accounts) and ended_at is null and first_day <= :today and last_day >= :today
                         group by account_id
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("today", CityTime.day(clock.instant()))
                .query((row, number) -> Map.entry(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getObject("until", LocalDate.class)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Present and to come, of those for whom the agent may say it; the first to begin first. */
    List<Absence> of(Actor.Agent agent, Collection<AccountId> accounts) {
        return jdbc.sql("""
                        select id, account_id, first_day, last_day
                          from staff.absence
                         where account_id = any (:accounts) and ended_at is null and last_day >= :today
                         order by first_day, id
                         limit :most
                        """)
                .param(
                        "accounts",
                        accounts.stream()
                                .filter(account -> mayManage(agent, account))
                                .map(AccountId::value)
                                .toArray(UUID[]::new))
                .param("today", CityTime.day(clock.instant()))
                .param("most", MOST)
                .query(Absences::absence)
                .list();
    }

    /** Those whose absences the agent may say, themselves first. */
    List<AccountId> people(Actor.Agent agent) {
        var others = permissions.allow(agent, StaffPermission.MANAGE_ABSENCES)
                ? directory.unitsOf(agent.account()).stream()
                        .flatMap(unit -> posts.in(unit).stream())
                        .distinct()
                        .filter(account -> !account.equals(agent.account()))
                        .toList()
                : List.<AccountId>of();
        return Stream.concat(Stream.of(agent.account()), others.stream()).toList();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
