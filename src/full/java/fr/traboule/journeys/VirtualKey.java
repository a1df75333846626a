package fr.traboule.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A device with passkeys, in the browser itself, by the protocol of its developers' tools. */
final class VirtualKey {

    private final CDPSession session;
    private final String id;

    /** @param isTouched whether somebody puts a finger on it when it asks */
    VirtualKey(Page page, boolean isTouched) {
        session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", isTouched);
        var options = new JsonObject();
        options.add("options", device);
        id = session.send("WebAuthn.addVirtualAuthenticator", options)
                .get("authenticatorId")
                .getAsString();
    }

    void isTouched(boolean touched) {
        send("WebAuthn.setAutomaticPresenceSimulation", "enabled", touched);
    }

    /** Whether it is in the right hands. */
    void verifies(boolean verifies) {
        send("WebAuthn.setUserVerified", "isUserVerified", verifies);
    }

    private void send(String command, String name, boolean value) {
        var parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        parameters.addProperty(name, value);
        session.send(command, parameters);
    }
}
