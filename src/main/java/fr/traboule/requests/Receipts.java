package fr.traboule.requests;

import fr.traboule.ground.database.SecretKey;
import fr.traboule.web.QrCode;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a person takes away from a request, as often as it is needed: its number, its secret, the link that has both. */
@Component
public class Receipts {

    private final SecretKey key;
    private final String baseUrl;

    Receipts(SecretKey key, @Value("${traboule.base-url}") String baseUrl) {
        this.key = key;
        this.baseUrl = baseUrl;
    }

    Receipt of(Request request) {
        return of(request.id(), request.number());
    }

    Receipt of(RequestId id, RequestNumber number) {
        return new Receipt(number, TrackingSecret.of(id, key));
    }

    boolean opens(Request request, TrackingSecret typed) {
        return of(request).secret().isSameAs(typed);
    }

    /** Opens the request for whoever follows it: for messages and QR codes. */
    URI link(Receipt receipt) {
        return URI.create("%s/suivi/%s?code=%s".formatted(baseUrl, receipt.number(), receipt.secret()));
    }

    /** Straight to a page about the request. */
    URI link(Receipt receipt, String part) {
        return URI.create(link(receipt) + "&vers=" + part);
    }

    /** Where whoever has number and code types them. */
    public URI tracking() {
        return URI.create(baseUrl + "/suivi");
    }

    public QrCode qrCode(Receipt receipt) {
        return QrCode.of(link(receipt).toString());
    }
}
