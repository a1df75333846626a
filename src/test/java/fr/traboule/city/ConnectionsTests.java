package fr.traboule.city;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.traboule.WholeProgramTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is read outside of a transaction gives its connection back: there are only a few. */
@WholeProgramTest
class ConnectionsTests {

    @Autowired
    HikariDataSource database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void readingThePlacesKeepsNoConnection() {
        new JdbcPlaces(jdbc).all();

        assertThat(inUse()).isZero();
    }

    @Test
    void readingTheDirectoryKeepsNoConnection() {
        new JdbcDirectory(jdbc).settings();

        assertThat(inUse()).isZero();
    }

    private int inUse() {
        return database.getHikariPoolMXBean().getActiveConnections();
    }
}
