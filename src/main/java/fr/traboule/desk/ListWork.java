package fr.traboule.desk;

import fr.traboule.desk.ListFile.Wanted;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permission;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Portion;
import fr.traboule.ground.works.Step;
import fr.traboule.ground.works.WorkFile;
import fr.traboule.requests.RequestPermission;
import fr.traboule.web.Language;
import fr.traboule.web.Wording;
import fr.traboule.web.Wordings;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The file of a long list, made some hundred lines at a time. */
@Component
class ListWork implements LongWork {

    static final String KIND = "desk.list-file";

    /** Beyond, nobody counts beforehand. */
    private static final int COUNTED = 200_000;

    private static final String QUERY = "query";
    private static final String WORDS = "words";
    private static final String SEARCHED = "searched";
    private static final String SAID = "said";
    private static final String LANGUAGE = "language";

    private final ListFile file;
    private final Wordings wordings;

    ListWork(ListFile file, Wordings wordings) {
        this.file = file;
        this.wordings = wordings;
    }

    static NewWork of(Wanted wanted, Wording wording) {
        return NewWork.of(KIND)
                .with(QUERY, wanted.form().query())
                .with(WORDS, wanted.words().orElse(""))
                .with(SEARCHED, String.valueOf(wanted.words().isPresent()))
                .with(SAID, String.valueOf(wanted.said()))
                .with(LANGUAGE, wording.language().code())
                .making(new WorkFile(wording.text("desk.export.file") + ".csv", "text/csv;charset=UTF-8"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "desk.export.title";
    }

    @Override
    public Permission permission() {
        return RequestPermission.EXPORT;
    }

    @Override
    public OptionalLong total(Portion portion) {
        var counted = file.count(agent(portion), wanted(portion), COUNTED);
        return counted < COUNTED ? OptionalLong.of(counted) : OptionalLong.empty();
    }

    @Override
    public Step next(Portion portion) {
        var language = Language.of(portion.parameter(LANGUAGE)).orElse(Language.FR);
        var part = file.part(agent(portion), wanted(portion), portion.position(), wordings.in(language));
        portion.write(part.bytes());
        return part.next()
                .<Step>map(next -> new Step.On(part.lines(), next))
                .orElseGet(() -> new Step.End(part.lines()));
    }

    private static Wanted wanted(Portion portion) {
        return new Wanted(
                FilterForm.read(portion.parameter(QUERY)),
                Optional.of(portion.parameter(WORDS))
                        .filter(words -> Boolean.parseBoolean(portion.parameter(SEARCHED))),
                Boolean.parseBoolean(portion.parameter(SAID)));
    }

    private static Actor.Agent agent(Portion portion) {
        if (portion.actor() instanceof Actor.Agent agent) {
            return agent;
        }
        throw new IllegalStateException("Somebody has a list made, the program never does");
    }
}
