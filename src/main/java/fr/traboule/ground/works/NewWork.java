package fr.traboule.ground.works;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A work that somebody asks for.
 *
 * @param kind which {@link LongWork} does it
 * @param titleArguments fill the gaps of its title, which whoever looks after the program sees: nobody's name or address
 * @param parameters what the kind needs, words included: forgotten when it is done or cancelled
 * @param file that it makes, if it makes one
 * @param alone whether no other of its kind may be under way
 * @param delay how long it waits before it begins: until then it can be cancelled without a trace
 */
public record NewWork(
        String kind,
        List<String> titleArguments,
        Map<String, String> parameters,
        Optional<WorkFile> file,
        boolean alone,
        Duration delay) {

    public NewWork {
        titleArguments = List.copyOf(titleArguments);
        parameters = Map.copyOf(parameters);
    }

    public static NewWork of(String kind) {
        return new NewWork(kind, List.of(), Map.of(), Optional.empty(), false, Duration.ZERO);
    }

    public NewWork titled(String... arguments) {
        return new NewWork(kind, List.of(arguments), parameters, file, alone, delay);
    }

    public NewWork with(String parameter, String value) {
        var more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new NewWork(kind, titleArguments, more, file, alone, delay);
    }

    public NewWork making(WorkFile made) {
        return new NewWork(kind, titleArguments, parameters, Optional.of(made), alone, delay);
    }

    public NewWork onlyOne() {
        return new NewWork(kind, titleArguments, parameters, file, true, delay);
    }

    public NewWork after(Duration wait) {
        return new NewWork(kind, titleArguments, parameters, file, alone, wait);
    }
}
