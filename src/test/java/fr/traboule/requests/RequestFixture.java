package fr.traboule.requests;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;
import fr.traboule.residents.AnswerWay;
import fr.traboule.routing.Nature;
import fr.traboule.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Requests for the tests. */
public final class RequestFixture {

    private static final Random RANDOM = new Random();

    private RequestFixture() {}

    static Request received() {
        return with(RequestStatus.RECEIVED);
    }

    static Request with(RequestStatus status) {
        return new Request(
                RequestId.next(),
                RequestNumber.random(RANDOM),
                Nature.REPORT,
                Channel.WEB,
                Optional.empty(),
                new UnitId(UUID.randomUUID()),
                Optional.empty(),
                new OrganisationId(UUID.randomUUID()),
                Optional.empty(),
                status,
                Language.FR,
                Instant.parse("2026-11-23T09:00:00Z"),
                LocalDate.of(2026, 11, 30),
                false,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** Somebody who says something on the web and nothing of who they are. */
    public static NewRequest said(String description) {
        return said(description, Contact.NONE);
    }

    public static NewRequest said(String description, Contact contact) {
        return new NewRequest(
                RequestId.next(),
                Channel.WEB,
                Nature.REPORT,
                Optional.empty(),
                Language.FR,
                new Statement(description, Optional.empty(), contact),
                List.of());
    }

    public static Contact byEmail(String address) {
        return new Contact(AnswerWay.EMAIL, Optional.empty(), Optional.of(address), Optional.empty(), Optional.empty());
    }

    public static Contact byPhone(String number) {
        return new Contact(
                AnswerWay.PHONE,
                Optional.of("Michel Exemple"),
                Optional.empty(),
                Optional.of(number),
                Optional.empty());
    }

    public static Contact byLetter(String name) {
        return new Contact(
                AnswerWay.LETTER,
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.of("3 rue Garibaldi, 69003 Lyon"));
    }
}
