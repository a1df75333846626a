package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

/**
 * Our components give the HTML of govuk-frontend 5.14.0, whose authors tried it with assistive technologies: wherever
 * the options of one of their fixtures are within what ours can do, the two trees are the same. {@link Markup} names what
 * we do differently on purpose.
 */
class ComponentFixtureTests {

    private static final String FIELD = "(id|name|idPrefix|hint.text|errorMessage.text)=.*";
    private static final String LABEL = "label.text=.*";
    private static final String LABEL_AS_HEADING = "label.(isPageHeading|classes)=(true|govuk-label--l)";
    private static final String LEGEND = "fieldset.legend.text=.*";
    private static final String LEGEND_AS_HEADING =
            "fieldset.legend.(isPageHeading|classes)=(true|govuk-fieldset__legend--l)";
    private static final String ITEMS = "items.\\d+.(value|text|hint.text|id|name)=.*";
    private static final String CHOSEN = "items.\\d+.(checked|selected)=true";

    @ParameterizedTest
    @Fixtures(
            of = "input",
            with = {
                FIELD,
                LABEL,
                LABEL_AS_HEADING,
                "(value|type|inputmode|autocomplete)=.*",
                "classes=govuk-input--width-\\d+"
            },
            count = 18)
    void textFieldsAreTheLibrarysInputs(Fixture fixture) {
        var ours = labelled(fixture, fixture.text("value"));
        fixture.optional("type").ifPresent(type -> ours.put("type", type));
        fixture.optional("inputmode").ifPresent(mode -> ours.put("inputmode", mode));
        fixture.optional("autocomplete").ifPresent(purpose -> ours.put("autocomplete", purpose));
        fixture.optional("classes").ifPresent(width -> ours.put("width", Integer.valueOf(width.replaceAll("\\D", ""))));

        same(fixture, "text", ours);
    }

    @ParameterizedTest
    @Fixtures(
            of = "textarea",
            with = {FIELD, LABEL, LABEL_AS_HEADING, "(value|rows)=.*"},
            count = 8)
    void textareasAreTheLibrarys(Fixture fixture) {
        var ours = labelled(fixture, fixture.text("value"));
        ours.put("most", 1000);
        ours.put("rows", fixture.optional("rows").map(Integer::valueOf).orElse(5));

        same(fixture, "textarea", ours);
    }

    @ParameterizedTest
    @Fixtures(
            of = "select",
            with = {FIELD, LABEL, ITEMS, CHOSEN, "value=.*", "items.\\d+=(|null|false)"},
            count = 8)
    void selectsAreTheLibrarys(Fixture fixture) {
        var ours = labelled(fixture, fixture.optional("value").orElse(chosen(fixture, "selected")));
        ours.put("options", options(fixture));

        same(fixture, "select", ours);
    }

    @ParameterizedTest
    @Fixtures(
            of = "file-upload",
            with = {FIELD, LABEL, "multiple=true"},
            count = 6)
    void fileFieldsAreTheLibrarysUploads(Fixture fixture) {
        var ours = labelled(fixture, null);
        ours.put("multiple", fixture.has("multiple"));

        same(fixture, "file", ours);
    }

    @ParameterizedTest
    @Fixtures(
            of = "radios",
            needs = "fieldset",
            with = {FIELD, LEGEND, LEGEND_AS_HEADING, ITEMS, CHOSEN},
            count = 7)
    void radiosAreTheLibrarys(Fixture fixture) {
        var ours = withLegend(fixture, chosen(fixture, "checked"));
        ours.put("options", options(fixture));

        same(fixture, "radios", ours);
    }

    @ParameterizedTest
    @Fixtures(
            of = "checkboxes",
            needs = "fieldset",
            with = {FIELD, LEGEND, LEGEND_AS_HEADING, ITEMS, CHOSEN},
            count = 8)
    void checkboxesAreTheLibrarys(Fixture fixture) {
        var ours = withLegend(fixture, List.of(chosen(fixture, "checked")));
        ours.put("options", options(fixture));

        same(fixture, "checkboxes", ours);
    }

    @ParameterizedTest
    @Fixtures(
            of = "date-input",
            needs = "fieldset",
            with = {
                FIELD,
                LEGEND,
                "namePrefix=.*",
                "items.[01].(name|classes)=(day|month|govuk-input--width-2.*)",
                "items.2.(name|classes)=(year|govuk-input--width-4.*)"
            },
            except = {
                "day and month",
                "with error on day input",
                "with error on month input",
                "with error on year input"
            },
            count = 4)
    void datesAreTheLibrarysDateInputs(Fixture fixture) {
        same(fixture, "date", withLegend(fixture, new DateFields(null, null, null)));
    }

    @ParameterizedTest
    @Fixtures(
            of = "error-summary",
            with = {"titleText=There is a problem", "errorList.\\d+.(text|href)=.*"},
            needs = "errorList",
            except = {"without links", "mixed with and without links", "error list with html as text"},
            count = 2)
    void errorsAreTheLibrarysSummary(Fixture fixture) {
        var binding = new BeanPropertyBindingResult(new Kit.Answer(null), "form");
        fixture.each("errorList")
                .forEach(error -> binding.addError(
                        new FieldError("form", error.text("href").replace("#", ""), error.text("text"))));

        same(fixture, "errors", Map.of("page", Kit.page(Language.EN), "form", Kit.form(binding, Language.EN)));
    }

