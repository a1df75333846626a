package fr.traboule;

import fr.traboule.answers.ModelFixture;
import fr.traboule.ground.database.TestDatabase;
import fr.traboule.ground.works.WorkFixture;
import fr.traboule.paper.PaperFixture;
import fr.traboule.retention.EliminationFixture;
import fr.traboule.retention.KeptFixture;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole program on a real PostgreSQL; all such tests share one program, so each uses data of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"traboule.data=target/test-home", "server.port=0", "traboule.limits.trusted=127.0.0.1"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import({
    StaffFixture.class,
    PaperFixture.class,
    WorkFixture.class,
    KeptFixture.class,
    EliminationFixture.class,
    ModelFixture.class
})
public @interface WholeProgramTest {}
