package fr.traboule.city;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAddresses implements Addresses {

    /** By the letters they share, accents and small mistakes forgiven, with or without the postcode and the town. */
    static final String LIKE = """
            select id, address, postcode, town, longitude, latitude
              from city.address
             where ground.plain(:typed) operator(public.<%) words
             order by public.similarity(words, ground.plain(:typed)) desc, id
             limit :most
            """;

    private final JdbcClient jdbc;

    JdbcAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KnownAddress> like(String typed, int most) {
        return jdbc.sql(LIKE)
                .param("typed", typed.replace("\0", ""))
                .param("most", most)
                .query(JdbcAddresses::address)
                .list();
    }

    @Override
    public Optional<KnownAddress> byId(UUID id) {
        return jdbc.sql("select id, address, postcode, town, longitude, latitude from city.address where id = ?")
                .param(id)
                .query(JdbcAddresses::address)
                .optional();
    }

    private static KnownAddress address(ResultSet row, int number) throws SQLException {
        return new KnownAddress(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("town"),
                new Point(row.getDouble("longitude"), row.getDouble("latitude")));
    }
}
