package fr.traboule.answers;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.web.Language;
import fr.traboule.web.Translated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;

/** Model answers for the tests. */
@TestComponent
public class ModelFixture {

    private final EditModels edit;
    private final JdbcModels models;
    private final Directory directory;

    ModelFixture(EditModels edit, JdbcModels models, Directory directory) {
        this.edit = edit;
        this.models = models;
        this.directory = directory;
    }

    ModelContent content(String title, String owner, String french) {
        return content(title, owner, List.of(), List.of(), Map.of(Language.FR, french));
    }

    ModelContent content(
            String title, String owner, List<String> subjects, List<String> themes, Map<Language, String> texts) {
        return new ModelContent(
                title,
                directory.unit(owner).orElseThrow().id(),
                AnswerAct.ANSWER,
                subjects,
                themes,
                new Translated(texts));
    }

    ModelAnswer published(Actor.Agent editor, ModelContent content) {
        var code = edit.create(editor, content, Optional.empty()).code();
        edit.publish(editor, new EditModels.Seen(code, 0));
        return models.byCode(code).orElseThrow();
    }
}
