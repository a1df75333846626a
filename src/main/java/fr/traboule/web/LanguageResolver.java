package fr.traboule.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: the one chosen earlier, kept in a cookie, if this page is offered in it; else French. */
class LanguageResolver implements LocaleResolver {

    static final String COOKIE = "langue";

    private final Theme.Source theme;

    LanguageResolver(Theme.Source theme) {
        this.theme = theme;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .filter(language -> Area.of(request).offered(theme.current()).contains(language))
                .orElse(Language.FR)
                .locale();
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::of);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen at /langue");
    }
}
