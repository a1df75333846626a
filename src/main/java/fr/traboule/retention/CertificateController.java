package fr.traboule.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.web.NotFound;
import fr.traboule.web.Spreadsheet;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is left of what was destroyed: a page to be printed, the list, and the numbers whose digest it bears. */
@Controller
@RequestMapping(ArchivesController.ADDRESS + "/bordereaux/{id}")
class CertificateController {

    private final Proposals proposals;
    private final SubjectNames subjects;
    private final AccountNames names;
    private final Permissions permissions;

    CertificateController(Proposals proposals, SubjectNames subjects, AccountNames names, Permissions permissions) {
        this.proposals = proposals;
        this.subjects = subjects;
        this.names = names;
        this.permissions = permissions;
    }

    @GetMapping("/certificat")
    String show(Actor.Agent agent, @PathVariable String id, Wording wording, Model model) {
        permissions.require(agent, RetentionPermission.OVERSEE);
        var known = known(id);
        var certificate = proposals.certificate(known).orElseThrow(NotFound::new);
        model.addAttribute("certificate", certificate);
        model.addAttribute("proposedBy", names.of(certificate.proposedBy()));
        model.addAttribute("visaBy", names.of(certificate.visaBy()));
        model.addAttribute("rules", proposals.rules(known));
        model.addAttribute(
                "counts",
                proposals.bySubjectAndYear(known).stream()
                        .map(each -> new ProposalController.CountLine(
                                subjects.of(each.subject(), wording), each.year(), each.count()))
                        .toList());
        return "retention/certificate";
    }

    /** All that is on the list, with what became of it. */
    @GetMapping("/bordereau.csv")
    ResponseEntity<byte[]> list(Actor.Agent agent, @PathVariable String id, Wording wording) {
        permissions.require(agent, RetentionPermission.OVERSEE);
        var proposal = proposals.byId(known(id)).orElseThrow(NotFound::new);
        var head = Stream.of("number", "subject", "unit", "received", "ended", "rule", "state")
                .map(column -> wording.text("retention.entry." + column))
                .toList();
        var lines = proposals.entries(proposal.id(), "", ProposeElimination.MOST).stream()
                .map(entry -> List.of(
                        entry.number().toString(),
                        subjects.of(entry.subject(), wording),
                        subjects.of(entry.unit(), wording),
                        wording.shortDate(entry.receivedAt()),
                        wording.shortDate(entry.endedAt()),
                        entry.rule(),
                        state(entry, wording)));
        return saved("bordereau-" + proposal.reference() + ".csv", "csv", Spreadsheet.csv(Optional.of(head), lines));
    }

    /** As the digest of the certificate is made of it: one a line. */
    @GetMapping("/numeros.txt")
    ResponseEntity<byte[]> numbers(Actor.Agent agent, @PathVariable String id) {
        permissions.require(agent, RetentionPermission.OVERSEE);
        var certificate = proposals.certificate(known(id)).orElseThrow(NotFound::new);
        var text = new StringBuilder();
        proposals
                .destroyedNumbers(certificate.proposal())
                .forEach(number -> text.append(number).append('\n'));
        return saved(
                "numeros-" + certificate.reference() + ".txt",
                "plain",
                text.toString().getBytes(UTF_8));
    }

    static String state(ProposalEntry entry, Wording wording) {
        return entry.out()
                .map(wording::text)
                .orElseGet(
                        () -> wording.text(entry.destroyed() ? "retention.entry.destroyed" : "retention.entry.listed"));
    }

    private static ResponseEntity<byte[]> saved(String name, String subtype, byte[] content) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", subtype, UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static ProposalId known(String id) {
        return ProposalId.of(id).orElseThrow(NotFound::new);
    }
}
