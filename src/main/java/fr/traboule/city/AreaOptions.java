package fr.traboule.city;

import fr.traboule.web.Option;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The areas as answers to choose from: each arrondissement, followed by its quarters; or the quarters alone. */
@Component
public class AreaOptions {

    private final Territory territory;

    AreaOptions(Territory territory) {
        this.territory = territory;
    }

    /** @param none what to call the first answer, that chooses no area */
    public List<Option> all(String none) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", none));
        for (var part : territory.parts()) {
            options.add(Option.of(part.code(), part.name()));
            territory.areas(Area.Level.QUARTIER).stream()
                    .filter(quarter -> part.code().equals(quarter.parent()))
                    .map(quarter -> Option.of(quarter.code(), part.name() + " – " + quarter.name()))
                    .forEach(options::add);
        }
        return options;
    }
}
