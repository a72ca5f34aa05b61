package tusoi.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Makes small pools whose every wait has an end. */
final class Pools {
    private Pools() {}

    static HikariDataSource pool(DatabaseProperties database, String role, String password, int size) {
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
        return new HikariDataSource(config);
    }
}
