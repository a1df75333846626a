package fr.traboule;

import fr.traboule.ground.database.TestDatabase;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another program, on an empty database of its own, started with the folder of a city. */
public final class AnotherProgram {

    private AnotherProgram() {}

    public static ConfigurableApplicationContext of(Path city) {
        return new SpringApplicationBuilder(Traboule.class, StaffFixture.class)
                .initializers(new TestDatabase())
                .run("--traboule.start.city=" + city, "--traboule.data=target/test-home-another", "--server.port=0");
    }
}
