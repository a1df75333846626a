package fr.traboule.requests;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is archived, for those whom the floor above lets in and who said why: each look is logged. « Everywhere » is for who looks
 * after all archives; others see no further than their units, and sensitive requests only where they work.
 */
@Service
@Transactional
public class ReadArchives {

    private final Requests requests;
    private final ReadRequests readRequests;
    private final FileStore files;
    private final Scopes scopes;
    private final Looks looks;

    ReadArchives(Requests requests, ReadRequests readRequests, FileStore requestsFiles, Scopes scopes, Looks looks) {
        this.requests = requests;
        this.readRequests = readRequests;
        this.files = requestsFiles;
        this.scopes = scopes;
        this.looks = looks;
    }

    /** Nothing of what was said is shown, and nothing logged. */
    public Optional<Request> find(Actor.Agent agent, RequestNumber number, boolean everywhere) {
        return requests.archivedByNumber(number, scopes.among(agent), everywhere);
    }

    /** Of what is not archived, what the agent may see of their units; nothing is logged. */
    public Optional<Request> findCurrent(Actor.Agent agent, RequestNumber number) {
        return requests.byNumber(number, scopes.among(agent));
    }

    public Optional<RequestSheet> sheet(Actor.Agent agent, RequestNumber number, boolean everywhere) {
        return looked(agent, number, everywhere, Look.ARCHIVE).map(readRequests::sheet);
    }

    /** Outside a transaction: the file may be in a bucket. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<FileStore.Opening> file(Actor.Agent agent, RequestNumber number, FileId file, boolean everywhere) {
        return looked(agent, number, everywhere, Look.ARCHIVE_FILE)
                .flatMap(request -> files.read(file, request.id().value()));
    }

    private Optional<Request> looked(Actor.Agent agent, RequestNumber number, boolean everywhere, Look look) {
        var found = find(agent, number, everywhere);
        found.ifPresent(request -> looks.add(agent.account(), request.id(), look, Look.Reason.ARCHIVES));
        return found;
    }
}
