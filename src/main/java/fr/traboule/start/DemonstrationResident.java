package fr.traboule.start;

import fr.traboule.ground.access.Actor;
import fr.traboule.records.Line;
import fr.traboule.residents.AnswerWay;
import fr.traboule.residents.Basis;
import fr.traboule.residents.Detail;
import fr.traboule.residents.DetailKind;
import fr.traboule.residents.Grounds;
import fr.traboule.residents.KeepResident;
import fr.traboule.residents.Need;
import fr.traboule.residents.Needs;
import fr.traboule.residents.NewResident;
import fr.traboule.residents.Representative;
import fr.traboule.residents.ResidentId;
import fr.traboule.web.Language;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Somebody of the demonstration, invented, who wishes the city to keep a record of them, or of whom a law needs one. */
@Component
class DemonstrationResident {

    private final KeepResident keepResident;

    DemonstrationResident(KeepResident keepResident) {
        this.keepResident = keepResident;
    }

    ResidentId add(Line line, Map<String, Actor.Agent> agents) {
        var details = new ArrayList<Detail>();
        for (var kind : DetailKind.values()) {
            line.text(kind.name().toLowerCase(Locale.ROOT))
                    .ifPresent(values -> Stream.of(values.split(" \\| "))
                            .forEach(value -> details.add(Detail.of(kind, value, isShared(line, kind)))));
        }
        return keepResident.keep(
                Objects.requireNonNull(agents.get(line.required("agent"))),
                new NewResident(
                        ResidentId.next(),
                        new Grounds(Basis.valueOf(line.required("basis").toUpperCase(Locale.ROOT)), line.text("words")),
                        details,
                        AnswerWay.of(line.required("way")),
                        Language.of(line.required("language")).orElseThrow(),
                        new Needs(
                                line.text("needs").stream()
                                        .flatMap(codes -> Stream.of(codes.split(" ")))
                                        .map(Need::of)
                                        .toList(),
                                Optional.empty()),
                        line.text("representative")
                                .map(name -> new Representative(name, Representative.Quality.FAMILY))));
    }

    private static boolean isShared(Line line, DetailKind kind) {
        return line.text("shared")
                .filter(shared -> shared.contains(kind.name().toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
