package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.JdbcChanges;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.web.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything that makes the city, by kind, with the changes that wait for their day. */
@Controller
class CityController {

    private final RecordFiles files;
    private final JdbcChanges changes;
    private final Permissions permissions;
    private final ChangeLines lines;

    CityController(RecordFiles files, JdbcChanges changes, Permissions permissions, ChangeLines lines) {
        this.files = files;
        this.changes = changes;
        this.permissions = permissions;
        this.lines = lines;
    }

    @GetMapping(ConfigurationPages.ADDRESS)
    String show(Actor actor, Wording wording, Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        model.addAttribute("kinds", files.all().stream().map(RecordFile::name).toList());
        model.addAttribute("open", lines.of(changes.open(), wording));
        return "configuration/city";
    }
}
