package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The style sheet in the sources is what its Sass makes. */
@Tag("full")
class StyleTests {

    @Test
    void theStyleSheetIsUpToDate() throws Exception {
        assertThat(Files.readString(Path.of("src/main/java/fr/traboule/web/assets/traboule.css")))
                .as("run bin/style")
                .isEqualTo(CompileStyle.compiled());
    }
}
