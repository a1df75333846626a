package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.WholeProgramTest;
import fr.traboule.records.CityFolder;
import fr.traboule.records.Contents;
import fr.traboule.records.ImportFolder;
import fr.traboule.records.ImportRefused;
import fr.traboule.records.LoadFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is loaded for good is the same Lyon as before; all other loads are refused or rolled back. */
@WholeProgramTest
class ImportCityTests {

    private static final String PLACE = "mairie-du-2e-arrondissement";
    private static final String LINE = "allo-mairie";
    private static final String LINE_HOURS = "Mo-Fr 08:30-18:00; Sa 08:30-12:00";

    @TempDir
    Path root;

    @Autowired
    LoadFolder loadFolder;

    @Autowired
    JdbcClient jdbc;

    private CityFolder lyon;

    @BeforeEach
    void copyLyon() {
        lyon = CityFolder.lyon(root).write("addresses.csv", "address,postcode,town,longitude,latitude,source\n");
    }

    @Test
    void loadingTheSameFolderTwiceChangesNothing() {
        var before = contents();

        loadFolder.load(ImportFolder.shipped("cities/lyon"));

        assertThat(contents()).isEqualTo(before);
        assertThat(before).hasSize(16).extractingByKey("address").asString().startsWith("1539 rows");
    }

    @Test
    @Transactional
    void hoursThatWereConfirmedStayConfirmedAsLongAsTheyAreTheSame() {
        confirm(LocalDate.of(2026, 11, 20));

        load();

        assertThat(confirmed("place", "slug", PLACE)).isEqualTo("2026-11-20");
        assertThat(confirmed("phone_line", "code", LINE)).isEqualTo("2026-11-20");
    }

    @Test
    @Transactional
    void hoursThatChangedAreNoLongerConfirmed() {
        confirm(LocalDate.of(2026, 11, 20));
        var hours = jdbc.sql("select hours from city.place where slug = ?")
                .param(PLACE)
                .query(String.class)
                .single();
        lyon.replace("places.csv", hours, "Mo-Fr 10:00-11:00").replace("phone_lines.csv", LINE_HOURS, "Mo 10:00-11:00");

        load();

        assertThat(confirmed("place", "slug", PLACE)).isEqualTo("never");
        assertThat(confirmed("phone_line", "code", LINE)).isEqualTo("never");
    }

    @Test
    @Transactional
    void theLaterOfTwoConfirmationsCounts() {
        confirm(LocalDate.of(2026, 11, 20));
        lyon.replace(
                "phone_lines.csv",
                "\"DILA, annuaire de l’administration\",2015-07-08,",
                "\"DILA, annuaire de l’administration\",2015-07-08,2026-11-02");

        load();

        assertThat(confirmed("phone_line", "code", LINE)).isEqualTo("2026-11-20");
    }

    @Test
    @Transactional
    void aChangedLineIsUpdated() {
        lyon.replace("phone_lines.csv", "04 72 10 30 30", "04 00 00 00 00");

        load();

        assertThat(jdbc.sql("select number from city.phone_line where code = ?")
                        .param(LINE)
                        .query(String.class)
                        .single())
                .isEqualTo("04 00 00 00 00");
    }

