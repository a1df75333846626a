package fr.traboule.start;

import fr.traboule.city.ImportCity;
import fr.traboule.ground.access.FirstAdministrator;
import fr.traboule.ground.database.StartRefused;
import fr.traboule.ground.imports.ImportFolder;
import fr.traboule.ground.imports.ImportProblem;
import fr.traboule.pact.ImportCommitments;
import fr.traboule.routing.ImportSubjects;
import org.springframework.stereotype.Component;

/** Loads the city's own folder at each start, or the demonstration city at the first, when there is no account yet. */
@Component
class LoadCity {

    static final String DEMONSTRATION = "cities/lyon";
    private static final int STEPS = 4;

    private final StartSettings settings;
    private final ImportCity importCity;
    private final ImportSubjects importSubjects;
    private final ImportCommitments importCommitments;
    private final FirstAdministrator firstAdministrator;
    private final Demonstration demonstration;
    private final Console console;

    LoadCity(
            StartSettings settings,
            ImportCity importCity,
            ImportSubjects importSubjects,
            ImportCommitments importCommitments,
            FirstAdministrator firstAdministrator,
            Demonstration demonstration,
            Console console) {
        this.settings = settings;
        this.importCity = importCity;
        this.importSubjects = importSubjects;
        this.importCommitments = importCommitments;
        this.firstAdministrator = firstAdministrator;
        this.demonstration = demonstration;
        this.console = console;
    }

    /** @throws StartRefused naming the file and line of the city's folder that cannot be taken */
    void load() {
        try {
            if (settings.ownCity().isPresent()) {
                load(ImportFolder.on(settings.ownCity().get()), false);
            } else if (!settings.empty() && firstAdministrator.key().isPresent()) {
                loadDemonstration(ImportFolder.shipped(DEMONSTRATION));
            }
        } catch (ImportProblem problem) {
            throw new StartRefused("The city cannot be loaded. " + problem.getMessage());
        }
    }

    private void loadDemonstration(ImportFolder folder) {
        load(folder, true);
        console.progress(4, STEPS, "accounts and requests of the demonstration");
        demonstration.add(folder);
    }

    private void load(ImportFolder folder, boolean asDemonstration) {
        console.progress(1, STEPS, "units, places and territory");
        importCity.load(folder, asDemonstration);
        console.progress(2, STEPS, "subjects and who answers for them");
        importSubjects.load(folder);
        console.progress(3, STEPS, "the pact");
        importCommitments.load(folder);
    }
}
