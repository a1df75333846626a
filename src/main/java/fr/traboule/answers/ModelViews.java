package fr.traboule.answers;

import fr.traboule.city.Directory;
import fr.traboule.ground.access.AccountNames;
import fr.traboule.ground.access.Actor;
import fr.traboule.routing.Subject;
import fr.traboule.routing.SubjectTheme;
import fr.traboule.routing.Subjects;
import fr.traboule.web.Language;
import fr.traboule.web.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns model answers into what their pages show. */
@Component
class ModelViews {

    private final Directory directory;
    private final Subjects subjects;
    private final AccountNames names;
    private final ModelValues values;

    ModelViews(Directory directory, Subjects subjects, AccountNames names, ModelValues values) {
        this.directory = directory;
        this.subjects = subjects;
        this.names = names;
        this.values = values;
    }

    /** A text in one language, as it is written or filled in. */
    record Shown(Language language, String words) {}

    /** A version as a line of the history. */
    record VersionLine(ModelVersion version, Optional<String> by) {}

    /**
     * What differs between two versions in one respect.
     *
     * @param name what differs, in words
     */
    record Difference(String name, Language language, TextDifference lines) {}

    String owner(ModelContent content, Wording wording) {
        return directory.unit(content.owner()).name().in(wording.language()).text();
    }

    String fits(ModelContent content, Wording wording) {
        var named = Stream.concat(
                        subjects.themes().stream()
                                .filter(theme -> content.themes().contains(theme.code()))
                                .map(SubjectTheme::name),
                        content.subjects().stream()
                                .flatMap(code -> subjects.byCode(code).stream())
                                .map(Subject::title))
                .map(name -> name.in(wording.language()).text())
                .toList();
        return named.isEmpty() ? wording.text("answers.fits.all") : String.join("\n", named);
    }

    List<Shown> texts(ModelContent content) {
        return shown(content, language -> content.texts().in(language).text());
    }

    /** With an invented request. */
    List<Shown> sample(ModelContent content, Actor.Agent agent, Wording reader) {
        return filled(content, language -> values.sample(content, agent, language, reader));
    }

    List<Shown> filled(ModelContent content, Function<Language, Map<Variable, String>> found) {
        return shown(content, language -> {
            var words = content.texts().in(language).text();
            return ModelText.problem(words).isPresent() ? words : new ModelText(words).filled(found.apply(language));
        });
    }

    private static List<Shown> shown(ModelContent content, Function<Language, String> words) {
        return Arrays.stream(Language.values())
                .filter(content::isIn)
                .map(language -> new Shown(language, words.apply(language)))
                .toList();
    }

    List<VersionLine> lines(List<ModelVersion> versions) {
        return versions.stream().map(this::line).toList();
    }

    VersionLine line(ModelVersion version) {
        return new VersionLine(version, version.by().map(names::of));
    }

    /** What the second has that the first had otherwise. */
    List<Difference> differences(ModelVersion before, ModelVersion after, Wording wording) {
        var page = wording.language();
        var was = before.content();
        var is = after.content();
        var all = Stream.concat(
                Stream.of(
                        difference(
                                "answers.state",
                                page,
                                wording.text(before.state()),
                                wording.text(after.state()),
                                wording),
                        difference("answers.name", page, was.title(), is.title(), wording),
                        difference("answers.owner", page, owner(was, wording), owner(is, wording), wording),
                        difference("answers.act", page, wording.text(was.act()), wording.text(is.act()), wording),
                        difference("answers.fits", page, fits(was, wording), fits(is, wording), wording)),
                Arrays.stream(Language.values())
                        .map(language -> new Difference(
                                wording.text("answers.text." + language.code()),
                                language,
                                TextDifference.between(text(was, language), text(is, language)))));
        return all.filter(difference -> !difference.lines().isNone()).toList();
    }

    private static String text(ModelContent content, Language language) {
        return content.texts().texts().getOrDefault(language, "");
    }

    private static Difference difference(String key, Language language, String was, String is, Wording wording) {
        return new Difference(wording.text(key), language, TextDifference.between(was, is));
    }
}
