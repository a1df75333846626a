package fr.traboule.requests;

import fr.traboule.city.UnitId;
import fr.traboule.ground.access.Actor;
import fr.traboule.routing.Nature;
import fr.traboule.routing.RouteRequest;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints (« réclamations ») about what became of a request: requests of their own, that another unit answers than the one
 * complained of, then and later. Who complains is answered by the way they had chosen.
 */
@Service
public class Complaints {

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Receipts receipts;
    private final ReceiveRequest receiveRequest;
    private final RouteRequest routeRequest;
    private final Acts acts;

    Complaints(
            JdbcClient jdbc,
            Requests requests,
            Receipts receipts,
            ReceiveRequest receiveRequest,
            RouteRequest routeRequest,
            Acts acts) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.receipts = receipts;
        this.receiveRequest = receiveRequest;
        this.routeRequest = routeRequest;
        this.acts = acts;
    }

    /**
     * What a complaint is about.
     *
     * @param against the unit complained of, as it was then
     */
    public record Complained(RequestNumber number, UnitId against) {}

    /**
     * What is complained of, and in which words.
     *
     * @param id under which it is received once, however often it is sent
     */
    public record Complaint(RequestId id, Channel channel, Language language, String words) {}

    /** Of the person themselves; empty if number and code do not open the request. */
    @Transactional
    public Optional<Receipt> complain(Receipt about, Complaint complaint) {
        return requests.byNumber(about.number())
                .filter(request -> receipts.opens(request, about.secret()))
                .map(request -> complain(new Actor.Resident(), request, complaint));
    }

    /** Of the person, through an agent whom they met or called (invariant I2). */
    @Transactional
    public Receipt complain(Actor.Agent agent, RequestNumber about, Complaint complaint) {
        return complain(new Actor.ForResident(agent), acts.find(agent, about, RequestPermission.FILE), complaint);
    }

    private Receipt complain(Actor actor, Request about, Complaint complaint) {
        var statement = requests.statement(about.id());
        var wanted = new NewRequest(
                complaint.id(),
                complaint.channel(),
                Nature.COMPLAINT,
                Optional.empty(),
                complaint.language(),
                new Statement(
                        complaint.words(),
                        Optional.empty(),
                        statement.contact(),
                        statement.needs(),
                        statement.representative()),
                List.of());
        refuseAnothersId(complaint.id(), about);
        var receipt = receiveRequest.receive(actor, wanted, routeRequest.complaint(about.unit()));
        jdbc.sql("""
                        insert into requests.complaint (request_id, about_id, unit_id) values (?, ?, ?)
                        on conflict (request_id) do nothing
                        """)
                .params(complaint.id().value(), about.id().value(), about.unit().value())
                .update();
        return receipt;
    }

    /** The id comes from a form: that of another request must not give its receipt away. */
    private void refuseAnothersId(RequestId id, Request about) {
        var isAnothers = requests.byId(id)
                .filter(known -> about(known)
                        .filter(complained -> complained.number().equals(about.number()))
                        .isEmpty())
                .isPresent();
        if (isAnothers) {
            throw new NotFound();
        }
    }

    /** Empty where it is no complaint about a request. */
    public Optional<Complained> about(Request complaint) {
        return jdbc.sql("""
                        select r.number, c.unit_id
                          from requests.complaint c join requests.request r on r.id = c.about_id
                         where c.request_id = ?
                        """)
                .param(complaint.id().value())
                .query((row, number) -> new Complained(
                        new RequestNumber(row.getString("number")), new UnitId(row.getObject("unit_id", UUID.class))))
                .optional();
    }

    /** Complaints about a request, the first first. */
    public List<RequestNumber> of(Request request) {
        return jdbc.sql("""
                        select r.number
                          from requests.complaint c join requests.request r on r.id = c.request_id
                         where c.about_id = ?
                         order by c.request_id
                        """).param(request.id().value()).query(String.class).list().stream()
                .map(RequestNumber::new)
                .toList();
    }

    /** Whether that unit may answer: not the one complained of. */
    public boolean mayAnswer(Request request, UnitId unit) {
        return about(request)
                .filter(complained -> complained.against().equals(unit))
                .isEmpty();
    }
}
