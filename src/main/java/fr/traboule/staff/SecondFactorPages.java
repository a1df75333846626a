package fr.traboule.staff;

import fr.traboule.ground.access.SecondFactor;
import fr.traboule.web.QrCode;
import java.util.List;
import org.springframework.ui.Model;

/** The two pages by which a second factor is set up, on the way in as well as later. */
final class SecondFactorPages {

    private SecondFactorPages() {}

    static String setUp(SecondFactor.Enrolment enrolment, String action, Model model) {
        model.addAttribute("enrolment", enrolment);
        model.addAttribute("picture", QrCode.of(enrolment.address()));
        model.addAttribute("action", action);
        return "staff/setUpSecondFactor";
    }

    static String recovery(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        return "staff/recoveryCodes";
    }
}
