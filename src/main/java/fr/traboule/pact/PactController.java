package fr.traboule.pact;

import static java.util.stream.Collectors.groupingBy;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pact, to be read. */
@Controller
class PactController {

    private final Commitments commitments;

    PactController(Commitments commitments) {
        this.commitments = commitments;
    }

    @GetMapping("/pacte")
    String show(Model model) {
        model.addAttribute("commitments", commitments.all().stream().collect(groupingBy(Commitment::orientation)));
        return "pact/show";
    }
}
