package fr.traboule.city;

import fr.traboule.ground.imports.ImportFolder;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads a city from its folder (see docs/city-folder.md), whole or not at all. Loading the same folder twice changes
 * nothing.
 */
@Service
public class ImportCity {

    private final ImportUnits units;
    private final ImportAreas areas;
    private final ImportPlaces places;
    private final ImportSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportCity(
            ImportUnits units,
            ImportAreas areas,
            ImportPlaces places,
            ImportSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.units = units;
        this.areas = areas;
        this.places = places;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** @throws fr.traboule.ground.imports.ImportProblem naming the file and the line that cannot be taken */
    @Transactional
    public void load(ImportFolder folder, boolean demonstration) {
        var at = clock.instant();
        units.load(folder);
        var territory = areas.load(folder);
        places.load(folder, territory);
        settings.load(folder, demonstration, at);
        events.publishEvent(new CityImported(at));
    }
}
