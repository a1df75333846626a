package fr.traboule.web;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML as lines to compare: one element or text a line, attributes and classes in order, white space aside. The methods
 * name what we do differently from govuk-frontend on purpose; all the rest must be the same.
 */
final class Markup {

    /** The sizes of labels and legends, the colour that a tag has by itself, what people typed. */
    private static final Set<String> OUR_CLASSES =
            Set.of("govuk-label--s", "govuk-fieldset__legend--s", "govuk-tag--blue", "app-typed");

    /** Directions of writing are marked, and a wrong field says so to screen readers. */
    private static final Set<String> OUR_ATTRIBUTES = Set.of("dir", "aria-invalid");

    private static final Set<String> ID_ATTRIBUTES = Set.of("id", "for", "aria-describedby", "aria-labelledby");

    private final Document html;

    private Markup(String html) {
        this.html = Jsoup.parseBodyFragment(html);
        withoutScriptHooks();
        withoutEmptyValues();
        withOneWayToNameActions();
    }

    static String ofTheLibrary(Fixture fixture) {
        var markup = new Markup(fixture.html());
        markup.withOurIds(fixture);
        markup.withValuesOfOptions();
        return markup.lines();
    }

    static String ofOurs(String html) {
        var markup = new Markup(html);
        markup.withoutOurAttributesAndClasses();
        markup.withoutOurWrappers();
        markup.withoutTheLimitOfTextareas();
        markup.withTheLibrarysTitleOfNotices();
        return markup.lines();
    }

    /** There is no script to hook on. */
    private void withoutScriptHooks() {
        html.getAllElements()
                .forEach(element -> element.attributes().asList().stream()
                        .map(Attribute::getKey)
                        .filter(name -> name.startsWith("data-"))
                        .forEach(element::removeAttr));
    }

    /** A field with nothing in it may say so or not. */
    private void withoutEmptyValues() {
        html.select("input[value='']").removeAttr("value");
    }

    /** Our summary lists have one action: « Change », with the row's key for those who do not see it. */
    private void withOneWayToNameActions() {
        html.select(".govuk-summary-list__actions a").attr("href", "#").html("Change");
    }

    private void withoutOurAttributesAndClasses() {
        html.getAllElements().forEach(element -> {
            OUR_ATTRIBUTES.forEach(element::removeAttr);
            OUR_CLASSES.forEach(element::removeClass);
        });
    }

    /** Names of things stand in an isolate, the lines of an answer are paragraphs. */
    private void withoutOurWrappers() {
        html.select("bdi, dd > p").unwrap();
    }

    /** Our textareas always say how much they take, at the end of the hint. */
    private void withoutTheLimitOfTextareas() {
        for (var textarea : html.select("textarea")) {
            var hint = html.expectFirst(".govuk-hint");
            hint.text(
                    hint.text().replaceFirst("Up to [\\d,]+ characters\\.$", "").strip());
            if (hint.text().isEmpty()) {
                hint.remove();
                describe(textarea, describers(textarea).filter(id -> !id.equals(hint.id())));
            }
        }
    }

    private void withTheLibrarysTitleOfNotices() {
        html.select(".govuk-notification-banner__title").html("Success");
    }

    /** An option without a value has its text for value; ours always say it. */
    private void withValuesOfOptions() {
        html.select("option:not([value])").forEach(option -> option.attr("value", option.text()));
    }

    private static Stream<String> describers(Element field) {
        return Arrays.stream(field.attr("aria-describedby").split(" "));
    }

    private static void describe(Element field, Stream<String> ids) {
        var left = ids.collect(Collectors.joining(" "));
        if (left.isEmpty()) {
            field.removeAttr("aria-describedby");
        } else {
            field.attr("aria-describedby", left);
        }
    }

    /** One field has one name, which is its id too; its items are counted, the parts of a date are its properties. */
    private void withOurIds(Fixture fixture) {
        var items = html.select("input[type=radio], input[type=checkbox]");
        for (var i = 0; i < items.size(); i++) {
            rename(items.get(i).id(), i == 0 ? "field" : "field-" + (i + 1));
        }
        Stream.of("idPrefix", "id", "name")
                .filter(fixture::has)
                .findFirst()
                .ifPresent(option -> rename(fixture.text(option), "field"));
        html.select("input, textarea, select").attr("name", "field");
        html.select(".govuk-date-input__input")
                .forEach(part -> part.attr("name", part.id().replace('-', '.')));
        rename(fixture.has("titleId") ? fixture.text("titleId") : "govuk-notification-banner-title", "notice-title");
    }

    private void rename(String from, String to) {
        for (var name : ID_ATTRIBUTES) {
            for (var element : html.select("[" + name + "]")) {
                element.attr(
                        name,
                        Arrays.stream(element.attr(name).split(" "))
                                .map(id -> id.equals(from) || id.startsWith(from + "-")
                                        ? to + id.substring(from.length())
                                        : id)
                                .collect(Collectors.joining(" ")));
            }
        }
    }

    private String lines() {
        var lines = new StringBuilder();
        html.body().childNodes().forEach(node -> write(node, 0, lines));
        return lines.toString();
    }

    private static void write(Node node, int depth, StringBuilder lines) {
        var line = line(node);
        if (!line.isBlank()) {
            lines.repeat("  ", depth).append(line.strip()).append('\n');
        }
        node.childNodes().forEach(child -> write(child, depth + 1, lines));
    }

    private static String line(Node node) {
        return switch (node) {
            case TextNode text -> text.text();
            case Element element -> "<" + element.tagName() + attributes(element) + ">";
            default -> "";
        };
    }

    private static String attributes(Element element) {
        var sorted = new TreeMap<String, String>();
        element.attributes().forEach(attribute -> sorted.put(attribute.getKey(), attribute.getValue()));
        sorted.computeIfPresent(
                "class",
                (name, classes) -> element.classNames().stream().sorted().collect(Collectors.joining(" ")));
        return sorted.entrySet().stream()
                .map(attribute -> " %s=\"%s\"".formatted(attribute.getKey(), attribute.getValue()))
                .collect(Collectors.joining());
    }
}
