package fr.traboule.field;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.files.FileId;
import fr.traboule.requests.Channel;
import fr.traboule.requests.Contact;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipt;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.Statement;
import fr.traboule.routing.Nature;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files what an agent saw, once: a telephone that never heard the answer sends again, and gets the same receipt. The promise
 * counts from when it was seen.
 */
@Service
class FileReport {

    private final ReceiveRequest receiveRequest;
    private final ReadRequests readRequests;
    private final Permissions permissions;
    private final Clock clock;

    FileReport(ReceiveRequest receiveRequest, ReadRequests readRequests, Permissions permissions, Clock clock) {
        this.receiveRequest = receiveRequest;
        this.readRequests = readRequests;
        this.permissions = permissions;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Filed(Receipt receipt) implements Outcome {}

    /** Somebody else filed something under this id: nothing of it is told. */
    record NotYours() implements Outcome {}

    /** What came of it earlier, where it was sent before: then its photos are there too. */
    @Transactional
    Optional<Outcome> before(Actor.Agent agent, RequestId id) {
        permissions.require(agent, FieldPermission.FILE);
        return switch (readRequests.sending(agent, id)) {
            case ReadRequests.NotYet notYet -> Optional.empty();
            case ReadRequests.SentByYou sent -> Optional.of(new Filed(sent.receipt()));
            case ReadRequests.NotYours notYours -> Optional.of(new NotYours());
        };
    }

    /** @param photos that were stored for it just now; where another sending was faster they belong to nothing, and go */
    @Transactional
    Outcome file(Actor.Agent agent, Report report, List<FileId> photos) {
        permissions.require(agent, FieldPermission.FILE);
        receiveRequest.receive(
                agent,
                new NewRequest(
                        report.id(),
                        Channel.FIELD_AGENT,
                        Nature.REPORT,
                        report.subject(),
                        report.language(),
                        new Statement(report.words(), report.where(), Contact.NONE),
                        photos,
                        report.isLate() ? Optional.of(clock.instant().minus(report.ago())) : Optional.empty(),
                        Optional.empty()));
        return before(agent, report.id()).orElseThrow();
    }
}
