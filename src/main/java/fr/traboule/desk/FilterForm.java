package fr.traboule.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.constraints.Size;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which requests are wanted, as it stands in the address.
 *
 * @param view code of a part of the queue
 * @param state {@link #OPEN} where those that are done are left out
 * @param from first day on which it was received
 */
record FilterForm(
        @Size(max = LONGEST, message = UNKNOWN) @BindParam(VIEW) @Nullable
        String view,

        @Size(max = LONGEST, message = UNKNOWN) @Nullable String unit,

        @Size(max = LONGEST, message = UNKNOWN) @Nullable String subject,

        @Size(max = LONGEST, message = UNKNOWN) @Nullable String area,

        @Size(max = LONGEST, message = UNKNOWN) @Nullable String person,

        @Size(max = LONGEST, message = UNKNOWN) @Nullable String status,

        @Size(max = LONGEST, message = UNKNOWN) @Nullable String state,

        @Size(max = LONGEST, message = WRONG_DAY) @Nullable String from,

        @Size(max = LONGEST, message = WRONG_DAY) @Nullable String until) {

    static final String VIEW = "vue";
    static final String OPEN = "ouvertes";
    private static final int LONGEST = 100;
    private static final String UNKNOWN = "{desk.filter.unknown}";
    private static final String WRONG_DAY = "{desk.filter.day}";

    /** What was given, by the names that it has in the address. */
    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, VIEW, view);
        put(given, "unit", unit);
        put(given, "subject", subject);
        put(given, "area", area);
        put(given, "person", person);
        put(given, "status", status);
        put(given, "state", state);
        put(given, "from", from);
        put(given, "until", until);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        typed(value).ifPresent(text -> given.put(name, text));
    }

    static Optional<String> typed(@Nullable String field) {
        return Optional.ofNullable(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    static FilterForm of(Map<String, String> given) {
        return new FilterForm(
                given.get(VIEW),
                given.get("unit"),
                given.get("subject"),
                given.get("area"),
                given.get("person"),
                given.get("status"),
                given.get("state"),
                given.get("from"),
                given.get("until"));
    }

    /** As the query of an address; the same for the same filters. */
    String query() {
        return query(given());
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** @param query as {@link #query()} writes it */
    static FilterForm read(String query) {
        try {
            return of(Arrays.stream(query.split("&"))
                    .map(each -> each.split("=", 2))
                    .filter(parts -> parts.length == 2)
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> URLDecoder.decode(parts[1], UTF_8), (one, other) -> one)));
        } catch (IllegalArgumentException broken) {
            return of(Map.of(VIEW, query));
        }
    }

    static String address(String path, Map<String, String> parameters) {
        return parameters.isEmpty() ? path : path + "?" + query(parameters);
    }
}