    @Test
    @Transactional
    void aCityMayLeaveOutTranslationsAndFilesItDoesNotHave() {
        lyon.write("themes.csv", "code,name_fr\n")
                .write("closures.csv", "place,from,to,reason_fr\n" + PLACE + ",2027-01-02,,Inventaire\n")
                .delete("addresses.csv");

        load();

        assertThat(jdbc.sql(
                                "select count(*) from city.closure where starts_on = '2027-01-02' and ends_on = '2027-01-02'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organisations.csv   | x,,X,,,,,,                                                    | « kind » is empty
            organisations.csv   | x,ministry,X,,,,,,                                            | « kind » is none of: city, town_hall
            organisations.csv   | x,city,,X,,,,,                                                | « name_fr » is empty
            organisations.csv   | mairie-1,city,X,,,,,,                                         | « code » is there twice (mairie-1)
            organisations.csv   | x,city,X                                                      | this line has 3 cells, the first line 9
            units.csv           | x,,nobody,X,,,,                                               | « organisation » is not in organisations (nobody)
            units.csv           | x,nothing,ville-lyon,X,,,,                                    | « parent » is not in units (nothing)
            units.csv           | x,x,ville-lyon,X,,,,                                          | « parent » is below this unit, or below itself (x)
            units.csv           | x,,ville-lyon,"X,,,,                                          | this line cannot be read: check its quotation marks
            places.csv          | x,castle,X,,,,,69001,Lyon,,,,,,,,,,s                          | « kind » is none of: town_hall, reception
            places.csv          | x,pool,X,,,nobody,,69001,Lyon,,,,,,,,,,s                      | « organisation » is not in organisations (nobody)
            places.csv          | x,pool,X,,,,,69001,Lyon,99999,,,,,,,,,s                       | « area » is not in areas (99999)
            places.csv          | x,pool,X,,,,,69001,Lyon,,4.83,,,,,,,,s                        | « latitude » is empty
            places.csv          | x,pool,X,,,,,69001,Lyon,,,45.75,,,,,,,s                       | « longitude » is empty
            places.csv          | x,pool,X,,,,,69001,Lyon,,842666,6519924,,,,,,,s               | « longitude » or its latitude is not in degrees (842666)
            places.csv          | x,pool,X,,,,,69001,Lyon,,NaN,45.75,,,,,,,s                    | « longitude » or its latitude is not in degrees (NaN)
            places.csv          | x,pool,X,,,,,69001,Lyon,,east,45.75,,,,,,,s                   | « longitude » is not a number (east)
            places.csv          | x,pool,X,,,,,69001,Lyon,,,,,,de 9h à 12h,,,,s                 | « hours » is not written as opening hours are (de 9h à 12h)
            places.csv          | x,pool,X,,,,,69001,Lyon,,,,,,24/7,,hier,,s                    | « hours_read_on » is not written 2026, 2026-11 or 2026-11-22 (hier)
            places.csv          | x,pool,X,,,,,69001,Lyon,,,,,,24/7,,,02/11/2026,s              | « hours_verified_on » is not a date written 2026-11-22 (02/11/2026)
            places.csv          | x,pool,X,,,,,,Lyon,,,,,,,,,,s                                 | « postcode » is empty
            places.csv          | mairie-du-2e-arrondissement,pool,X,,,,,69001,Lyon,,,,,,,,,,s  | « slug » is there twice
            closures.csv        | nowhere,2026-12-24,,Fête,,                                    | « place » is not in places (nowhere)
            closures.csv        | mairie-du-2e-arrondissement,2026-12-26,2026-12-24,Fête,,      | « to » is before « from » (2026-12-24)
            closures.csv        | mairie-du-2e-arrondissement,2026-02-30,,Fête,,                | « from » is not a date written 2026-11-22 (2026-02-30)
            closures.csv        | mairie-du-2e-arrondissement,2026-12-26,,,,                    | « reason_fr » is empty
            phone_lines.csv     | x,nobody,X,,,0472103030,,,,                                   | « organisation » is not in organisations (nobody)
            phone_lines.csv     | x,ville-lyon,X,,,,,,,                                         | « number » is empty
            phone_lines.csv     | x,ville-lyon,X,,,0472103030,8h-18h et samedi,,,               | « hours » is not written as opening hours are
            school_holidays.csv | D,2027-10-16,2027-11-01,s                                     | « zone » is none of: A, B, C (D)
            school_holidays.csv | A,2027-11-01,2027-10-16,s                                     | « to » is before « from » (2027-10-16)
            addresses.csv       | 1 rue Sans Position,69001,Lyon,,,s                            | « longitude » is empty
            """)
    void aBrokenLineIsRefusedWithItsNumberAndNothingChanges(String file, String line, String sentence) {
        var before = contents();
        var number = lyon.add(file, line);

        assertThatExceptionOfType(ImportRefused.class)
                .isThrownBy(this::load)
                .withMessageStartingWith("%s, line %d: %s", file, number, sentence);

        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "code": "69123"                        | "insee": "69123"                 | city.json, line 1: there is no column « insee »
            "name": "Lyon"                         | "name": " "                      | city.json, line 1: « name » is empty
            "name": "Lyon"                         | "name": null                     | city.json, line 1: « name » is empty
            "school_zone": "A"                     | "school_zone": "D"               | city.json, line 1: « school_zone » is none of: A, B, C (D)
            "ar"                                   | "de"                             | city.json, line 1: « languages » names « de », in which
            "fr",                                  | ``                               | city.json, line 1: « languages » has no fr
            "brand": "#8f2f1b"                     | "brand": "#ffd700"               | city.json, line 1: « brand » is not readable beside white: contrast 1
            "link": "#7a2a18"                      | "link": "brown"                  | city.json, line 1: « link » is not a colour
            "link": "#7a2a18"                      | "links": "#7a2a18"               | city.json, line 1: there is no column « links »
            "triage_unit": "orientation-demandes"  | "triage_unit": "nobody"          | city.json, line 1: « triage_unit » is not in units (nobody)
            "complaint_unit": "qualite-reclamations"| "complaint_unit": "nobody"      | city.json, line 1: « complaint_unit » is not in units (nobody)
            "promise_days": 10                     | "promise_days": 0                | city.json, line 1: « promise_days » is not between one day and 365 (0)
            "promise_days": 10                     | "promise_days": "dix"            | city.json, line 1: « promise_days » is not a whole number (dix)
            "promise_days": 10                     | "promise_days": 10, "logo": "no" | no: this file is missing
            "promise_days": 10                     | "promise_days": 10, "logo": "places.csv" | places.csv: a picture is a PNG or SVG of at most 100000 bytes
            "demonstration": "yes"                 | "demonstration": "oui"           | city.json, line 1: « demonstration » is neither « yes » nor empty (oui)
            "name": "Lyon",                        | "name": Lyon,                    | city.json, line 3: this is not JSON
            """)
    void aSettingThatMakesNoSenseIsRefusedAndNothingChanges(String right, String wrong, String sentence) {
        var before = contents();
        lyon.replace("city.json", right, wrong);

        assertRefused(sentence, before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``     | city.json, line 1: there is nothing in this file
            []     | city.json, line 1: there is nothing in this file
            null   | city.json, line 1: this is not a list of objects
            oui    | city.json, line 1: this is not JSON
            [1]    | city.json, line 1: this is not a list of objects
            """)
    void aCityThatIsNonsenseIsRefusedAndNothingChanges(String nonsense, String sentence) {
        var before = contents();
        lyon.write("city.json", nonsense);

        assertRefused(sentence, before);
    }

    @Test
    void aFolderWithoutItsCityIsRefused() {
        var before = contents();
        lyon.delete("city.json");

        assertRefused("city.json: this file is missing", before);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quarter   | 69381 | [[[4,45],[5,45],[5,46],[4,45]]]            | « level » is none of: commune, arrondissement, quartier (quarter)
            quartier  | 69999 | [[[4,45],[5,45],[5,46],[4,45]]]            | « parent » is not a larger area (69999)
            quartier  | x     | [[[4,45],[5,45],[5,46],[4,45]]]            | « parent » is not a larger area (x)
            commune   | 69381 | [[[4,45],[5,45],[5,46],[4,45]]]            | « parent » is not a larger area (69381)
            quartier  | 69381 | [[[842666,6519924],[842667,6519924],[842667,6519925],[842666,6519924]]] | « outline » is not a polygon in degrees
            quartier  | 69381 | [[[4,45],[5,45],[5,46]]]                   | « outline » is not a polygon in degrees
            quartier  | 69381 | "here"                                     | « outline » is not a polygon in degrees
            quartier  | 69381 | []                                         | « outline » is not a polygon in degrees
            """)
    void anAreaThatCannotBeIsRefusedAndNothingChanges(String level, String parent, String outline, String sentence) {
        var before = contents();
        lyon.write("areas/quartiers.geojson", """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                  "properties": {"code": "x", "level": "%s", "name": "X", "parent": "%s"},
                  "geometry": {"type": "Polygon", "coordinates": %s}}]}
                """.formatted(level, parent, outline));

        assertRefused("areas/quartiers.geojson, line 1: " + sentence, before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"features": [     | areas/communes.geojson, line 1: this is not JSON
            {"features": []}   | areas/communes.geojson, line 1: there is nothing in this file
            []                 | areas/communes.geojson, line 1: there is nothing in this file
            """)
    void whatIsNoGeoJsonIsRefusedAndNothingChanges(String text, String sentence) {
        var before = contents();
        lyon.write("areas/communes.geojson", text);

        assertRefused(sentence, before);
    }

    @Test
    void anAreaThatIsThereTwiceIsRefused() {
        var before = contents();
        lyon.replace("areas/arrondissements.geojson", "\"code\":\"69382\"", "\"code\":\"69381\"");

        assertRefused("areas/arrondissements.geojson, line 3: « code » is there twice (69381)", before);
    }

    private void assertRefused(String sentence, Map<String, String> before) {
        assertThatExceptionOfType(ImportRefused.class).isThrownBy(this::load).withMessageStartingWith(sentence);

        assertThat(contents()).isEqualTo(before);
    }

    private void load() {
        loadFolder.load(lyon.folder());
    }

    private Map<String, String> contents() {
        return Contents.of("city", jdbc, "imported_at");
    }

    private void confirm(LocalDate day) {
        jdbc.sql("update city.place set hours_verified_on = ? where slug = ?")
                .params(day, PLACE)
                .update();
        jdbc.sql("update city.phone_line set hours_verified_on = ? where code = ?")
                .params(day, LINE)
                .update();
    }

    private String confirmed(String table, String key, String value) {
        return jdbc.sql("select coalesce(hours_verified_on::text, 'never') from city.%s where %s = ?"
                        .formatted(table, key))
                .param(value)
                .query(String.class)
                .single();
    }
}
