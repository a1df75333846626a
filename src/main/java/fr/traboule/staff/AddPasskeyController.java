package fr.traboule.staff;

import fr.traboule.ground.access.AccountId;
import fr.traboule.ground.access.CurrentActor;
import fr.traboule.ground.access.PasskeyAnswer;
import fr.traboule.ground.access.Passkeys;
import fr.traboule.ground.access.PendingStaff;
import fr.traboule.ground.access.RecentProof;
import fr.traboule.ground.access.RegisterPasskey;
import fr.traboule.ground.access.SecondFactor;
import fr.traboule.ground.access.SecondStep;
import fr.traboule.ground.access.StaffMember;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Adding a passkey, in three steps: a name, the browser's own window, done. On one's account page, or on the way in where a
 * second factor must be and is not.
 */
@Controller
@RequestMapping({AddPasskeyController.MINE, AddPasskeyController.ON_THE_WAY_IN})
class AddPasskeyController {

    static final String MINE = MySecondFactorController.ADDRESS + "/cle";
    static final String ON_THE_WAY_IN = SecondStepController.SET_UP + "/cle";

    private final CurrentActor actor;
    private final OwnPasskeys own;
    private final Passkeys passkeys;
    private final SecondFactor secondFactor;
    private final SecondStep secondStep;
    private final RecentProof proof;

    AddPasskeyController(
            CurrentActor actor,
            OwnPasskeys own,
            Passkeys passkeys,
            SecondFactor secondFactor,
            SecondStep secondStep,
            RecentProof proof) {
        this.actor = actor;
        this.own = own;
        this.passkeys = passkeys;
        this.secondFactor = secondFactor;
        this.secondStep = secondStep;
        this.proof = proof;
    }

    record NameForm(
            @NotBlank(message = "{staff.addPasskey.name.missing}")
            @Size(max = 60, message = "{staff.addPasskey.name.missing}")
            @Nullable
            String name) {}

    @GetMapping({"", "/reponse"})
    String askName(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String browser,
            Wording wording,
            Model model) {
        var who = who();
        if (!mayAdd(who, request)) {
            return elsewhere(who);
        }
        var known = Browser.of(browser);
        model.addAttribute(
                "form",
                new NameForm(
                        known.isKnown() ? wording.text("staff.addPasskey.on", known.name(), known.machine()) : ""));
        return page(who, model);
    }

    @PostMapping
    String begin(
            HttpServletRequest request,
            @Valid @ModelAttribute("form") NameForm form,
            BindingResult errors,
            Model model) {
        var who = who();
        if (!mayAdd(who, request)) {
            return elsewhere(who);
        }
        return errors.hasErrors()
                ? page(who, model)
                : PasskeyPage.toMake(own.begin(who.id()), who.address(), Objects.requireNonNull(form.name()))
                        .show(model);
    }

    @PostMapping("/reponse")
    String finish(
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute PasskeyAnswer answer,
            @Valid @ModelAttribute("form") NameForm form,
            BindingResult errors,
            Model model) {
        var who = who();
        if (!mayAdd(who, request)) {
            return elsewhere(who);
        }
        if (errors.hasErrors()) {
            return page(who, model);
        }
        return switch (own.add(who.id(), Objects.requireNonNull(form.name()).strip(), answer)) {
            case RegisterPasskey.Registered registered -> {
                who.pending().ifPresent(pending -> secondStep.letIn(pending, request, response));
                proof.shown(request.getSession());
                yield registered.recoveryCodes().isEmpty()
                        ? "redirect:" + MySecondFactorController.ADDRESS + "?fait"
                        : SecondFactorPages.recovery(registered.recoveryCodes(), model);
            }
            case RegisterPasskey.TooLate late -> again(who, errors, "staff.passkeyNews.late", model);
            case RegisterPasskey.KnownAlready known -> again(who, errors, "staff.addPasskey.known", model);
            case RegisterPasskey.NotRight wrong -> again(who, errors, "staff.addPasskey.notRight", model);
        };
    }

    /** Who adds one. */
    private record Who(AccountId id, Optional<PendingStaff> pending) {

        String address() {
            return pending.isPresent() ? ON_THE_WAY_IN : MINE;
        }

        String before() {
            return pending.isPresent() ? SecondStepController.SET_UP : MySecondFactorController.ADDRESS;
        }
    }

    private Who who() {
        return actor.staff()
                .map(StaffMember::id)
                .map(id -> new Who(id, Optional.empty()))
                .or(() -> actor.pending().map(pending -> new Who(pending.id(), Optional.of(pending))))
                .filter(who -> passkeys.areOffered())
                .orElseThrow(NotFound::new);
    }

    /** The first second factor is there for the asking; whoever has one shows it first, and on the way in shows nothing else. */
    private boolean mayAdd(Who who, HttpServletRequest request) {
        return !secondFactor.isSetUp(who.id()) || who.pending().isEmpty() && proof.isRecent(request.getSession());
    }

    private static String elsewhere(Who who) {
        return "redirect:" + (who.pending().isPresent() ? SecondStepController.ADDRESS : ProofController.ADDRESS);
    }

    private static String again(Who who, BindingResult errors, String text, Model model) {
        errors.rejectValue("name", text);
        return page(who, model);
    }

    private static String page(Who who, Model model) {
        model.addAttribute("action", who.address());
        model.addAttribute("back", who.before());
        return "staff/addPasskey";
    }
}
