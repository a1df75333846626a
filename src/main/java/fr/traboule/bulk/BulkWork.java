package fr.traboule.bulk;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permission;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Portion;
import fr.traboule.ground.works.Step;
import fr.traboule.requests.RequestPermission;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Does what an agent decided, some requests at a time; what one of them came to is kept with it. */
@Component
class BulkWork implements LongWork {

    static final String KIND = "bulk.handle-batch";
    private static final String BATCH = "batch";
    private static final int AT_A_TIME = 20;

    private final Batches batches;
    private final HandleLine handleLine;

    BulkWork(Batches batches, HandleLine handleLine) {
        this.batches = batches;
        this.handleLine = handleLine;
    }

    static NewWork of(Batch batch, int requests) {
        return NewWork.of(KIND)
                .titled(String.valueOf(requests))
                .with(BATCH, batch.id().value().toString())
                .after(batch.act().delay());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "bulk.work";
    }

    @Override
    public Permission permission() {
        return RequestPermission.HANDLE;
    }

    @Override
    public Optional<String> address(String outcome) {
        return Optional.of(BulkController.ADDRESS + "/" + outcome);
    }

    @Override
    public OptionalLong total(Portion portion) {
        return OptionalLong.of(batches.count(batch(portion)));
    }

    @Override
    public Step next(Portion portion) {
        var id = batch(portion);
        var batch = batches.byId(id).orElseThrow();
        var lines = batches.left(id, AT_A_TIME);
        lines.forEach(line -> batches.end(id, line.position(), handleLine.handle(agent(portion), batch, line.seen())));
        return lines.size() < AT_A_TIME
                ? new Step.End(lines.size(), Optional.of(id.value().toString()))
                : new Step.On(lines.size(), String.valueOf(lines.getLast().position()));
    }

    private static BatchId batch(Portion portion) {
        return new BatchId(UUID.fromString(portion.parameter(BATCH)));
    }

    private static Actor.Agent agent(Portion portion) {
        if (portion.actor() instanceof Actor.Agent agent) {
            return agent;
        }
        throw new IllegalStateException("Somebody handles requests together, the program never does");
    }
}
