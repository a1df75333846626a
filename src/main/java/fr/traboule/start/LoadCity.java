package fr.traboule.start;

import fr.traboule.ground.access.FirstAdministrator;
import fr.traboule.ground.database.StartRefused;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.ImportProblem;
import fr.traboule.records.ImportRefused;
import fr.traboule.records.LoadFolder;
import org.springframework.stereotype.Component;

/** Loads the city's own folder at each start, or the demonstration city at the first, when there is no account yet. */
@Component
class LoadCity {

    static final String DEMONSTRATION = "cities/lyon";
    private static final int STEPS = 2;

    private final StartSettings settings;
    private final LoadFolder loadFolder;
    private final FirstAdministrator firstAdministrator;
    private final Demonstration demonstration;
    private final Console console;

    LoadCity(
            StartSettings settings,
            LoadFolder loadFolder,
            FirstAdministrator firstAdministrator,
            Demonstration demonstration,
            Console console) {
        this.settings = settings;
        this.loadFolder = loadFolder;
        this.firstAdministrator = firstAdministrator;
        this.demonstration = demonstration;
        this.console = console;
    }

    /** @throws StartRefused naming the file and line of the city's folder that cannot be taken */
    void load() {
        try {
            if (settings.ownCity().isPresent()) {
                load(ImportFolder.on(settings.ownCity().get()));
            } else if (!settings.empty() && firstAdministrator.key().isPresent()) {
                loadDemonstration(ImportFolder.shipped(DEMONSTRATION));
            }
        } catch (ImportProblem | ImportRefused problem) {
            throw new StartRefused("The city cannot be loaded. " + problem.getMessage());
        }
    }

    private void loadDemonstration(ImportFolder folder) {
        load(folder);
        console.progress(2, STEPS, "accounts and requests of the demonstration");
        demonstration.add(folder);
    }

    private void load(ImportFolder folder) {
        console.progress(1, STEPS, "units, places, territory, subjects, the pact");
        loadFolder.load(folder);
    }
}
