package fr.traboule.residents;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.AccessLog;
import fr.traboule.residents.ResidentPart.Line;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers all that is known of somebody, for them (GDPR, articles 15 and 20): the record, and what floors above tie to it. */
@Service
class ExportResident {

    private final Residents residents;
    private final ReadResidents readResidents;
    private final ResidentLedger ledger;
    private final List<ResidentPart> parts;
    private final Permissions permissions;
    private final AccessLog accessLog;
    private final Clock clock;

    ExportResident(
            Residents residents,
            ReadResidents readResidents,
            ResidentLedger ledger,
            List<ResidentPart> parts,
            Permissions permissions,
            AccessLog residentsAccessLog,
            Clock clock) {
        this.residents = residents;
        this.readResidents = readResidents;
        this.ledger = ledger;
        this.parts = parts;
        this.permissions = permissions;
        this.accessLog = residentsAccessLog;
        this.clock = clock;
    }

    @Transactional
    List<Line> export(Actor.Agent officer, ResidentId id, Wording wording) {
        permissions.require(officer, ResidentPermission.EXPORT);
        var root = residents.root(id).orElseThrow(NotFound::new);
        var sheet = readResidents.sheet(officer, root);
        accessLog.add(new AccessLog.Look(
                officer.account(),
                root.value(),
                ResidentLook.EXPORT.code(),
                ResidentLook.EXPORT.reason().code(),
                clock.instant()));
        ledger.tell(root, ResidentFact.EXPORTED, officer, Map.of());
        var lines = new ArrayList<>(ofTheRecord(sheet, wording));
        parts.forEach(part -> lines.addAll(part.of(officer, sheet.card(), sheet.records(), wording)));
        return lines;
    }

    private static List<Line> ofTheRecord(ResidentSheet sheet, Wording in) {
        var about = in.text("residents.record.title");
        var lines = new ArrayList<Line>();
        for (var record : sheet.kin()) {
            lines.add(new Line(
                    about,
                    Optional.of(record.keptAt()),
                    in.text("residents.basis"),
                    in.text(record.grounds().basis())
                            + record.grounds()
                                    .words()
                                    .map(words -> ", " + words)
                                    .orElse("")));
            lines.add(new Line(about, Optional.empty(), in.text("residents.way"), in.text(record.way())));
            lines.add(new Line(
                    about,
                    Optional.empty(),
                    in.text("residents.language"),
                    record.language().ownName()));
            record.needs()
                    .kinds()
                    .forEach(need ->
                            lines.add(new Line(about, Optional.empty(), in.text("residents.needs"), in.text(need))));
            record.needs()
                    .words()
                    .ifPresent(
                            words -> lines.add(new Line(about, Optional.empty(), in.text("residents.needs"), words)));
        }
        sheet.details()
                .forEach(
                        detail -> lines.add(new Line(about, Optional.empty(), in.text(detail.kind()), detail.value())));
        sheet.representatives()
                .forEach(one -> lines.add(new Line(
                        about,
                        Optional.empty(),
                        in.text("residents.representative"),
                        one.representative().name() + ", "
                                + in.text(one.representative().quality())
                                + one.reach().map(reach -> ", " + reach).orElse(""))));
        sheet.corrections()
                .forEach(correction -> lines.add(new Line(
                        about,
                        Optional.of(correction.at()),
                        in.text("residents.correction.former"),
                        correction.former() + " (" + correction.reason() + ")")));
        sheet.story()
                .forEach(told ->
                        lines.add(new Line(about, Optional.of(told.at()), in.text(ResidentFact.of(told.kind())), "")));
        return lines;
    }
}
