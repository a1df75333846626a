package fr.traboule.web;

import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The accessibility statement in the form that RGAA 4.1 asks (law 2005-102, article 47): not compliant until somebody
 * audits the site.
 */
@Controller
class AccessibilityController {

    private static final LocalDate MADE_ON = LocalDate.of(2026, 11, 22);

    @GetMapping("/accessibilite")
    String show(Model model) {
        model.addAttribute("madeOn", MADE_ON);
        return "web/accessibility";
    }
}
