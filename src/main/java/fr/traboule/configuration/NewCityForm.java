package fr.traboule.configuration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a city begins with.
 *
 * @param code of the commune (INSEE), as its outline and its open data name it
 * @param languages beside French
 * @param starter whether it begins with the subjects that every commune knows
 */
record NewCityForm(
        @NotBlank(message = "{configuration.setUp.name.missing}")
        @Size(max = 100, message = "{configuration.setUp.name.missing}")
        @Nullable
        String name,

        @NotNull(message = "{configuration.setUp.code.wrong}")
        @Pattern(regexp = "\\s*[0-9][0-9AB][0-9]{3}\\s*", message = "{configuration.setUp.code.wrong}")
        @Nullable
        String code,

        @NotNull(message = "{configuration.setUp.zone.missing}")
        @Pattern(regexp = "[ABC]", message = "{configuration.setUp.zone.missing}")
        @Nullable
        String zone,

        @Nullable List<String> languages,

        @Size(max = 40, message = "{configuration.setUp.long}") @Nullable
        String phone,

        @Size(max = 200, message = "{configuration.setUp.long}") @Nullable
        String address,

        @Size(max = 200, message = "{configuration.setUp.long}") @Nullable
        String website,

        @Nullable String starter) {

    static NewCityForm blank() {
        return new NewCityForm(null, null, null, List.of("en", "ar"), null, null, null, "yes");
    }
}
