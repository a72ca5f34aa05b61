package tusoi.platform.persistence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service's database is; its roles are named after the service.
 *
 * @param statementTimeout how long one statement of the app may take. A transaction may take longer: the largest import writes
 *     its rows in many statements.
 * @param loaderStatementTimeout the same for the loader, which also rebuilds
 * @param lockTimeout how long the app waits for what another transaction holds
 */
@ConfigurationProperties("tusoi.db")
record DatabaseProperties(
        String url,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("") String appPassword,
        @DefaultValue("") String loaderPassword,
        @DefaultValue("10") int appConnections,
        @DefaultValue("4") int loaderConnections,
        @DefaultValue("10s") Duration connectionTimeout,
        @DefaultValue("60s") Duration statementTimeout,
        @DefaultValue("10m") Duration loaderStatementTimeout,
        @DefaultValue("10s") Duration lockTimeout) {}
