package fr.traboule.start;

import fr.traboule.city.FindPlace;
import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileId;
import fr.traboule.ground.files.FileStore;
import fr.traboule.records.Line;
import fr.traboule.requests.Channel;
import fr.traboule.requests.ContactForm;
import fr.traboule.requests.HandleRequest;
import fr.traboule.requests.HandleRequest.Seen;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.ReceiveRequest;
import fr.traboule.requests.RequestId;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.Statement;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.ResidentId;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One request of the demonstration, that goes the same way as a real one: received, and for some taken and answered. */
@Component
class DemonstrationRequest {

    private final ReceiveRequest receiveRequest;
    private final HandleRequest handleRequest;
    private final Subjects subjects;
    private final FindPlace findPlace;
    private final FileCheck fileCheck;
    private final FileStore files;
    private final Clock clock;

    DemonstrationRequest(
            ReceiveRequest receiveRequest,
            HandleRequest handleRequest,
            Subjects subjects,
            FindPlace findPlace,
            FileCheck fileCheck,
            FileStore requestsFiles,
            Clock clock) {
        this.receiveRequest = receiveRequest;
        this.handleRequest = handleRequest;
        this.subjects = subjects;
        this.findPlace = findPlace;
        this.fileCheck = fileCheck;
        this.files = requestsFiles;
        this.clock = clock;
    }

    void add(Line line, Map<String, Actor.Agent> agents, Map<String, ResidentId> residents) {
        var way = AnswerWay.of(line.required("way"));
        var contact = new ContactForm(
                line.text("name").orElse(null),
                line.text("email").orElse(null),
                line.text("phone").orElse(null),
                line.ifThere("postal_address").orElse(null));
        var fieldAgent = line.ifThere("filed_by").map(agents::get);
        var receipt = receiveRequest.receive(
                fieldAgent.<Actor>map(agent -> agent).orElseGet(Actor.Resident::new),
                new NewRequest(
                        RequestId.next(),
                        fieldAgent.isPresent() ? Channel.FIELD_AGENT : Channel.WEB,
                        Nature.QUESTION,
                        line.text("subject").flatMap(subjects::byCode),
                        Language.of(line.required("language")).orElseThrow(),
                        new Statement(line.required("description"), where(line), contact.contact(way)),
                        line.ifThere("photo").map(drawn -> photo()).stream().toList(),
                        Optional.empty(),
                        line.text("resident").map(residents::get)));
        line.text("agent").map(agents::get).ifPresent(agent -> handle(agent, receipt.number(), line.text("answer")));
    }

    /** Of a street, with somebody's face and a plate that are to be hidden before anybody else sees it. */
    private FileId photo() {
        return switch (fileCheck.check("rue.png", StreetPhoto.drawn())) {
            case FileCheck.Accepted accepted ->
                files.store(accepted, clock.instant()).id();
            case FileCheck.Outcome refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private void handle(Actor.Agent agent, RequestNumber number, Optional<String> answer) {
        var taken = handleRequest.take(agent, new Seen(number, 0));
        if (taken instanceof HandleRequest.Done && answer.isPresent()) {
            handleRequest.answer(agent, new Seen(number, 1), answer.get());
        }
    }

    Optional<Whereabouts> where(Line line) {
        var said = new FindPlace.Said(
                line.text("place").orElse(null), line.ifThere("area").orElse(null), null);
        return switch (findPlace.find(said)) {
            case FindPlace.Nowhere nowhere -> Optional.empty();
            case FindPlace.Found found -> Optional.of(found.place());
            case FindPlace.WhichOne which ->
                Optional.of(findPlace.at(
                        which.addresses().getFirst().point(),
                        which.addresses().getFirst().label()));
        };
    }
}
