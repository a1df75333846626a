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

    private final JdbcClient jdbc;

    JdbcAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the letters they share, accents and small mistakes forgiven; a postcode or a town typed with it does not hide it. */
    @Override
    public List<KnownAddress> like(String typed, int most) {
        return jdbc.sql("""
                        select id, address, postcode, town, longitude, latitude
                          from city.address
                         where ground.plain(address) operator(public.%) ground.plain(:typed)
                            or ground.plain(:typed) operator(public.<%) ground.plain(address)
                         order by public.similarity(ground.plain(address || ' ' || postcode || ' ' || town), ground.plain(:typed)) desc, id
                         limit :most
                        """)
                .param("typed", typed)
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
