package fr.traboule.paper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where scanners put letters.
 *
 * @param folder that is emptied into the register; none is where there is none
 * @param unit code of the unit that qualifies them; without it, the one for what nobody knows how to place
 * @param stable how long nothing must have changed in a file before it is taken: a scanner may still be writing
 */
@ConfigurationProperties("traboule.letters")
record LettersSettings(
        @Nullable Path folder,
        @Nullable String unit,
        @DefaultValue("10s") Duration stable) {

    /** An empty setting is none. */
    Optional<Path> watched() {
        return Optional.ofNullable(folder).filter(path -> !path.toString().isBlank());
    }
}
