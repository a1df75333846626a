package fr.traboule.retention;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.AdministrationLink;
import fr.traboule.web.Wording;
import fr.traboule.works.WorkViews;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The life of what is kept: the rules, how much there is of each, lists of what may be destroyed. */
@Controller
class ArchivesController {

    static final String ADDRESS = "/administration/archives";
    private static final int MOST = 20;
    private static final int MOST_WORKS = 3;

    private final ProposeElimination propose;
    private final Proposals proposals;
    private final Rules rules;
    private final SubjectNames subjects;
    private final AccountNames names;
    private final Permissions permissions;
    private final WorkViews works;

    ArchivesController(
            ProposeElimination propose,
            Proposals proposals,
            Rules rules,
            SubjectNames subjects,
            AccountNames names,
            Permissions permissions,
            WorkViews works) {
        this.propose = propose;
        this.proposals = proposals;
        this.rules = rules;
        this.subjects = subjects;
        this.names = names;
        this.permissions = permissions;
        this.works = works;
    }

    /** A list as a line of the page. */
    record ProposalLine(Proposal proposal, String who) {}

    /** A rule as a line of the page. */
    record RuleLine(Rule rule, String what) {}

    @Bean
    static AdministrationLink archivesLink() {
        return new AdministrationLink(ADDRESS, "retention.title", "retention.summary", RetentionPermission.OVERSEE);
    }

    @GetMapping(ADDRESS)
    String show(
            Actor.Agent agent,
            @RequestParam(name = "avant", defaultValue = "") String before,
            Wording wording,
            Model model) {
        permissions.require(agent, RetentionPermission.OVERSEE);
        var found = proposals.before(ProposalId.of(before), MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute("figures", proposals.figures());
        model.addAttribute("ready", propose.ready(agent));
        model.addAttribute("most", ProposeElimination.MOST);
        model.addAttribute("mayPropose", permissions.allow(agent, RetentionPermission.PROPOSE));
        model.addAttribute(
                "rules",
                rules.all().stream()
                        .map(rule -> new RuleLine(rule, subjects.of(rule, wording)))
                        .toList());
        model.addAttribute(
                "lines",
                shown.stream()
                        .map(proposal -> new ProposalLine(proposal, names.of(proposal.proposedBy())))
                        .toList());
        model.addAttribute("works", works.askedBy(agent, EliminateWork.KIND, MOST_WORKS));
        model.addAttribute("first", before.isEmpty() ? null : ADDRESS);
        model.addAttribute(
                "next",
                found.size() > MOST ? ADDRESS + "?avant=" + shown.getLast().id().value() : null);
        return "retention/archives";
    }

    @PostMapping(ADDRESS + "/bordereaux")
    String propose(Actor.Agent agent) {
        return propose.propose(agent)
                .map(id -> "redirect:" + ProposalController.address(id))
                .orElse("redirect:" + ADDRESS);
    }
}
