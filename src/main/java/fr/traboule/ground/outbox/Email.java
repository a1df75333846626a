package fr.traboule.ground.outbox;

import java.util.Map;
import java.util.UUID;

/** An e-mail in plain text, as it travels through an outbox. */
public record Email(String to, String subject, String text) {

    public static final String KIND = "email";

    public Email {
        if (to.isBlank() || subject.contains("\n") || to.contains("\n")) {
            throw new IllegalArgumentException("An e-mail has one recipient and one line of subject");
        }
    }

    public OutboxMessage about(UUID subjectOfTheMatter) {
        return OutboxMessage.about(subjectOfTheMatter, KIND, Map.of("to", to, "subject", subject, "text", text));
    }

    public static Email from(OutboxMessage message) {
        return new Email(message.required("to"), message.required("subject"), message.required("text"));
    }
}
