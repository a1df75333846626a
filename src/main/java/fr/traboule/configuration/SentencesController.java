package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.web.Language;
import fr.traboule.web.TextCatalogue;
import fr.traboule.web.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a sentence of the public pages by its words, to say it in the city's own. */
@Controller
class SentencesController {

    private static final int SHOWN = 50;

    private final TextCatalogue catalogue;
    private final RecordFiles files;
    private final Permissions permissions;

    SentencesController(TextCatalogue catalogue, RecordFiles files, Permissions permissions) {
        this.catalogue = catalogue;
        this.files = files;
        this.permissions = permissions;
    }

    /**
     * A sentence in one language.
     *
     * @param own in the city's words, if it says it so
     */
    record Sentence(String key, Language language, String shipped, Optional<String> own) {

        /** Where it is said otherwise. */
        String address() {
            return ConfigurationPages.ADDRESS + "/texts/"
                    + own.map(words -> "fiche?cle=" + RecordsController.coded(key + "|" + language.code()))
                            .orElseGet(() -> "nouveau?key=" + key + "&language=" + language.code() + "&words="
                                    + RecordsController.coded(shipped));
        }
    }

    @GetMapping(ConfigurationPages.ADDRESS + "/phrases")
    String search(
            Actor actor, @RequestParam(name = "q", defaultValue = "") String words, Wording wording, Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        model.addAttribute("words", words);
        model.addAttribute("sentences", words.isBlank() ? List.of() : find(words.strip()));
        return "configuration/sentences";
    }

    private List<Sentence> find(String words) {
        var own = RecordFiles.read(files.byName("texts").orElseThrow());
        var wanted = words.toLowerCase(Locale.ROOT).replace('\'', '’');
        return List.of(Language.values()).stream()
                .flatMap(language -> catalogue.keys().stream()
                        .flatMap(key -> catalogue.shipped(language, key).stream()
                                .map(shipped -> new Sentence(
                                        key,
                                        language,
                                        shipped,
                                        Optional.ofNullable(own.get(key + "|" + language.code()))
                                                .map(entry -> entry.cell("words"))))))
                .filter(sentence -> sentence.shipped()
                                .toLowerCase(Locale.ROOT)
                                .replace('\u00a0', ' ')
                                .contains(wanted)
                        || sentence.key().contains(wanted)
                        || sentence.own().orElse("").toLowerCase(Locale.ROOT).contains(wanted))
                .limit(SHOWN)
                .toList();
    }
}
