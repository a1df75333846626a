package fr.traboule.web;

import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.StaffMember;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What every page knows: its language and texts, where it is, whose city it is, who looks at it. Each page gets one. */
public final class Page extends Wording {

    private final Messages messages;
    private final Theme theme;
    private final Assets assets;
    private final Visit visit;

    /**
     * One visit of one page.
     *
     * @param path of the address, without the query
     * @param query what the address asks, if anything
     * @param csrf made only if the page has a form
     */
    record Visit(
            String path,
            @Nullable String query,
            Instant now,
            Supplier<CsrfToken> csrf,
            Optional<StaffMember> staff,
            Navigation navigation) {}

    /** Where a member of staff may go. */
    record Navigation(List<DeskLink> desk, boolean administration) {

        static final Navigation NONE = new Navigation(List.of(), false);
    }

    Page(Messages messages, Language language, Theme theme, Assets assets, Visit visit) {
        super(messages, language);
        this.messages = messages;
        this.theme = theme;
        this.assets = assets;
        this.visit = visit;
    }

    /** The same page, for a part of it that is to be read by somebody who speaks another language. */
    public Page in(Language other) {
        return new Page(messages, other, theme, assets, visit);
    }

    public Theme theme() {
        return theme;
    }

    public String path() {
        return visit.path();
    }

    /** Where this page is, with what the address asks: a form that comes back to it loses nothing. */
    public String address() {
        return visit.query() == null ? visit.path() : visit.path() + "?" + visit.query();
    }

    /** Whether this page is that address or below it, and no entry of the navigation fits better. */
    public boolean isCurrent(String address) {
        return isAtOrBelow(address)
                && deskLinks().stream()
                        .map(DeskLink::address)
                        .noneMatch(other -> other.length() > address.length() && isAtOrBelow(other));
    }

    private boolean isAtOrBelow(String address) {
        return visit.path().equals(address) || visit.path().startsWith(address + "/");
    }

    public boolean isDesk() {
        return Area.of(visit.path()) == Area.DESK;
    }

    /** The languages this page is offered in. */
    public List<Language> languages() {
        return Area.of(visit.path()).offered(theme);
    }

    /** Chooses a language and comes back to this page. */
    public String languageLink(Language other) {
        return LanguageController.link(other, visit.path(), visit.query());
    }

    public Optional<StaffMember> staff() {
        return visit.staff();
    }

    /** The entries of the desk that this member of staff may use. */
    public List<DeskLink> deskLinks() {
        return visit.navigation().desk();
    }

    /** Whether there is something to administer for this member of staff. */
    public boolean administers() {
        return visit.navigation().administration();
    }

    public CsrfToken csrf() {
        return visit.csrf().get();
    }

    /** The address of a file of the program, which changes when the file does. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** « aujourd’hui à 8 h 45 », « mardi à 8 h 45 », or with the date where it is not within the week. */
    public String moment(Instant instant) {
        var day = CityTime.day(instant);
        var time = time(CityTime.time(instant));
        return switch ((int) ChronoUnit.DAYS.between(CityTime.day(visit.now()), day)) {
            case 0 -> text("web.moment.today", time);
            case 1 -> text("web.moment.tomorrow", time);
            case 2, 3, 4, 5, 6 -> text("web.dateTime", weekday(day), time);
            default -> text("web.dateTime", longDate(day), time);
        };
    }

    /** The style sheet of the city's colours. */
    public String themeAddress() {
        return ThemeController.address(theme);
    }
}
