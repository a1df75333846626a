package fr.traboule.configuration;

import fr.traboule.calendar.CityTime;
import fr.traboule.records.Entry;
import fr.traboule.records.RecordFiles;
import fr.traboule.routing.Coverage;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a city needs before people may use it, and whether it has it. */
@Component
class Checklist {

    private static final String CITY = ConfigurationPages.ADDRESS + "/";

    private final RecordFiles files;
    private final Coverage coverage;
    private final Clock clock;

    Checklist(RecordFiles files, Coverage coverage, Clock clock) {
        this.files = files;
        this.coverage = coverage;
        this.clock = clock;
    }

    /**
     * One thing to do.
     *
     * @param code of its sentences
     * @param count of what is there, or of what is missing
     */
    record Step(String code, boolean done, long count, String address) {}

    List<Step> steps() {
        var city = entries("city").stream().findFirst();
        var outlined = entries("areas").stream()
                .anyMatch(area -> city.filter(known -> known.cell("code").equals(area.cell("code")))
                        .isPresent());
        var places = entries("places");
        var lines = entries("phone_lines");
        var unconfirmed = unconfirmed(places) + unconfirmed(lines);
        var gaps = city.isEmpty()
                ? 0
                : coverage.gaps(CityTime.day(clock.instant())).size();
        return List.of(
                new Step("city", city.isPresent(), city.stream().count(), CITY + "city"),
                some("units", 2),
                new Step("areas", outlined, entries("areas").size(), CITY + "import"),
                some("addresses", 1),
                some("places", 1),
                some("phone_lines", 1),
                new Step("hours", unconfirmed == 0 && !places.isEmpty(), unconfirmed, "/administration/horaires"),
                some("subjects", 1),
                new Step("competences", gaps == 0 && !entries("competences").isEmpty(), gaps, CITY + "carte"),
                some("school_holidays", 1),
                some("commitments", 1),
                new Step("accounts", false, 0, "/administration/comptes"));
    }

    private Step some(String kind, int enough) {
        var count = entries(kind).size();
        return new Step(kind, count >= enough, count, CITY + kind);
    }

    private static long unconfirmed(Collection<Entry> some) {
        return some.stream()
                .filter(entry -> !entry.cell("hours").isEmpty())
                .filter(entry -> entry.cell("hours_verified_on").isEmpty())
                .count();
    }

    private Collection<Entry> entries(String kind) {
        return RecordFiles.read(files.byName(kind).orElseThrow()).values();
    }
}
