package fr.traboule.field;

import fr.traboule.city.FindPlace;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of field agents offers, with a network and without. */
@Component
class ReportPage {

    /** How many wait on a telephone at most: more than a round brings. */
    static final int MOST_KEPT = 50;

    private final ReportSubjects subjects;
    private final ReadReport readReport;

    ReportPage(ReportSubjects subjects, ReadReport readReport) {
        this.subjects = subjects;
        this.readReport = readReport;
    }

    /**
     * What the script may let through; the program checks it all again.
     *
     * @param largest bytes of a photo
     */
    record Limits(int photos, int largest, int kept, long days) {

        static final Limits OURS =
                new Limits(Report.MOST_PHOTOS, FileCheck.LARGEST, MOST_KEPT, Report.EARLIEST.toDays());

        /** As people say it. */
        int megabytes() {
            return largest / 1024 / 1024;
        }
    }

    String show(Actor.Agent agent, ReportForm form, Wording wording, Model model) {
        var language = wording.language();
        model.addAttribute("agent", agent.account().value().toString());
        model.addAttribute("titles", subjects.titles(language));
        model.addAttribute(
                "found",
                subjects.like(form, language).stream()
                        .map(subject -> subject.option(language))
                        .toList());
        model.addAttribute("addresses", addresses(form, wording));
        return "field/report";
    }

    /** The same for everybody, without a word of who is there: telephones keep it. */
    String shell(Wording wording, Model model) {
        model.addAttribute("agent", "");
        model.addAttribute("titles", subjects.titles(wording.language()));
        model.addAttribute("found", List.of());
        model.addAttribute("addresses", List.of());
        return "field/report";
    }

    private List<Option> addresses(ReportForm form, Wording wording) {
        var alike = readReport.alike(form, wording);
        return alike.isEmpty()
                ? List.of()
                : Stream.concat(
                                alike.stream()
                                        .map(address -> Option.of(address.id().toString(), address.label())),
                                Stream.of(Option.of(FindPlace.AS_TYPED, wording.text("field.form.place.asTyped"))))
                        .toList();
    }
}
