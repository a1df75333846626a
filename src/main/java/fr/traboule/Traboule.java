package fr.traboule;

import fr.traboule.start.BusyPort;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The whole program. */
@Modulithic(systemName = "Traboule")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class Traboule {

    static void main(String[] args) {
        var program = new SpringApplication(Traboule.class);
        program.addInitializers(new BusyPort());
        program.run(args);
    }

    /** The only source of the present; acts receive it, tests fix it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
