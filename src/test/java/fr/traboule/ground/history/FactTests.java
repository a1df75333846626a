package fr.traboule.ground.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.ground.access.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant I7: facts are ids, instants and codes. */
class FactTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in_progress",
                "2026-11-23",
                "0198c1f0-0000-7000-8000-000000000000",
                "2026-11-23T10:00:00Z",
                "69381"
            })
    void aFactKeepsIdsInstantsAndCodes(String detail) {
        assertThat(fact(detail).details()).containsValue(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jeanne Robin",
                "jeanne.robin@demo.example",
                "12, rue Garibaldi",
                "éteint",
                "",
                "a\nb",
                "<b>",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void aFactRefusesWords(String detail) {
        assertThatIllegalArgumentException().isThrownBy(() -> fact(detail));
    }

    private static Fact fact(String detail) {
        return Fact.of(UUID.randomUUID(), "received", Instant.EPOCH, new Actor.Resident(), Map.of("detail", detail));
    }
}