    @ParameterizedTest
    @Fixtures(
            of = "button",
            with = {
                "(text|name|value)=.*",
                "element=button",
                "classes=govuk-button--(secondary|warning)",
                "preventDoubleClick=false"
            },
            count = 8)
    void buttonsAreTheLibrarys(Fixture fixture) {
        var ours = new HashMap<String, Object>(Map.of("text", fixture.text("text")));
        fixture.optional("name").ifPresent(name -> ours.put("name", name));
        fixture.optional("value").ifPresent(value -> ours.put("value", value));
        ours.put("secondary", fixture.text("classes").endsWith("secondary"));
        ours.put("warning", fixture.text("classes").endsWith("warning"));

        same(fixture, "button", ours);
    }

    @ParameterizedTest
    @Fixtures(of = "details", with = "(summaryText|text|html)=.*", count = 5)
    void detailsAreTheLibrarys(Fixture fixture) {
        same(fixture, "details", Map.of("summary", fixture.text("summaryText"), "content", content(fixture)));
    }

    @ParameterizedTest
    @Fixtures(of = "inset-text", with = "(text|html)=.*", count = 3)
    void insetsAreTheLibrarysInsetTexts(Fixture fixture) {
        same(fixture, "inset", Map.of("content", content(fixture)));
    }

    @ParameterizedTest
    @Fixtures(
            of = "warning-text",
            needs = "text",
            with = {"text=.*", "iconFallbackText=Warning"},
            count = 4)
    void warningsAreTheLibrarysWarningTexts(Fixture fixture) {
        same(fixture, "warning", Map.of("page", Kit.page(Language.EN), "text", fixture.text("text")));
    }

    @ParameterizedTest
    @Fixtures(
            of = "tag",
            with = {"text=.*", "classes=govuk-tag--[a-z-]+"},
            count = 11)
    void tagsAreTheLibrarys(Fixture fixture) {
        var colour = fixture.optional("classes").map(classes -> classes.replace("govuk-tag--", ""));

        same(fixture, "tag", Map.of("text", fixture.text("text"), "colour", colour.orElse("blue")));
    }

    @ParameterizedTest
    @Fixtures(of = "back-link", with = "(?!)", count = 1)
    void linksBackAreTheLibrarys(Fixture fixture) {
        same(fixture, "back", Map.of("page", Kit.page(Language.EN), "address", "#"));
    }

    @ParameterizedTest
    @Fixtures(
            of = "summary-list",
            with = {
                "rows.\\d+.(key|value).text=.*",
                "rows.\\d+.actions.items.0.(href|text)=.*",
                "rows.\\d+=(|null|false)"
            },
            count = 4)
    void summariesAreTheLibrarysLists(Fixture fixture) {
        var rows = fixture.each("rows").stream()
                .map(row -> new SummaryRow(
                        row.text("key", "text"),
                        List.of(row.text("value", "text")),
                        row.has("actions") && !row.each("actions", "items").isEmpty() ? "/change" : null))
                .toList();

        same(fixture, "summary", Map.of("page", Kit.page(Language.EN), "rows", rows));
    }

    @ParameterizedTest
    @Fixtures(
            of = "notification-banner",
            needs = "type",
            with = {"type=success", "(text|titleId)=.*", "disableAutoFocus=.*"},
            count = 4)
    void noticesAreTheLibrarysBannersOfSuccess(Fixture fixture) {
        same(fixture, "notice", Map.of("page", Kit.page(Language.EN), "text", fixture.text("text")));
    }

    @ParameterizedTest
    @Fixtures(
            of = "panel",
            with = {"title(Text=.*|Html=[^<]*)", "(text|html)=.*"},
            except = "title with no body text",
            count = 4)
    void panelsAreTheLibrarys(Fixture fixture) {
        var title = fixture.optional("titleText").orElse(fixture.text("titleHtml"));

        same(fixture, "panel", Map.of("title", title, "content", content(fixture)));
    }

    private static void same(Fixture fixture, String template, Map<String, ?> ours) {
        assertThat(Markup.ofOurs(Kit.render(template, ours)))
                .as("%s, fixture « %s »", template, fixture)
                .isEqualTo(Markup.ofTheLibrary(fixture));
    }

    private static Map<String, Object> labelled(Fixture fixture, @Nullable Object typed) {
        return field(fixture, "label", fixture.at("label"), typed);
    }

    private static Map<String, Object> withLegend(Fixture fixture, @Nullable Object typed) {
        return field(fixture, "legend", fixture.at("fieldset", "legend"), typed);
    }

    private static Map<String, Object> field(Fixture fixture, String name, Fixture label, @Nullable Object typed) {
        var ours = new HashMap<String, Object>();
        ours.put("page", Kit.page(Language.EN));
        ours.put("form", Kit.form(typed, fixture.optional("errorMessage", "text")));
        ours.put("field", "field");
        ours.put(name, label.text("text"));
        fixture.optional("hint", "text").ifPresent(hint -> ours.put("hint", hint));
        if (label.has("isPageHeading")) {
            ours.put("heading", true);
        }
        return ours;
    }

    private static List<Option> options(Fixture fixture) {
        return fixture.each("items").stream()
                .map(item -> new Option(
                        item.optional("value").orElse(item.text("text")),
                        item.text("text"),
                        item.optional("hint", "text").orElse(null)))
                .toList();
    }

    /** The value of the item that is chosen; fixtures choose one at most. */
    private static String chosen(Fixture fixture, String how) {
        return fixture.each("items").stream()
                .filter(item -> item.has(how))
                .map(item -> item.text("value"))
                .findFirst()
                .orElse("none");
    }

    private static Content content(Fixture fixture) {
        return fixture.optional("html").map(Kit::markup).orElseGet(() -> Kit.words(fixture.text("text")));
    }
}
