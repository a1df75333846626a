package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.Accounts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Sessions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes the accounts of those whose day has come, and hands over what they had in hand. */
@Service
class Departures {

    private final Accounts accounts;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Departures(
            Accounts accounts,
            Sessions sessions,
            JdbcClient jdbc,
            History staffHistory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.history = staffHistory;
        this.events = events;
        this.clock = clock;
    }

    /** Two machines at once: each account is closed by one of them. */
    @Transactional
    void closeThoseWhoLeft() {
        var now = clock.instant();
        for (var account : accounts.closeThoseWhoLeft(now)) {
            sessions.endAll(account);
            history.add(Fact.of(account.value(), StaffFact.CLOSED.code(), now, new Actor.Program(), Map.of()));
            events.publishEvent(new StaffLeft(account, successor(account), now));
        }
    }

    void succeed(AccountId account, Optional<AccountId> successor) {
        jdbc.sql("delete from staff.successor where account_id = ?")
                .param(account.value())
                .update();
        successor.ifPresent(next -> jdbc.sql("insert into staff.successor (account_id, successor_id) values (?, ?)")
                .params(account.value(), next.value())
                .update());
    }

    /** One who has left meanwhile takes nothing over. */
    private Optional<AccountId> successor(AccountId account) {
        return jdbc.sql("select successor_id from staff.successor where account_id = ?")
                .param(account.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new)
                .filter(next ->
                        accounts.byId(next).filter(known -> !known.isClosed()).isPresent());
    }
}
