package fr.traboule.privacy;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is looked for in the log of accesses, as it stands in the address. */
record AccessLogForm(
        @Size(max = 40, message = "{privacy.log.number.wrong}") @Nullable
        String number,

        @Size(max = 254, message = "{privacy.log.person.wrong}") @Nullable
        String person,

        @Size(max = 254, message = "{privacy.log.agent.wrong}") @Nullable
        String agent,

        @Nullable String from,
        @Nullable String until) {

    static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean isEmpty() {
        return typed(number).isEmpty()
                && typed(person).isEmpty()
                && typed(agent).isEmpty()
                && typed(from).isEmpty()
                && typed(until).isEmpty();
    }
}
