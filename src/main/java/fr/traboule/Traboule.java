package fr.traboule;

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
        SpringApplication.run(Traboule.class, args);
    }

    /** The only source of the present; acts receive it, tests fix it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
