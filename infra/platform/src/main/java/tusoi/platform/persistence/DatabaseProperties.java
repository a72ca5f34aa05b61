package tusoi.platform.persistence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the service's database is; its roles are named after the service. */
@ConfigurationProperties("tusoi.db")
record DatabaseProperties(
        String url,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("") String appPassword,
        @DefaultValue("") String loaderPassword,
        @DefaultValue("10") int appConnections,
        @DefaultValue("4") int loaderConnections,
        @DefaultValue("10s") Duration connectionTimeout,
        @DefaultValue("30s") Duration statementTimeout) {}
