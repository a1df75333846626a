package fr.traboule.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of all modules: none is missing, none is left over, and each is written as its language is. */
class MessagesTests {

    private static final List<Bundle> BUNDLES = Bundle.all();
    private static final List<Text> TEXTS =
            BUNDLES.stream().flatMap(Bundle::each).toList();
    private static final List<TextUse> USES = TextUse.all();

    /** Those who work for the city alone see them. */
    private static final Pattern OF_THE_DESK = Pattern.compile(
            "(answers|bulk|desk|field|paper|reception|correspondence|privacy|upkeep|records|configuration|works|retention|steering|residents)/.*"
                    + "|city/(hours\\w*\\.jte|HoursController\\.java)"
                    + "|web/(UnreadHours\\.java|administration\\.jte|AdministrationController\\.java)"
                    + "|\\w+/\\w+Work\\.java"
                    + "|\\w+Permission(\\.java)?|StaffFact|Look|CallLook|ResidentLook|LetterLook|requests/RequestTrail\\.java|Reason|News|QueueView|Need|CallBackState|CallFact|OtherWay|requests/person\\.jte|AnswerAct|ModelState|VersionKind|Variable|ConflictKind|DraftFact|BulkAct|LineResult|LetterCondition|LetterFact|LetterState|SettleReason|SheetState|PictureReason"
                    + "|staff/(mine\\w*|absences|accounts?|invite|leave|roles?\\w*|rules|standing|sessionTable|import\\w*)\\.jte"
                    + "|staff/(Absences|Account|Accounts|AccessRules|Leave|MyAccount|MySecondFactor|Proof|Roles|ImportAgents)Controller\\.java"
                    + "|Fate|Approval|ProposalState|OutReason|RetentionFact|HoldReason|ConsultReason"
                    + "|requests/ResidentRequestsPart\\.java|NoticeKind|DeliveryKind|DeliveryState|DetailKind|Basis|ResidentFact|LikenessReason"
                    + "|staff/(StaffTimeline|AccountForm|InviteForm|WorkOptions|AgentsList|ImportAgents)\\.java");

    /** On every page, with one text for the public and another for the desk. */
    private static final Set<String> ON_BOTH_SIDES = Set.of("web/header.jte", "web/footer.jte", "web/failure.jte");

    /** They look like keys. */
    private static final Set<String> FILE_NAMES = Set.of("city.json", "field.js");

    /** What the administration says to itself and nobody says at a counter. */
    private static final Pattern JARGON = Pattern.compile(
            "\\b(SVA|SVR|GRU|GRC|CRPA|téléservice|dématérialis\\w+|pétitionnaire|diligenter|workflow|ticket|back-?office"
                    + "|UUID|CSRF|token|HTTP)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    void publicTextsAreInEveryLanguageAndThoseOfTheDeskInFrenchAndEnglish() {
        var languages = BUNDLES.stream()
                .collect(groupingBy(Bundle::module, groupingBy(Bundle::side, mapping(Bundle::language, toSet()))));

        assertThat(languages)
                .allSatisfy((module, sides) -> assertThat(sides)
                        .allSatisfy((side, offered) ->
                                assertThat(offered).containsExactlyInAnyOrderElementsOf(side.offered(Kit.THEME))));
    }

    @Test
    void everyLanguageOfABundleHasTheSameTexts() {
        assertThat(BUNDLES)
                .allSatisfy(bundle -> assertThat(bundle.texts().keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                french(bundle).texts().keySet()));
    }

    @Test
    void aTextIsInOneBundleOnlyThatOfItsModule() {
        assertThat(TEXTS)
                .filteredOn(text -> !text.key().startsWith(text.bundle().module() + "."))
                .isEmpty();
        assertThat(in(Language.FR)).extracting(Text::key).doesNotHaveDuplicates();
    }

    @Test
    void everyTextThatThePagesUseIsThere() {
        assertThat(USES)
                .filteredOn(use -> FILE_NAMES.stream().noneMatch(use::names))
                .filteredOn(use -> TEXTS.stream().map(Text::key).noneMatch(use::names))
                .isEmpty();
    }

    @Test
    void noTextIsLeftOver() {
        assertThat(in(Language.FR))
                .filteredOn(text -> USES.stream().noneMatch(use -> use.names(text.key())))
                .isEmpty();
    }

    @Test
    void aPublicPageUsesNoTextOfTheDesk() {
        var ofTheDesk = TEXTS.stream()
                .filter(text -> text.bundle().side() == Area.DESK)
                .map(Text::key)
                .collect(toSet());

        assertThat(USES)
                .filteredOn(use -> !OF_THE_DESK.matcher(use.file()).matches() && !ON_BOTH_SIDES.contains(use.file()))
                .filteredOn(use -> ofTheDesk.stream().anyMatch(use::names))
                .isEmpty();
    }

    @Test
    void theGapsOfATextAreTheSameInEveryLanguage() {
        assertThat(TEXTS)
                .filteredOn(text -> !text.gaps().equals(french(text).gaps()))
                .isEmpty();
    }

    @Test
    void everyTextCanBeFilledIn() {
        assertThat(TEXTS)
                .allSatisfy(text -> assertThat(IntStream.of(0, 1, 2, 3, 11, 100).mapToObj(text::filled))
                        .allSatisfy(filled -> assertThat(filled).isNotBlank().doesNotContain("{", "}", "#")));
    }

    @Test
    void countingHasTheFormsOfTheLanguage() {
        assertThat(TEXTS)
                .filteredOn(text -> text.plurals().anyMatch(forms -> !forms.containsAll(expected(text))))
                .isEmpty();
    }

    @Test
    void frenchKeepsHighSignsWithTheWordBesideThem() {
        assertThat(in(Language.FR))
                .filteredOn(text ->
                        text.has(Pattern.compile("(?<![\\u00a0\\u202f])([;?!»]|:(?!//))|«(?![\\u00a0\\u202f])")))
                .isEmpty();
    }

    @Test
    void apostrophesQuotesAndDotsAreThoseOfPrint() {
        assertThat(TEXTS)
                .filteredOn(text -> text.has(Pattern.compile("['\"`´]|\\.\\.\\.")))
                .isEmpty();
    }

    @Test
    void spacesAreNeitherDoubledNorLeftAtTheEnds() {
        assertThat(TEXTS)
                .filteredOn(text -> text.has(Pattern.compile("^ | $|  | [.,]")))
                .isEmpty();
    }

    @Test
    void nothingIsSaidInTheWordsOfTheAdministration() {
        assertThat(in(Language.FR)).filteredOn(text -> text.has(JARGON)).isEmpty();
    }

    private static Stream<Text> in(Language language) {
        return TEXTS.stream().filter(text -> text.language() == language);
    }

    private static Set<String> expected(Text text) {
        return text.language() == Language.AR ? Set.of("one", "two", "few", "many", "other") : Set.of("one", "other");
    }

    private static Text french(Text text) {
        return in(Language.FR)
                .filter(other -> other.key().equals(text.key()))
                .findFirst()
                .orElseThrow();
    }

    private static Bundle french(Bundle bundle) {
        return BUNDLES.stream()
                .filter(other -> other.language() == Language.FR)
                .filter(other -> other.module().equals(bundle.module()) && other.side() == bundle.side())
                .findFirst()
                .orElseThrow();
    }
}
