package fr.traboule.desk;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.Directory;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.DeliverByHand;
import fr.traboule.requests.DeliverByHand.AlreadyDone;
import fr.traboule.requests.DeliverByHand.ChangedMeanwhile;
import fr.traboule.requests.DeliverByHand.Done;
import fr.traboule.requests.Delivery;
import fr.traboule.requests.DeliveryId;
import fr.traboule.requests.DeliveryKind;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipts;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One letter, ready to be printed, or one call, with what to say; and that it is done. */
@Controller
@RequestMapping(DeliveriesController.ADDRESS + "/{id}")
class DeliveryController {

    /** Said once, on the page that comes next: what is noted, or why nothing is. */
    static final String TOLD = "told";

    static final String REFUSED = "refused";

    private final DeliverByHand deliver;
    private final DeliveryViews views;
    private final ReadRequests requests;
    private final Receipts receipts;
    private final Directory directory;
    private final AccountNames names;
    private final Clock clock;

    DeliveryController(
            DeliverByHand deliver,
            DeliveryViews views,
            ReadRequests requests,
            Receipts receipts,
            Directory directory,
            AccountNames names,
            Clock clock) {
        this.deliver = deliver;
        this.views = views;
        this.requests = requests;
        this.receipts = receipts;
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor.Agent agent, @PathVariable String id, Wording wording, Model model) {
        var sheet = deliver.open(agent, known(id));
        var unit = directory.unit(sheet.request().unit());
        model.addAttribute("sheet", sheet);
        model.addAttribute("line", views.line(sheet.delivery(), true, wording));
        model.addAttribute("address", Envelope.of(sheet.contact()));
        model.addAttribute("today", CityTime.day(clock.instant()));
        model.addAttribute("unit", unit.name());
        model.addAttribute(
                "organisation", directory.organisation(sheet.organisation()).name());
        model.addAttribute("sender", directory.organisation(unit.organisation()).address());
        model.addAttribute("phone", directory.phone(unit));
        model.addAttribute("tracking", receipts.tracking().toString());
        model.addAttribute("qrCode", receipts.qrCode(sheet.receipt()));
        model.addAttribute(
                "seesCase", requests.mayBeSeenBy(agent, sheet.request().number()));
        model.addAttribute(
                "by",
                sheet.delivery().handedOver().map(done -> names.of(done.by())).orElse(null));
        return switch (sheet.delivery().kind()) {
            case LETTER -> "desk/letterPage";
            case CALL -> "desk/call";
        };
    }

    @PostMapping("/poste")
    String posted(
            Actor.Agent agent,
            @PathVariable String id,
            @ModelAttribute("form") DeliveryForm form,
            Wording wording,
            RedirectAttributes redirect) {
        return next(agent, deliver.handOver(agent, known(id), DeliveryKind.LETTER), form, wording, redirect);
    }

    @PostMapping("/appele")
    String called(
            Actor.Agent agent,
            @PathVariable String id,
            @ModelAttribute("form") DeliveryForm form,
            Wording wording,
            RedirectAttributes redirect) {
        return next(agent, deliver.handOver(agent, known(id), DeliveryKind.CALL), form, wording, redirect);
    }

    @PostMapping("/sans-reponse")
    String unanswered(
            Actor.Agent agent,
            @PathVariable String id,
            @ModelAttribute("form") DeliveryForm form,
            Wording wording,
            RedirectAttributes redirect) {
        return next(agent, deliver.tryInVain(agent, known(id), form.triesSeen()), form, wording, redirect);
    }

    private String next(
            Actor.Agent agent,
            DeliverByHand.Outcome outcome,
            DeliveryForm form,
            Wording wording,
            RedirectAttributes redirect) {
        var delivery = outcome.delivery();
        switch (outcome) {
            case Done done ->
                redirect.addFlashAttribute(
                        TOLD,
                        wording.text("desk.delivery.noted", delivery.number().toString()));
            case AlreadyDone already -> redirect.addFlashAttribute(TOLD, already(already.before(), wording));
            case ChangedMeanwhile changed -> redirect.addFlashAttribute(REFUSED, wording.text("desk.delivery.changed"));
        }
        return form.isFromCase() && requests.mayBeSeenBy(agent, delivery.number())
                ? "redirect:" + CasePage.address(delivery.number())
                : "redirect:" + DeliveriesController.ADDRESS;
    }

    private String already(Delivery.HandedOver before, Wording wording) {
        return wording.text("desk.delivery.already", names.of(before.by()), wording.dateTime(before.at()));
    }

    private static DeliveryId known(String id) {
        return DeliveryId.of(id).orElseThrow(NotFound::new);
    }
}
