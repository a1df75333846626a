package fr.traboule.isolated;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears each fact at the second telling only. */
@Component
class HardOfHearing {

    private final ConcurrentHashMap<UUID, Boolean> told = new ConcurrentHashMap<>();
    private final List<UUID> heard = new CopyOnWriteArrayList<>();

    /** Something happened. */
    record Confided(UUID id) {}

    @ApplicationModuleListener
    void on(Confided fact) {
        if (told.putIfAbsent(fact.id(), true) == null) {
            throw new IllegalStateException("Not heard");
        }
        heard.add(fact.id());
    }

    List<UUID> heard() {
        return heard;
    }

    boolean wasTold(UUID fact) {
        return told.containsKey(fact);
    }
}
