package fr.traboule.home;

import fr.traboule.routing.Subjects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class HomeController {

    private final Subjects subjects;

    HomeController(Subjects subjects) {
        this.subjects = subjects;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("themes", subjects.themes());
        return "home/show";
    }
}
