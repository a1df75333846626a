package fr.traboule.reception;

import fr.traboule.city.Directory;
import fr.traboule.city.UnitId;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.history.History;
import fr.traboule.web.TimelineEntry;
import fr.traboule.web.Wording;
import fr.traboule.web.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns call-backs into what an agent is shown of them. */
@Component
class CallBackViews {

    private final Directory directory;
    private final AccountNames names;
    private final Clock clock;

    CallBackViews(Directory directory, AccountNames names, Clock clock) {
        this.directory = directory;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A call-back as a line.
     *
     * @param when in words
     */
    record CallBackLine(
            CallBack callBack, Optional<String> name, String when, Words unit, Optional<String> holder, boolean late) {}

    /** A call-back with all that is known of it. */
    record CallBackView(CallBackLine line, Caller caller, List<TimelineEntry> story) {}

    List<CallBackLine> lines(List<CallBacks.Entry> entries, Wording wording) {
        return entries.stream()
                .map(entry -> line(entry.callBack(), entry.name(), wording))
                .toList();
    }

    CallBackLine line(CallBack callBack, Optional<String> name, Wording wording) {
        return new CallBackLine(
                callBack,
                name,
                wording.text(
                        "reception.callBack.when",
                        wording.longDate(callBack.window().day()),
                        span(callBack.window().span(), wording)),
                directory.unit(callBack.unit()).name().in(wording.language()),
                callBack.heldBy().map(names::of),
                callBack.isLate(clock.instant()));
    }

    CallBackView view(ReadCallBacks.Sheet sheet, Wording wording) {
        return new CallBackView(
                line(sheet.callBack(), sheet.caller().name(), wording),
                sheet.caller(),
                sheet.story().stream().map(told -> entry(told, wording)).toList());
    }

    static String span(CallWindow.Span span, Wording wording) {
        var from = wording.time(span.from());
        var until = wording.time(span.until());
        if (span.isMorning()) {
            return wording.text("reception.span.morning", from, until);
        }
        return span.isAfternoon()
                ? wording.text("reception.span.afternoon", from, until)
                : wording.text("reception.span.hour", from, until);
    }

    private TimelineEntry entry(History.Told told, Wording wording) {
        var unit = Optional.ofNullable(told.details().get("unit"))
                .map(UUID::fromString)
                .map(UnitId::new)
                .map(id -> directory.unit(id).name().in(wording.language()).text());
        var by = Stream.concat(told.account().map(names::of).stream(), unit.stream())
                .collect(Collectors.joining(" → "));
        return new TimelineEntry(
                told.at(), wording.text(CallFact.of(told.kind())), by.isEmpty() ? null : by, null, false);
    }
}
