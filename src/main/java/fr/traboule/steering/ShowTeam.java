package fr.traboule.steering;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.requests.QueueView;
import fr.traboule.requests.TeamFigures;
import fr.traboule.requests.TeamFigures.Figures;
import fr.traboule.routing.Subjects;
import fr.traboule.steering.TeamView.Block;
import fr.traboule.steering.TeamView.Row;
import fr.traboule.web.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the units of whoever heads them stand: one count, and the words around it. */
@Component
class ShowTeam {

    private final TeamFigures figures;
    private final Directory directory;
    private final Subjects subjects;
    private final AccountNames names;
    private final Permissions permissions;

    ShowTeam(TeamFigures figures, Directory directory, Subjects subjects, AccountNames names, Permissions permissions) {
        this.figures = figures;
        this.directory = directory;
        this.subjects = subjects;
        this.names = names;
        this.permissions = permissions;
    }

    TeamView of(Actor.Agent agent, Wording wording) {
        permissions.require(agent, SteeringPermission.SEE_TEAM);
        var team = figures.of(agent);
        return new TeamView(
                team.all(),
                "/agents",
                team.medianDays(),
                List.of(
                        new Block("units", units(agent, team.units(), wording)),
                        new Block("people", people(team, wording)),
                        new Block("subjects", subjects(team, wording))));
    }

    /** Each with those below it, as the filter of the queue has them. */
    private List<Row> units(Actor.Agent agent, Map<UnitId, Figures> own, Wording wording) {
        var theirs = directory.unitsOf(agent.account());
        var all = new HashMap<UnitId, Figures>();
        own.forEach((id, counted) -> {
            var seen = new HashSet<UnitId>();
            var unit = Optional.of(id);
            while (unit.filter(theirs::contains).isPresent() && seen.add(unit.get())) {
                all.merge(unit.get(), counted, Figures::plus);
                unit = directory.unit(unit.get()).parent();
            }
        });
        return all.entrySet().stream()
                .map(each -> {
                    var unit = directory.unit(each.getKey());
                    return new Row(
                            unit.name().in(wording.language()).text(), each.getValue(), "unit=" + unit.code(), true);
                })
                .toList();
    }

    private List<Row> people(TeamFigures.Team team, Wording wording) {
        var rows = new ArrayList<Row>();
        team.holders()
                .forEach((holder, counted) -> rows.add(holder.map(
                                account -> new Row(names.of(account), counted, "person=" + account.value(), true))
                        .orElseGet(() -> new Row(
                                wording.text(QueueView.NOBODYS), counted, "vue=" + QueueView.NOBODYS.code(), false))));
        return rows;
    }

    private List<Row> subjects(TeamFigures.Team team, Wording wording) {
        var rows = new ArrayList<Row>();
        team.subjects()
                .forEach((id, counted) -> rows.add(id.flatMap(subjects::byId)
                        .map(subject -> new Row(
                                subject.title().in(wording.language()).text(),
                                counted,
                                "subject=" + subject.code(),
                                true))
                        .orElseGet(() -> new Row(
                                wording.text(QueueView.UNSORTED),
                                counted,
                                "vue=" + QueueView.UNSORTED.code(),
                                false))));
        return rows;
    }
}
