package fr.traboule.start;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What to start with.
 *
 * @param city folder of the city to load at each start; without it, the demonstration city at the first start
 * @param empty whether to load no city at all
 */
@ConfigurationProperties("traboule.start")
record StartSettings(
        @Nullable Path city, @DefaultValue("false") boolean empty) {

    Optional<Path> ownCity() {
        return Optional.ofNullable(city);
    }
}
