package tusoi.launcher.parts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The database of a service and its roles: the owner runs migrations, the app works under row-level security, the loader
 * bypasses it and sees the app's sessions.
 */
public record ServiceDatabase(
        String service, String name, String url, String ownerPassword, String appPassword, String loaderPassword) {

    public String owner() {
        return service + "_owner";
    }

    public String app() {
        return service + "_app";
    }

    public String loader() {
        return service + "_loader";
    }

    /** Makes what is missing and sets the passwords; may be repeated. */
    public void createIn(PostgresServer server) {
        try (var connection = server.connect("postgres")) {
            createBy(connection);
        } catch (SQLException e) {
            throw new PartFailed("cannot create database " + name + ": " + e.getMessage(), e);
        }
    }

    /** @param superuser a superuser's connection to another database of the server */
    public void createBy(Connection superuser) throws SQLException {
        role(superuser, owner(), "LOGIN", ownerPassword);
        role(superuser, app(), "LOGIN", appPassword);
        role(superuser, loader(), "LOGIN BYPASSRLS", loaderPassword);
        execute(superuser, "grant " + app() + " to " + loader());
        if (!exists(superuser, "select 1 from pg_database where datname = ?", name)) {
            execute(superuser, "create database " + name + " owner " + owner());
        }
        execute(superuser, "revoke all on database " + name + " from public");
        for (var role : List.of(app(), loader())) {
            execute(superuser, "grant connect on database " + name + " to " + role);
        }
    }

    private static void role(Connection connection, String role, String options, String password) throws SQLException {
        var verb = exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
        execute(connection, verb + " role " + role + " " + options + " password '" + password.replace("'", "''") + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
