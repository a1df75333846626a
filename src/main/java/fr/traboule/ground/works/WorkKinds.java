package fr.traboule.ground.works;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of long works that this program knows; another instance, older or newer, may know others. */
@Component
public class WorkKinds {

    private final ObjectProvider<LongWork> kinds;

    WorkKinds(ObjectProvider<LongWork> kinds) {
        this.kinds = kinds;
    }

    public Optional<LongWork> find(String kind) {
        return kinds.stream().filter(each -> each.kind().equals(kind)).findFirst();
    }

    /** Those that may be asked for on the page of works. */
    public List<LongWork> byHand() {
        return kinds.stream()
                .filter(each -> each.byHand().isPresent())
                .sorted(Comparator.comparing(LongWork::kind))
                .toList();
    }
}
