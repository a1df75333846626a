package fr.traboule.start;

import fr.traboule.ground.access.FirstAdministrator;
import fr.traboule.ground.database.DataFolder;
import fr.traboule.records.ImportFolder;
import fr.traboule.web.Theme;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Loads what must be loaded, then tells the person at the terminal where everything is. */
@Component
class WhenStarted implements ApplicationRunner {

    private final LoadCity loadCity;
    private final FirstAdministrator firstAdministrator;
    private final Theme.Source theme;
    private final Optional<DataFolder> dataFolder;
    private final String baseUrl;
    private final Console console;

    WhenStarted(
            LoadCity loadCity,
            FirstAdministrator firstAdministrator,
            Theme.Source theme,
            ObjectProvider<DataFolder> dataFolder,
            @Value("${traboule.base-url}") String baseUrl,
            Console console) {
        this.loadCity = loadCity;
        this.firstAdministrator = firstAdministrator;
        this.theme = theme;
        this.dataFolder = Optional.ofNullable(dataFolder.getIfAvailable());
        this.baseUrl = baseUrl;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        loadCity.load();
        console.say("");
        console.say("Traboule is ready: " + baseUrl);
        if (theme.current().demonstration()) {
            sayAccounts();
        }
        firstAdministrator
                .key()
                .ifPresent(key ->
                        console.say("There is no account yet. Create the first administrator: %s/premier-compte/%s"
                                .formatted(baseUrl, key)));
        dataFolder.ifPresent(folder -> console.say("Data folder: " + folder.root()));
        console.say("Stop with Ctrl-C.");
    }

    private void sayAccounts() {
        console.say("Demonstration accounts, at %s/connexion with the password %s"
                .formatted(baseUrl, DemonstrationAccount.PASSWORD));
        ImportFolder.shipped(LoadCity.DEMONSTRATION).csv(Demonstration.ACCOUNTS).stream()
                .map(DemonstrationAccount::of)
                .forEach(account -> console.say("  %-26s %s".formatted(account.email(), account.what())));
    }
}
