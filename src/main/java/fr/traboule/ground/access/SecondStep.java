package fr.traboule.ground.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** The second step of signing in: a code, or a passkey that was checked, and the door opens. */
@Service
public class SecondStep {

    /** A code has a million values and three are good at a time: five guesses in a quarter of an hour find none in years. */
    private static final Throttle.Limit GUESSES = new Throttle.Limit("second-factor", 5, Duration.ofMinutes(15));

    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final Throttle throttle;
    private final LetIn letIn;
    private final RecentProof proof;

    SecondStep(Accounts accounts, SecondFactor secondFactor, Throttle throttle, LetIn letIn, RecentProof proof) {
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.throttle = throttle;
        this.letIn = letIn;
        this.proof = proof;
    }

    public enum Outcome {
        GOOD,
        WRONG,
        TOO_MANY_ATTEMPTS
    }

    /** Counts wrong codes: only who has the password comes here, so nobody else can use them up. */
    public Outcome check(PendingStaff pending, String code) {
        var who = pending.id().value().toString();
        if (throttle.reached(GUESSES, who)) {
            return Outcome.TOO_MANY_ATTEMPTS;
        }
        if (!secondFactor.check(pending.id(), code)) {
            throttle.count(GUESSES, who);
            return Outcome.WRONG;
        }
        return Outcome.GOOD;
    }

    /** Lets them in, and sends them where they wanted to go. */
    public void complete(PendingStaff pending, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        proof.shown(request.getSession());
        letIn.complete(account(pending), request, response);
    }

    /** Lets them in, and leaves them where they are. */
    public void letIn(PendingStaff pending, HttpServletRequest request, HttpServletResponse response) {
        proof.shown(request.getSession());
        letIn.letIn(account(pending), request, response);
    }

    private Account account(PendingStaff pending) {
        return accounts.byId(pending.id())
                .filter(account -> !account.isClosed())
                .orElseThrow();
    }
}
