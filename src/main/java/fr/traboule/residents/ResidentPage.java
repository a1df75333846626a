package fr.traboule.residents;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.web.Labelled;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import fr.traboule.web.Option;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The record of a person, as every act on it comes back to. */
@Component
class ResidentPage {

    static final String LIST = "/agents/usagers";
    static final String ADDRESS = LIST + "/{id}";

    private final ReadResidents readResidents;
    private final List<ResidentSection> sections;
    private final AccountNames names;
    private final Permissions permissions;

    ResidentPage(
            ReadResidents readResidents, List<ResidentSection> sections, AccountNames names, Permissions permissions) {
        this.readResidents = readResidents;
        this.sections = sections;
        this.names = names;
        this.permissions = permissions;
    }

    /** A correction as a line. */
    record CorrectionLine(Correction correction, String who) {}

    /** What this agent may do. */
    record May(boolean keep, boolean merge, boolean erase, boolean export) {}

    static String address(ResidentId id) {
        return LIST + "/" + id.value();
    }

    static ResidentId known(String id) {
        return ResidentId.of(id).orElseThrow(NotFound::new);
    }

    /** The record of which everything is told, though another one may go on for it. */
    ResidentSheet sheet(Actor.Agent agent, ResidentId id) {
        return readResidents.seenBy(agent, id).orElseThrow(NotFound::new);
    }

    String show(Actor.Agent agent, String id, Wording wording, Model model) {
        var wanted = known(id);
        var sheet = sheet(agent, wanted);
        if (!sheet.resident().id().equals(wanted)) {
            return "redirect:" + address(sheet.resident().id());
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("may", may(agent));
        model.addAttribute("agent", agent);
        model.addAttribute("sections", sections);
        model.addAttribute(
                "ways",
                Arrays.stream(AnswerWay.values())
                        .filter(way -> way != sheet.resident().way())
                        .toList());
        model.addAttribute(
                "corrections",
                sheet.corrections().stream()
                        .map(correction -> new CorrectionLine(correction, names.of(correction.account())))
                        .toList());
        model.addAttribute(
                "story",
                sheet.story().stream()
                        .map(told -> new TimelineEntry(
                                told.at(),
                                wording.text(ResidentFact.of(told.kind())),
                                told.account().map(names::of).orElse(null),
                                null,
                                true))
                        .toList());
        return "residents/record";
    }

    /** Back to the record, that says so where somebody was faster or the act is not possible. */
    String after(Outcome outcome, Actor.Agent agent, String id, Wording wording, Model model) {
        if (outcome == Outcome.DONE) {
            return "redirect:" + address(known(id));
        }
        model.addAttribute("refused", outcome);
        return show(agent, id, wording, model);
    }

    private May may(Actor.Agent agent) {
        return new May(
                permissions.allow(agent, ResidentPermission.KEEP),
                permissions.allow(agent, ResidentPermission.MERGE),
                permissions.allow(agent, ResidentPermission.ERASE),
                permissions.allow(agent, ResidentPermission.EXPORT));
    }

    static <T extends Enum<T> & Labelled> List<Option> options(Stream<T> values, Wording wording) {
        return values.map(value -> Option.of(value.name(), wording.text(value))).toList();
    }

    static List<Option> languages() {
        return Arrays.stream(Language.values())
                .map(language -> Option.of(language.code(), language.ownName()))
                .toList();
    }
}
