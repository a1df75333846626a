package fr.traboule.correspondence;

import fr.traboule.ground.outbox.Courier;
import fr.traboule.ground.outbox.Email;
import fr.traboule.ground.outbox.OutboxMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends e-mails over SMTP (RFC 5321), in plain text. The Message-ID is that of the outbox: whoever gets one twice, because a
 * machine stopped at the wrong moment, can tell.
 */
class SmtpCourier implements Courier {

    private final JavaMailSender smtp;
    private final String from;

    SmtpCourier(JavaMailSender smtp, String from) {
        this.smtp = smtp;
        this.from = from;
    }

    @Override
    public String kind() {
        return Email.KIND;
    }

    @Override
    public boolean deliver(OutboxMessage message) {
        smtp.send(mime -> write(Email.from(message), message, mime));
        return true;
    }

    private void write(Email email, OutboxMessage message, MimeMessage mime) throws MessagingException {
        var letter = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        letter.setFrom(from);
        letter.setTo(email.to());
        letter.setSubject(email.subject());
        letter.setText(email.text());
        // RFC 3834: no holiday notices in answer to this.
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.saveChanges();
        mime.setHeader("Message-ID", "<%s@%s>".formatted(message.id(), from.substring(from.indexOf('@') + 1)));
    }
}
