package fr.traboule.ground.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes the city's database and its three roles in a PostgreSQL where we are superuser. On an outside server the
 * administrator does the same once; docs/operations.md gives the statements.
 */
final class DatabaseRoles {

    static final String DATABASE = "traboule";

    private DatabaseRoles() {}

    static DatabaseAddress in(int port, Secrets secrets) {
        var server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        var address = new DatabaseAddress(
                server + DATABASE, login("owner", secrets), login("app", secrets), login("mediation", secrets));
        try (var superuser = DriverManager.getConnection(server + "postgres", "postgres", secrets.get("superuser"))) {
            for (var login : List.of(address.owner(), address.app(), address.mediation())) {
                ensure(superuser, login);
            }
            ensureDatabase(superuser, address);
        } catch (SQLException e) {
            throw new IllegalStateException("The roles of the database could not be made", e);
        }
        return address;
    }

    private static DatabaseLogin login(String role, Secrets secrets) {
        return new DatabaseLogin("traboule_" + role, secrets.get(role));
    }

    private static void ensure(Connection superuser, DatabaseLogin login) throws SQLException {
        if (!exists(superuser, "select 1 from pg_roles where rolname = ?", login.username())) {
            execute(superuser, "create role %s login".formatted(login.username()));
        }
        execute(superuser, "alter role %s password '%s'".formatted(login.username(), login.password()));
    }

    private static void ensureDatabase(Connection superuser, DatabaseAddress address) throws SQLException {
        if (!exists(superuser, "select 1 from pg_database where datname = ?", DATABASE)) {
            execute(
                    superuser,
                    "create database %s owner %s"
                            .formatted(DATABASE, address.owner().username()));
        }
        execute(superuser, "revoke all on database %s from public".formatted(DATABASE));
        execute(
                superuser,
                "grant connect on database %s to %s, %s"
                        .formatted(
                                DATABASE,
                                address.app().username(),
                                address.mediation().username()));
    }

    private static boolean exists(Connection superuser, String query, String name) throws SQLException {
        try (var statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
