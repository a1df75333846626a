package fr.traboule.requests;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.requests.HandleRequest.ChangedMeanwhile;
import fr.traboule.requests.HandleRequest.Outcome;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.Message.Kind;
import fr.traboule.residents.AnswerWay;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A request that waits: for the person, who was asked for something, or for somebody else. The promised day stays. The person
 * is reminded a bounded number of times, then the agent is: nothing is ever closed in silence.
 */
@Service
public class WaitForOthers {

    private static final int BATCH = 200;

    private final Requests requests;
    private final Acts acts;
    private final Ledger ledger;
    private final TellPerson tellPerson;
    private final JdbcDeliveries deliveries;

    WaitForOthers(Requests requests, Acts acts, Ledger ledger, TellPerson tellPerson, JdbcDeliveries deliveries) {
        this.requests = requests;
        this.acts = acts;
        this.ledger = ledger;
        this.tellPerson = tellPerson;
        this.deliveries = deliveries;
    }

    /** Asks the person for what is missing. */
    @Transactional
    public Outcome askResident(Actor.Agent agent, Seen seen, String words) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.ASK_RESIDENT)
                .map(request -> {
                    var question = Message.of(Kind.QUESTION, words, acts.now());
                    var asked = request.after(RequestAct.ASK_RESIDENT);
                    var isWritten = ledger.change(request, asked, FactKind.ASKED_RESIDENT, question, agent);
                    if (isWritten) {
                        requests.waitUntil(new Waiting(
                                request.id(), 0, CityTime.day(acts.now()).plusDays(Waiting.DAYS_BETWEEN)));
                        tellPerson.tell(
                                asked,
                                requests.statement(request.id()).contact(),
                                Notice.of(NoticeKind.QUESTION, question));
                    }
                    return HandleRequest.written(isWritten, asked);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    /** @param why for those who work on it */
    @Transactional
    public Outcome waitForPartner(Actor.Agent agent, Seen seen, String why) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.WAIT_FOR_PARTNER)
                .map(request -> {
                    var reason = Message.of(Kind.NOTE, why, acts.now());
                    var waiting = request.after(RequestAct.WAIT_FOR_PARTNER);
                    return withoutReminders(
                            ledger.change(request, waiting, FactKind.WAITS_FOR_PARTNER, reason, agent), waiting);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    /** What it waited for came, or the agent does not wait any longer. */
    @Transactional
    public Outcome resume(Actor.Agent agent, Seen seen) {
        return acts.find(agent, seen, RequestPermission.HANDLE, RequestAct.RESUME)
                .map(request -> {
                    var resumed = request.after(RequestAct.RESUME);
                    return withoutReminders(
                            ledger.change(request, resumed, FactKind.RESUMED, acts.now(), agent), resumed);
                })
                .orElseGet(ChangedMeanwhile::new);
    }

    private Outcome withoutReminders(boolean isWritten, Request after) {
        if (isWritten) {
            requests.waitNoMore(after.id());
        }
        return HandleRequest.written(isWritten, after);
    }

    /** Reminds people whose day has come, and gives back to their agents the requests of those who were reminded enough. */
    @Transactional
    public int remind() {
        var due = requests.waitingOn(CityTime.day(acts.now()), BATCH);
        due.forEach(waiting -> requests.byId(waiting.request()).ifPresent(request -> remind(waiting, request)));
        return due.size();
    }

    /** Nobody is reminded of what they were not asked yet: a letter may not be posted, a call not made. */
    private void remind(Waiting waiting, Request request) {
        var today = CityTime.day(acts.now());
        var contact = requests.contactHeld(request.id());
        if (deliveries.isToBeAsked(request.id())) {
            requests.waitAnew(request.id(), today.plusDays(Waiting.DAYS_BETWEEN));
        } else if (contact.way() == AnswerWay.NONE || waiting.reminders() >= Waiting.MOST_REMINDERS) {
            giveBack(request);
        } else {
            tellPerson.tell(request, contact, new Notice(NoticeKind.REMINDER, question(request)));
            requests.waitUntil(waiting.remindedOn(today));
            if (contact.way() == AnswerWay.EMAIL) {
                ledger.tell(request.id(), FactKind.REMINDED, acts.now(), Map.of());
            }
        }
    }

    /** Who has no page at hand is told again what it was. */
    private Optional<Message> question(Request request) {
        return requests.messages(request.id()).stream()
                .filter(message -> message.kind() == Kind.QUESTION)
                .reduce((before, after) -> after);
    }

    /** Whoever changes it at this very moment comes first; the next sweep sees it again. */
    private void giveBack(Request request) {
        requests.waitNoMore(request.id());
        if (request.allows(RequestAct.RESUME)
                && !ledger.change(
                        request,
                        request.after(RequestAct.RESUME),
                        FactKind.NO_REPLY,
                        acts.now(),
                        new Actor.Program())) {
            throw new IllegalStateException(
                    "Request %s was changed meanwhile".formatted(request.id().value()));
        }
    }
}
