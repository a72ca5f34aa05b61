package tusoi.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Makes small pools whose every wait has an end. */
final class Pools {
    /** So long after the server should have given up, the connection is taken for dead. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private Pools() {}

    static HikariDataSource app(DatabaseProperties database, ServiceRoles roles) {
        HikariConfig config = config(database, roles.app(), database.appPassword(), database.appConnections());
        limit(config, database.statementTimeout(), database.lockTimeout());
        return new HikariDataSource(config);
    }

    /** Waits for locks as long as for the statement: nobody waits for it, and giving up would only mean to begin again. */
    static HikariDataSource loader(DatabaseProperties database, ServiceRoles roles) {
        HikariConfig config = config(database, roles.loader(), database.loaderPassword(), database.loaderConnections());
        limit(config, database.loaderStatementTimeout(), Duration.ZERO);
        return new HikariDataSource(config);
    }

    private static void limit(HikariConfig config, Duration statement, Duration lock) {
        config.addDataSourceProperty(
                "options", "-c statement_timeout=" + statement.toMillis() + " -c lock_timeout=" + lock.toMillis());
        config.addDataSourceProperty("socketTimeout", statement.plus(GRACE).toSeconds());
    }

    private static HikariConfig config(DatabaseProperties database, String role, String password, int size) {
        var config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(database.url());
        config.setUsername(role);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(database.connectionTimeout().toMillis());
        config.addDataSourceProperty("ApplicationName", role);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The detail of an error quotes rows; logs carry ids only.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty(
                "connectTimeout", database.connectionTimeout().toSeconds());
        return config;
    }
}
