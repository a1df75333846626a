package fr.traboule.desk;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.ReadRequests;
import fr.traboule.requests.Receipts;
import fr.traboule.requests.RequestNumber;
import fr.traboule.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt, to be read aloud or printed for the person, when the request is filed or later. */
@Controller
class ReceiptController {

    private final ReadRequests requests;
    private final Receipts receipts;
    private final Directory directory;

    ReceiptController(ReadRequests requests, Receipts receipts, Directory directory) {
        this.requests = requests;
        this.receipts = receipts;
        this.directory = directory;
    }

    @GetMapping("/agents/demandes/{number}/recu")
    String show(Actor.Agent agent, @PathVariable String number, Model model) {
        var known = RequestNumber.of(number).orElseThrow(NotFound::new);
        var request = requests.receiptSeenBy(agent, known).orElseThrow(NotFound::new);
        var receipt = requests.receipt(request.id());
        var unit = directory.unit(request.unit());
        model.addAttribute("request", request);
        model.addAttribute("receipt", receipt);
        model.addAttribute("qrCode", receipts.qrCode(receipt));
        model.addAttribute("representative", requests.representative(request.id()));
        model.addAttribute("unit", unit.name());
        model.addAttribute("phone", directory.phone(unit));
        return "desk/receipt";
    }
}
