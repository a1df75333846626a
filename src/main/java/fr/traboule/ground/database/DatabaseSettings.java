package fr.traboule.ground.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL to use. Without a {@code url} the program starts its own on the data folder.
 *
 * @param url JDBC address of an existing PostgreSQL 15 or later
 * @param owner migrates, owns the tables
 * @param app does the daily work; may not change history
 * @param mediation alone reads the mediator's schema
 * @param connections at most this many at once for the application
 */
@ConfigurationProperties("traboule.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable DatabaseLogin owner,
        @Nullable DatabaseLogin app,
        @Nullable DatabaseLogin mediation,
        @DefaultValue("16") int connections) {}
