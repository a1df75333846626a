package fr.traboule.paper;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.Fact;
import fr.traboule.ground.history.History;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.RequestPermission;
import fr.traboule.requests.ReserveNumbers;
import fr.traboule.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Outage sheets, from the printer to the request: each has a number that nobody else will ever have, becomes one request at
 * most, and stays in the list until it does or somebody says why it will not.
 */
@Service
@Transactional
public class PrintSheets {

    /** Enough for a day without the program; more are printed by pressing again. */
    static final int MOST = 50;

    private final Sheets sheets;
    private final ReserveNumbers reserveNumbers;
    private final Directory directory;
    private final Permissions permissions;
    private final History history;
    private final Clock clock;

    PrintSheets(
            Sheets sheets,
            ReserveNumbers reserveNumbers,
            Directory directory,
            Permissions permissions,
            History paperHistory,
            Clock clock) {
        this.sheets = sheets;
        this.reserveNumbers = reserveNumbers;
        this.directory = directory;
        this.permissions = permissions;
        this.history = paperHistory;
        this.clock = clock;
    }

    /** Printed twice under the same batch, they are the same sheets. */
    public void print(Actor.Agent agent, UUID batch, UnitId unit, int howMany) {
        permissions.require(agent, PaperPermission.PRINT_SHEETS);
        if (howMany < 1 || howMany > MOST) {
            throw new IllegalArgumentException("From 1 to " + MOST + " sheets");
        }
        sheets.lock(batch);
        if (!sheets.batch(batch).isEmpty()) {
            return;
        }
        var now = clock.instant();
        for (var reserved : reserveNumbers.reserve(agent, howMany)) {
            sheets.add(new Sheet(
                    reserved.request(),
                    reserved.receipt().number(),
                    batch,
                    unit,
                    agent.account(),
                    now,
                    SheetState.PRINTED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0));
            tell(reserved.request(), SheetFact.PRINTED, now, agent);
        }
    }

    List<Sheet> batch(Actor.Agent agent, UUID batch) {
        permissions.require(agent, PaperPermission.PRINT_SHEETS);
        return sheets.batch(batch).stream()
                .filter(sheet -> isSeenBy(agent, sheet))
                .toList();
    }

    List<Sheet> printed(Actor.Agent agent, UUID after, int most) {
        permissions.require(agent, PaperPermission.PRINT_SHEETS);
        return sheets.printed(directory.unitsOf(agent.account()), after, most);
    }

    List<Sheet> all(Actor.Agent agent, UUID before, int most) {
        permissions.require(agent, PaperPermission.PRINT_SHEETS);
        return sheets.all(directory.unitsOf(agent.account()), before, most);
    }

    Optional<Sheet> find(Actor.Agent agent, RequestNumber number) {
        permissions.require(agent, PaperPermission.PRINT_SHEETS);
        return sheets.byNumber(number).filter(sheet -> isSeenBy(agent, sheet));
    }

    /** To type it in: anybody who files requests may, since the person may come back anywhere. */
    public Optional<Sheet> toTypeIn(Actor.Agent agent, RequestNumber number) {
        permissions.require(agent, RequestPermission.FILE);
        return sheets.byNumber(number);
    }

    public Optional<Sheet> ofRequest(UUID request) {
        return sheets.byRequest(request);
    }

    /** In the transaction that files it. @return false if it is a request already */
    public boolean used(Actor.Agent agent, RequestId request) {
        permissions.require(agent, RequestPermission.FILE);
        var now = clock.instant();
        if (!sheets.use(request, agent.account(), now)) {
            return false;
        }
        tell(request, SheetFact.USED, now, agent);
        return true;
    }

    /** @return false if it was typed in, or changed meanwhile */
    boolean spoil(Actor.Agent agent, RequestNumber number, int version, String reason) {
        var sheet = find(agent, number).orElseThrow(NotFound::new);
        var now = clock.instant();
        if (!sheets.spoil(number, version, reason, agent.account(), now)) {
            return false;
        }
        tell(sheet.request(), SheetFact.SPOILED, now, agent);
        return true;
    }

    private boolean isSeenBy(Actor.Agent agent, Sheet sheet) {
        return directory.unitsOf(agent.account()).contains(sheet.unit())
                || sheet.printedBy().equals(agent.account());
    }

    private void tell(RequestId request, SheetFact fact, Instant at, Actor.Agent agent) {
        history.add(Fact.of(request.value(), fact.code(), at, agent, Map.of()));
    }
}
