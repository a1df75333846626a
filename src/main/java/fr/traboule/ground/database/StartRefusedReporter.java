package fr.traboule.ground.database;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Prints the sentence of a {@link StartRefused} alone, in place of a stack trace. Registered in {@code spring.factories}. */
class StartRefusedReporter implements SpringBootExceptionReporter {

    /** Spring Boot makes it with the context as its argument. */
    StartRefusedReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof StartRefused refused) {
            System.err.println(refused.getMessage());
            return true;
        }
        return false;
    }
}
