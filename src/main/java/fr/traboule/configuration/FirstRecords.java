package fr.traboule.configuration;

import fr.traboule.records.Change.Origin;
import fr.traboule.records.Column;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.Line;
import fr.traboule.records.Proposal;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first records of a city: itself, one organisation, one unit that takes everything, and the subjects shipped for a start. */
@Component
class FirstRecords {

    /** Codes that the shipped subjects name too. */
    private static final String CITY = "ville";

    private static final String RECEPTION = "accueil";
    private static final ImportFolder STARTER = ImportFolder.shipped("cities/starter");
    private static final int PROMISE_DAYS = 10;
    private static final String BRAND = "#8f2f1b";
    private static final String LINK = "#7a2a18";

    private final RecordFiles files;
    private final Wordings wordings;

    FirstRecords(RecordFiles files, Wordings wordings) {
        this.files = files;
        this.wordings = wordings;
    }

    Proposal of(NewCityForm form) {
        var proposal = new Proposal(Origin.PAGE, Optional.empty());
        if (form.starter() != null) {
            var problems = proposal.writeFolder(files, STARTER, file -> false);
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The shipped subjects cannot be read: " + problems);
            }
        }
        var name = Objects.requireNonNull(form.name()).strip();
        write(
                proposal,
                "organisations",
                words(
                        "configuration.setUp.organisation",
                        name,
                        Map.of("code", CITY, "kind", "city", "phone", said(form.phone()))));
        write(
                proposal,
                "units",
                words("configuration.setUp.unit", name, Map.of("code", RECEPTION, "organisation", CITY)));
        write(proposal, "city", city(form, name));
        return proposal;
    }

    private static Map<String, String> city(NewCityForm form, String name) {
        var cells = new HashMap<String, String>();
        cells.put("code", said(form.code()));
        cells.put("name", name);
        cells.put("school_zone", said(form.zone()));
        cells.put("languages", languages(form));
        cells.put("brand", BRAND);
        cells.put("link", LINK);
        cells.put("phone", said(form.phone()));
        cells.put("address", said(form.address()));
        cells.put("website", said(form.website()));
        cells.put("triage_unit", RECEPTION);
        cells.put("complaint_unit", RECEPTION);
        cells.put("promise_days", String.valueOf(PROMISE_DAYS));
        return cells;
    }

    private static String languages(NewCityForm form) {
        var chosen = Optional.ofNullable(form.languages()).orElse(List.of());
        return Stream.of(Language.values())
                .filter(language -> language == Language.FR || chosen.contains(language.code()))
                .map(Language::code)
                .collect(Collectors.joining(" "));
    }

    /** With their name in French and English, to be said better later. */
    private Map<String, String> words(String key, String name, Map<String, String> cells) {
        var all = new HashMap<>(cells);
        for (var language : List.of(Language.FR, Language.EN)) {
            all.put("name_" + language.code(), wordings.in(language).text(key, name));
        }
        return all;
    }

    private void write(Proposal proposal, String kind, Map<String, String> cells) {
        var file = files.byName(kind).orElseThrow();
        proposal.write(file, new Line(file.name(), 0, whole(file, cells)));
    }

    private static Map<String, String> whole(RecordFile file, Map<String, String> cells) {
        return file.columns().stream()
                .map(Column::name)
                .collect(Collectors.toMap(column -> column, column -> cells.getOrDefault(column, "")));
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
