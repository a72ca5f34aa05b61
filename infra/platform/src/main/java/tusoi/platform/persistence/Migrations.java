package tusoi.platform.persistence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/** Brings every module's schema up to date, as the owner, in order. The data sources depend on it. */
final class Migrations implements InitializingBean {
    private static final int CONNECT_RETRIES = 20;

    private final DatabaseProperties database;
    private final ServiceRoles roles;
    private final List<MigrationModule> modules;

    Migrations(DatabaseProperties database, ServiceRoles roles, List<MigrationModule> modules) {
        this.database = database;
        this.roles = roles;
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(MigrationModule::order))
                .toList();
    }

    @Override
    public void afterPropertiesSet() {
        modules.forEach(this::migrate);
    }

    private void migrate(MigrationModule module) {
        Flyway.configure()
                .dataSource(database.url(), roles.owner(), database.ownerPassword())
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .schemas(module.schema())
                .locations(module.location())
                .table("migration_history")
                .placeholders(Map.of("owner", roles.owner(), "app", roles.app(), "loader", roles.loader()))
                .load()
                .migrate();
    }
}
