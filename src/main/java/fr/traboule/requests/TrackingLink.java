package fr.traboule.requests;

/** The address, on our site, that opens a request for whoever has its number and secret: in messages and in the QR code. */
public final class TrackingLink {

    private TrackingLink() {}

    public static String of(RequestNumber number, TrackingSecret secret) {
        return "/suivi/%s?code=%s".formatted(number, secret);
    }
}
