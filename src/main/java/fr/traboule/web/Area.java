package fr.traboule.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/** The two sides of the counter: pages for everybody, and the desk, where those who work for the city do. */
enum Area {
    PUBLIC,
    DESK;

    private static final Pattern DESK_PATH = Pattern.compile("/(agents|administration)(/.*)?");
    private static final List<Language> DESK_LANGUAGES = List.of(Language.FR, Language.EN);

    static Area of(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return of(failed == null ? request.getRequestURI() : failed.toString());
    }

    static Area of(String path) {
        return DESK_PATH.matcher(path).matches() ? DESK : PUBLIC;
    }

    List<Language> offered(Theme theme) {
        return this == PUBLIC
                ? theme.languages()
                : DESK_LANGUAGES.stream().filter(theme.languages()::contains).toList();
    }
}
