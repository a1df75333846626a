package fr.traboule.desk;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.RequestPermission;
import fr.traboule.works.WorkView;
import fr.traboule.works.WorkViews;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a list shows of its export: whether the agent may have it, and the files that they asked for lately. */
@Component
class ExportPage {

    private static final int MOST = 3;

    private final Permissions permissions;
    private final WorkViews works;

    ExportPage(Permissions permissions, WorkViews works) {
        this.permissions = permissions;
        this.works = works;
    }

    /**
     * The export of a list.
     *
     * @param offered whether there is something that this agent may have
     * @param said whether with what people said too
     */
    record Exports(boolean offered, boolean said, List<WorkView> works) {}

    Exports of(Actor.Agent agent, boolean anything) {
        var may = permissions.allow(agent, RequestPermission.EXPORT);
        return new Exports(
                anything && may,
                anything && permissions.allow(agent, RequestPermission.EXPORT_WORDS),
                may ? works.askedBy(agent, ListWork.KIND, MOST) : List.of());
    }
}
