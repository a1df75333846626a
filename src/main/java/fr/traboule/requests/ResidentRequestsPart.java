package fr.traboule.requests;

import fr.traboule.city.Whereabouts;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.history.History;
import fr.traboule.residents.ResidentCard;
import fr.traboule.residents.ResidentId;
import fr.traboule.residents.ResidentPart;
import fr.traboule.residents.ResidentPermission;
import fr.traboule.web.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests that are tied to a person's record, with all that was said, for the file that is made for them. */
@Component
@Order(10)
class ResidentRequestsPart implements ResidentPart {

    private final ResidentLinks links;
    private final Requests requests;
    private final JdbcDeliveries deliveries;
    private final CorrectText corrections;
    private final History history;
    private final Looks looks;
    private final Permissions permissions;

    ResidentRequestsPart(
            ResidentLinks links,
            Requests requests,
            JdbcDeliveries deliveries,
            CorrectText corrections,
            History requestsHistory,
            Looks looks,
            Permissions permissions) {
        this.links = links;
        this.requests = requests;
        this.deliveries = deliveries;
        this.corrections = corrections;
        this.history = requestsHistory;
        this.looks = looks;
        this.permissions = permissions;
    }

    @Override
    @Transactional
    public List<Line> of(Actor.Agent officer, ResidentCard person, Set<ResidentId> records, Wording wording) {
        permissions.require(officer, ResidentPermission.EXPORT);
        var lines = new ArrayList<Line>();
        for (var id : links.of(records)) {
            looks.add(officer.account(), id, Look.EXPORT, Look.Reason.DATA_PROTECTION);
            lines.addAll(lines(requests.byId(id).orElseThrow(), wording));
        }
        return lines;
    }

    private List<Line> lines(Request request, Wording in) {
        var about = in.text("requests.part.about", request.number().toString());
        var statement = requests.statement(request.id());
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                about, Optional.of(request.receivedAt()), in.text("requests.part.said"), statement.description()));
        corrections.former(request).reversed().stream()
                .filter(former -> former.which() instanceof CorrectText.Part)
                .forEach(former -> lines.add(
                        new Line(about, Optional.of(former.at()), in.text("requests.part.former"), former.words())));
        statement
                .where()
                .map(Whereabouts::label)
                .ifPresent(
                        place -> lines.add(new Line(about, Optional.empty(), in.text("requests.part.place"), place)));
        lines.add(new Line(
                about,
                Optional.empty(),
                in.text("requests.part.reach"),
                in.text(statement.contact().way()) + reach(statement.contact())));
        var said = requests.messages(request.id()).stream()
                .collect(Collectors.toMap(message -> message.id().toString(), Message::words));
        for (var told : history.of(request.id().value())) {
            var words = Optional.ofNullable(told.details().get("message")).map(said::get);
            lines.add(new Line(about, Optional.of(told.at()), in.text(FactKind.of(told.kind())), words.orElse("")));
        }
        for (var delivery : deliveries.of(request.id())) {
            lines.add(new Line(
                    about,
                    Optional.of(delivery.askedAt()),
                    in.text(delivery.kind()),
                    in.text("requests.part.delivery", in.text(delivery.notice()), in.text(delivery.state()))));
        }
        return lines;
    }

    private static String reach(Contact contact) {
        return List.of(contact.name(), contact.email(), contact.phone(), contact.postalAddress()).stream()
                .flatMap(Optional::stream)
                .map(value -> ", " + value)
                .collect(Collectors.joining());
    }
}
