package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** With as many addresses as a large city has, put in by the owner of the tables and never committed. */
@WholeProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdbcAddressesTests {

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private Connection connection;
    private JdbcClient jdbc;

    @BeforeAll
    void addManyAddresses() throws SQLException {
        connection = owner.getConnection();
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        jdbc.sql("""
                        insert into city.address (id, address, postcode, town, longitude, latitude)
                        select gen_random_uuid(), number || ' ' || kind || ' ' || md5(street::text), '69003', 'Lyon', 4.85, 45.75
                          from generate_series(1, 100) number, generate_series(1, 1000) street, (values ('rue'), ('quai')) kinds (kind)
                        """).update();
        jdbc.sql("analyze city.address").update();
    }

    @AfterAll
    void forgetThem() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        jdbc.sql("vacuum city.address").update();
        connection.close();
    }

    @Test
    void amongTwoHundredThousandAddressesTheIndexIsUsed() {
        var plan = String.join(
                "\n",
                jdbc.sql("explain " + JdbcAddresses.LIKE)
                        .param("typed", "1 rue Plenay 69001 Lyon")
                        .param("most", 6)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("Bitmap Index Scan on address_by_words").doesNotContain("Seq Scan");
    }

    @Test
    void amongTwoHundredThousandAddressesTheRightOneIsFirst() {
        assertThat(like("1 rue Plenay")).first().isEqualTo("1 rue Pléney");
        assertThat(like("1 rue Pleney 69001 Lyon")).first().isEqualTo("1 rue Pléney");
    }

    private List<String> like(String typed) {
        return new JdbcAddresses(jdbc)
                .like(typed, 6).stream().map(Addresses.KnownAddress::address).toList();
    }
}
