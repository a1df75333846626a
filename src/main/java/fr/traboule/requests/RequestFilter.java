package fr.traboule.requests;

import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.traboule.calendar.CityTime;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountId;
import fr.traboule.routing.SubjectId;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which of the requests of a scope are wanted. It only ever takes away: whatever it names, nothing outside of the scope
 * appears.
 *
 * @param units one of which answers for it; all where empty
 * @param areas codes of the areas in one of which it is; all where empty
 * @param openOnly whether those that are done are left out
 * @param until the last day on which it was received
 */
public record RequestFilter(
        QueueView view,
        Optional<Set<UnitId>> units,
        Optional<SubjectId> subject,
        Optional<Set<String>> areas,
        Optional<AccountId> holder,
        Optional<RequestStatus> status,
        boolean openOnly,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    /** All of the scope. */
    public static final RequestFilter NONE = of(QueueView.ALL);

    public static RequestFilter of(QueueView view) {
        return new RequestFilter(
                view,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** On an alias {@code e} of {@code requests.search_entry}: none of what people typed stands in it. */
    String condition() {
        var parts = new ArrayList<String>();
        parts.add(view.condition());
        units.ifPresent(some -> parts.add("e.unit_id = any (:wantedUnits)"));
        subject.ifPresent(one -> parts.add("e.subject_id = :wantedSubject"));
        areas.ifPresent(some -> parts.add("e.area_code = any (:wantedAreas)"));
        holder.ifPresent(one -> parts.add("e.held_by = :wantedHolder"));
        status.ifPresent(one -> parts.add("e.status = :wantedStatus"));
        if (openOnly) {
            parts.add("e.open");
        }
        from.ifPresent(day -> parts.add("e.received_at >= :wantedFrom"));
        until.ifPresent(day -> parts.add("e.received_at < :wantedUntil"));
        return String.join(" and ", parts);
    }

    Map<String, Object> parameters(Scope scope, LocalDate today) {
        var parameters = new HashMap<String, Object>();
        parameters.put("today", today);
        parameters.put("wantedUnits", within(scope).stream().map(UnitId::value).toArray(UUID[]::new));
        subject.ifPresent(one -> parameters.put("wantedSubject", one.value()));
        areas.ifPresent(some -> parameters.put("wantedAreas", some.toArray(String[]::new)));
        holder.ifPresent(one -> parameters.put("wantedHolder", one.value()));
        status.ifPresent(one -> parameters.put("wantedStatus", one.code()));
        from.ifPresent(day -> parameters.put("wantedFrom", Timestamp.from(CityTime.startOf(day))));
        until.ifPresent(day -> parameters.put("wantedUntil", Timestamp.from(CityTime.startOf(day.plusDays(1)))));
        return parameters;
    }

    /** Whether the database does well to look at those units one by one. */
    boolean isOfFewUnits(Scope scope) {
        return within(scope).size() <= Scope.FEW_UNITS;
    }

    private Set<UnitId> within(Scope scope) {
        return units.map(some -> some.stream().filter(scope.units()::contains).collect(toUnmodifiableSet()))
                .orElse(scope.units());
    }
}
