package fr.traboule.city;

import fr.traboule.ground.database.Remembered;
import fr.traboule.records.RecordsChanged;
import fr.traboule.web.Colour;
import fr.traboule.web.Language;
import fr.traboule.web.Theme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The name and colours of the city, or plain ones as long as there is no city yet. */
@Repository
class CityTheme implements Theme.Source {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Theme NO_CITY_YET = new Theme(
            "Traboule",
            List.of(Language.values()),
            new Colour("#8f2f1b"),
            new Colour("#7a2a18"),
            Optional.empty(),
            Optional.empty(),
            false);

    private final JdbcClient jdbc;
    private final Remembered<Theme> remembered = new Remembered<>(FRESH, this::read);

    CityTheme(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Theme current() {
        return remembered.get();
    }

    Optional<byte[]> logo() {
        return jdbc.sql("select logo from city.city where logo is not null")
                .query(byte[].class)
                .optional();
    }

    @EventListener
    void on(RecordsChanged changed) {
        remembered.readAgain();
    }

    private Theme read() {
        return jdbc.sql(
                        "select name, languages, brand, link, phone, logo is not null as has_logo, demonstration from city.city")
                .query(CityTheme::theme)
                .optional()
                .orElse(NO_CITY_YET);
    }

    private static Theme theme(ResultSet row, int number) throws SQLException {
        var languages = Arrays.stream((String[]) row.getArray("languages").getArray())
                .flatMap(code -> Language.of(code).stream())
                .toList();
        return new Theme(
                row.getString("name"),
                languages,
                new Colour(row.getString("brand")),
                new Colour(row.getString("link")),
                row.getBoolean("has_logo") ? Optional.of(LogoController.ADDRESS) : Optional.empty(),
                Optional.ofNullable(row.getString("phone")),
                row.getBoolean("demonstration"));
    }
}
