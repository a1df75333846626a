package fr.traboule.reception;

import fr.traboule.desk.DeskPanel;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.paper.PaperPermission;
import fr.traboule.paper.ReadLetters;
import fr.traboule.web.Page;
import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the first page of the desk: how many letters wait to be qualified, and since when. */
@Component
@Order(12)
class LettersPanel implements DeskPanel {

    private final ReadLetters readLetters;
    private final Permissions permissions;
    private final TemplateEngine templates;

    LettersPanel(ReadLetters readLetters, Permissions permissions, TemplateEngine templates) {
        this.readLetters = readLetters;
        this.permissions = permissions;
        this.templates = templates;
    }

    @Override
    public Optional<Content> of(Actor.Agent agent, Page page) {
        if (!permissions.allow(agent, PaperPermission.HANDLE_LETTERS)) {
            return Optional.empty();
        }
        var waiting = readLetters.waiting(agent);
        return waiting.oldest()
                .map(oldest -> output -> templates.render(
                        "reception/lettersPanel.jte",
                        Map.of("page", page, "number", waiting.number(), "oldest", oldest),
                        output));
    }
}
