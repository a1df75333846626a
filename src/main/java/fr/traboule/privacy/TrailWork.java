package fr.traboule.privacy;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permission;
import fr.traboule.ground.works.LongWork;
import fr.traboule.ground.works.NewWork;
import fr.traboule.ground.works.Portion;
import fr.traboule.ground.works.Step;
import fr.traboule.ground.works.WorkFile;
import fr.traboule.web.Language;
import fr.traboule.web.Wording;
import fr.traboule.web.Wordings;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The trail of a person of whom there is much, gathered a few requests at a time. */
@Component
class TrailWork implements LongWork {

    static final String KIND = "privacy.person-trail";
    private static final String PERSON = "person";
    private static final String LANGUAGE = "language";

    private final TrailFile file;
    private final PersonalTrails trails;
    private final Wordings wordings;

    TrailWork(TrailFile file, PersonalTrails trails, Wordings wordings) {
        this.file = file;
        this.trails = trails;
        this.wordings = wordings;
    }

    static NewWork of(String person, Wording wording) {
        return NewWork.of(KIND)
                .with(PERSON, person)
                .with(LANGUAGE, wording.language().code())
                .making(new WorkFile(wording.text("privacy.trail.file") + ".csv", "text/csv;charset=UTF-8"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "privacy.trail.title";
    }

    @Override
    public Permission permission() {
        return PrivacyPermission.READ_ACCESS_LOG;
    }

    @Override
    public OptionalLong total(Portion portion) {
        return OptionalLong.of(
                trails.extentOf(officer(portion), portion.parameter(PERSON), 1).subjects());
    }

    @Override
    public Step next(Portion portion) {
        var after = portion.position().map(PersonalTrails.At::of);
        var language = Language.of(portion.parameter(LANGUAGE)).orElse(Language.FR);
        var part = file.part(officer(portion), portion.parameter(PERSON), after, wordings.in(language));
        portion.write(part.bytes());
        return part.next()
                .<Step>map(next -> new Step.On(part.told(), next.toString()))
                .orElseGet(() -> new Step.End(part.told()));
    }

    private static Actor.Agent officer(Portion portion) {
        if (portion.actor() instanceof Actor.Agent agent) {
            return agent;
        }
        throw new IllegalStateException("Somebody gathers a person's trail, the program never does");
    }
}
