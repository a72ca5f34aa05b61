package tusoi.platform.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections of the loader outside its pool, for what holds one as long as it leads. */
public final class LoaderConnections {
    private final String url;
    private final Properties properties = new Properties();

    LoaderConnections(DatabaseProperties database, ServiceRoles roles) {
        this.url = database.url();
        properties.setProperty("user", roles.loader());
        properties.setProperty("password", database.loaderPassword());
        properties.setProperty("ApplicationName", roles.loader() + " leader");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty(
                "connectTimeout", String.valueOf(database.connectionTimeout().toSeconds()));
    }

    public Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }
}
