package fr.traboule.web;

import fr.traboule.ground.access.CurrentActor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.ground.access.StaffMember;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Page} of each visit. */
@Component
class PageFactory {

    private final Messages messages;
    private final Theme.Source theme;
    private final Assets assets;
    private final CurrentActor actor;
    private final Permissions permissions;
    private final List<DeskLink> deskLinks;
    private final List<AdministrationLink> administrationLinks;
    private final Clock clock;

    PageFactory(
            Messages messages,
            Theme.Source theme,
            Assets assets,
            CurrentActor actor,
            Permissions permissions,
            List<DeskLink> deskLinks,
            List<AdministrationLink> administrationLinks,
            Clock clock) {
        this.messages = messages;
        this.theme = theme;
        this.assets = assets;
        this.actor = actor;
        this.permissions = permissions;
        this.deskLinks = deskLinks;
        this.administrationLinks = administrationLinks;
        this.clock = clock;
    }

    Page of(HttpServletRequest request) {
        var language = Language.of(RequestContextUtils.getLocale(request));
        var visit = new Page.Visit(
                path(request),
                request.getQueryString(),
                clock.instant(),
                () -> (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName())),
                actor.staff(),
                navigation());
        return new Page(messages, language, theme.current(), assets, visit);
    }

    /** What was asked for, also where a refusal or a failure is told on its behalf. */
    private static String path(HttpServletRequest request) {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .flatMap(name -> Stream.ofNullable(request.getAttribute(name)))
                .findFirst()
                .map(Object::toString)
                .orElseGet(request::getRequestURI);
    }

    /** What this member of staff may go to; nothing for visitors. */
    private Page.Navigation navigation() {
        return actor.staff()
                .map(StaffMember::actor)
                .map(agent -> new Page.Navigation(
                        deskLinks.stream()
                                .filter(link -> permissions.allow(agent, link.permission()))
                                .toList(),
                        administrationLinks.stream().anyMatch(link -> permissions.allow(agent, link.permission()))))
                .orElse(Page.Navigation.NONE);
    }

    Form form(BindingResult binding, HttpServletRequest request) {
        return new Form(binding, messages, RequestContextUtils.getLocale(request));
    }
}
