package fr.traboule.answers;

import fr.traboule.city.UnitClosed;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The model answers of a unit that closes go to its successor. (Opened again, its change takes that back too.) */
@Component
class KeepOwner {

    private final JdbcModels models;

    KeepOwner(JdbcModels models) {
        this.models = models;
    }

    /** In the transaction that closes it. */
    @EventListener
    void on(UnitClosed closed) {
        var made = new JdbcModels.Made(VersionKind.MOVED_WITH_UNIT, Optional.empty(), closed.at(), Optional.empty());
        for (var model : models.of(closed.unit())) {
            if (!models.change(model.saying(model.content().ownedBy(closed.successor())), made)) {
                throw new IllegalStateException("Model answer %s was changed meanwhile"
                        .formatted(model.id().value()));
            }
        }
    }
}
