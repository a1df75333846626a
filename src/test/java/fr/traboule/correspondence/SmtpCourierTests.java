package fr.traboule.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.traboule.ground.outbox.Email;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Against a real SMTP server. */
class SmtpCourierTests {

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private SmtpCourier courier;

    @BeforeEach
    void start() {
        server.start();
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(server.getSmtp().getPort());
        courier = new SmtpCourier(smtp, "ville@demo.example");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theMessageArrivesWithItsAccentsAndItsArabic() throws Exception {
        courier.deliver(
                new Email("jeanne@demo.example", "Votre demande – reçue", "Bonjour,\nمرحباً").about(UUID.randomUUID()));

        var received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Votre demande – reçue");
        assertThat(received.getContent().toString()).isEqualToNormalizingNewlines("Bonjour,\nمرحباً");
        assertThat(received.getFrom()).extracting(Object::toString).containsExactly("ville@demo.example");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("jeanne@demo.example");
    }

    @Test
    void sentTwiceItCarriesTheSameIdentityBothTimes() throws Exception {
        var message = new Email("jeanne@demo.example", "Bonjour", "Bonjour").about(UUID.randomUUID());

        courier.deliver(message);
        courier.deliver(message);

        assertThat(server.getReceivedMessages())
                .extracting(received -> received.getHeader("Message-ID")[0])
                .containsExactly("<" + message.id() + "@demo.example>", "<" + message.id() + "@demo.example>");
    }

    @Test
    void noHolidayNoticeIsAskedFor() throws Exception {
        courier.deliver(new Email("jeanne@demo.example", "Bonjour", "Bonjour").about(UUID.randomUUID()));

        assertThat(server.getReceivedMessages()[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aServerThatIsDownIsNoticed() {
        server.stop();

        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> courier.deliver(
                        new Email("jeanne@demo.example", "Bonjour", "Bonjour").about(UUID.randomUUID())));
    }
}
