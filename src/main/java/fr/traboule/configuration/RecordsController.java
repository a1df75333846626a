package fr.traboule.configuration;

import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Permissions;
import fr.traboule.records.Column;
import fr.traboule.records.Entry;
import fr.traboule.records.RecordFile;
import fr.traboule.records.RecordFiles;
import fr.traboule.records.RecordsPermission;
import fr.traboule.web.NotFound;
import fr.traboule.web.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All records of one kind, found by their words. */
@Controller
class RecordsController {

    static final String ADDRESS = ConfigurationPages.ADDRESS + "/{kind:[a-z_]+}";

    private static final int ON_A_PAGE = 50;
    /** What a table shows of a record beside its title. */
    private static final int COLUMNS = 4;

    private static final Set<Column.Kind> NOT_IN_TABLES =
            Set.of(Column.Kind.LONG_TEXT, Column.Kind.OUTLINE, Column.Kind.PICTURE, Column.Kind.DECIMAL);

    private final RecordFiles files;
    private final Permissions permissions;

    RecordsController(RecordFiles files, Permissions permissions) {
        this.files = files;
        this.permissions = permissions;
    }

    /** One record in the table. */
    record Row(String address, String title, List<String> cells) {}

    @GetMapping(ADDRESS)
    String list(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Wording wording,
            Model model) {
        permissions.require(actor, RecordsPermission.CHANGE);
        var file = files.byName(kind).orElseThrow(NotFound::new);
        if (file.key().isEmpty()) {
            return "redirect:" + address(file, "");
        }
        var titles = new RecordTitles(files, wording);
        var columns = shown(file);
        var page = file.isLarge()
                ? file.page(words.strip(), after, ON_A_PAGE + 1)
                : page(found(file, words, titles, model), file, after);
        var shown = page.subList(0, Math.min(ON_A_PAGE, page.size()));
        model.addAttribute("file", file);
        model.addAttribute("columns", columns);
        model.addAttribute("words", words);
        model.addAttribute(
                "rows",
                shown.stream().map(entry -> row(file, entry, columns, titles)).toList());
        model.addAttribute("first", after.isEmpty() ? null : pageAddress(kind, words, ""));
        model.addAttribute(
                "next",
                page.size() > shown.size()
                        ? pageAddress(kind, words, shown.getLast().key(file.key()))
                        : null);
        return "configuration/records";
    }

    private static List<Entry> found(RecordFile file, String words, RecordTitles titles, Model model) {
        var found = titles.entries(file).values().stream()
                .filter(entry -> matches(entry, titles.of(file, entry), words))
                .toList();
        model.addAttribute("count", found.size());
        return found;
    }

    private static List<Entry> page(List<Entry> found, RecordFile file, String after) {
        var from = IntStream.range(0, found.size())
                .filter(at -> found.get(at).key(file.key()).equals(after))
                .map(at -> at + 1)
                .findFirst()
                .orElse(0);
        return found.subList(from, Math.min(from + ON_A_PAGE + 1, found.size()));
    }

    private static Row row(RecordFile file, Entry entry, List<Column> columns, RecordTitles titles) {
        return new Row(
                address(file, entry.key(file.key())),
                titles.of(file, entry),
                columns.stream()
                        .map(column -> titles.words(column, entry.cell(column.name())))
                        .toList());
    }

    /** The first columns that say something beside the title. */
    private static List<Column> shown(RecordFile file) {
        return file.columns().stream()
                .filter(column -> !NOT_IN_TABLES.contains(column.kind()))
                .filter(column -> !column.name().startsWith("name"))
                .filter(column -> !column.name().equals("title"))
                .limit(COLUMNS)
                .toList();
    }

    private static boolean matches(Entry entry, String title, String words) {
        var wanted = plain(words);
        return wanted.isEmpty()
                || plain(title).contains(wanted)
                || entry.cells().entrySet().stream()
                        .filter(cell -> !cell.getKey().equals("outline")
                                && !cell.getKey().equals("logo"))
                        .anyMatch(cell -> plain(cell.getValue()).contains(wanted));
    }

    /** Without accents, in small letters. */
    private static String plain(String words) {
        return Normalizer.normalize(words.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    static String address(RecordFile file, String key) {
        return ConfigurationPages.ADDRESS + "/" + file.name() + "/fiche" + (key.isEmpty() ? "" : "?cle=" + coded(key));
    }

    private static String pageAddress(String kind, String words, String after) {
        return ConfigurationPages.ADDRESS + "/" + kind + "?q=" + coded(words)
                + (after.isEmpty() ? "" : "&apres=" + coded(after));
    }

    static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
