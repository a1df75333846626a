package fr.traboule.answers;

import fr.traboule.city.Directory;
import fr.traboule.city.Unit;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.DeskLink;
import fr.traboule.web.Option;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** All model answers, by unit, by state, by words. */
@Controller
class ModelsController {

    static final String ADDRESS = "/agents/reponses-types";
    private static final int MOST = 50;
    private static final int LONGEST_SEARCH = 200;

    private final JdbcModels models;
    private final Directory directory;
    private final Permissions permissions;

    ModelsController(JdbcModels models, Directory directory, Permissions permissions) {
        this.models = models;
        this.directory = directory;
        this.permissions = permissions;
    }

    /** A model as a line of the page. */
    record ModelLine(JdbcModels.Line line, Words owner) {}

    @Bean
    static DeskLink modelsLink() {
        return new DeskLink(ADDRESS, "answers.title", AnswerPermission.READ);
    }

    @GetMapping(ADDRESS)
    String list(
            Actor.Agent agent,
            @RequestParam(name = "service", defaultValue = "") String owner,
            @RequestParam(name = "etat", defaultValue = "") String state,
            @RequestParam(name = "mots", defaultValue = "") String words,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        permissions.require(agent, AnswerPermission.READ);
        var asked = words.replace("\0", "").strip();
        var query = new JdbcModels.Query(
                directory.unit(owner).map(Unit::id),
                Arrays.stream(ModelState.values())
                        .filter(known -> known.code().equals(state))
                        .findFirst(),
                asked.substring(0, Math.min(asked.length(), LONGEST_SEARCH)),
                after.replace("\0", ""));
        var found = models.list(query, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(line -> new ModelLine(
                                line, directory.unit(line.owner()).name().in(wording.language())))
                        .toList());
        model.addAttribute("owner", owner);
        model.addAttribute("owners", owners(wording));
        model.addAttribute("state", state);
        model.addAttribute("states", states(wording));
        model.addAttribute("words", query.words());
        model.addAttribute("mayEdit", permissions.allow(agent, AnswerPermission.EDIT));
        var address = UriComponentsBuilder.fromPath(ADDRESS)
                .queryParam("service", owner)
                .queryParam("etat", state)
                .queryParam("mots", query.words());
        model.addAttribute("first", after.isEmpty() ? null : address.encode().toUriString());
        model.addAttribute(
                "next",
                found.size() > MOST
                        ? address.queryParam("apres", shown.getLast().code())
                                .encode()
                                .toUriString()
                        : null);
        return "answers/models";
    }

    private List<Option> owners(Wording wording) {
        return Stream.concat(
                        Stream.of(Option.of("", wording.text("answers.list.allOwners"))),
                        directory.units().stream()
                                .filter(Unit::open)
                                .map(unit -> Option.of(
                                        unit.code(),
                                        unit.name().in(wording.language()).text()))
                                .sorted(Comparator.comparing(Option::label)))
                .toList();
    }

    private static List<Option> states(Wording wording) {
        return Stream.concat(
                        Stream.of(Option.of("", wording.text("answers.list.inUse"))),
                        Arrays.stream(ModelState.values()).map(state -> Option.of(state.code(), wording.text(state))))
                .toList();
    }
}
