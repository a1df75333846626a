package fr.traboule.correspondence;

import fr.traboule.ground.outbox.Courier;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** How e-mails leave: over SMTP where a mail server is set up, into the administrators' mailbox otherwise. */
@Configuration(proxyBeanMethods = false)
class CorrespondenceConfiguration {

    @Bean
    Courier emailCourier(
            ObjectProvider<JavaMailSender> smtp,
            @Value("${traboule.mail.from}") String from,
            Mailbox mailbox,
            Clock clock) {
        var server = smtp.getIfAvailable();
        return server == null ? new MailboxCourier(mailbox, clock) : new SmtpCourier(server, from);
    }
}
