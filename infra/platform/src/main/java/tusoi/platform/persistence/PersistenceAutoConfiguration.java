package tusoi.platform.persistence;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import tusoi.platform.security.ActorIds;

/** Migrates as the owner, then gives out the app (default) and the loader ({@link Loader}). */
@AutoConfiguration(
        before = {
            DataSourceAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            FlywayAutoConfiguration.class
        })
@ConditionalOnProperty("tusoi.service")
@EnableConfigurationProperties(DatabaseProperties.class)
class PersistenceAutoConfiguration {
    private static final UUID NOBODY = ActorIds.SYSTEM;

    @Bean
    MigrationModule platformMigrations() {
        return new MigrationModule("platform", "classpath:db/platform", 0);
    }

    @Bean
    ServiceRoles serviceRoles(@Value("${tusoi.service}") String service) {
        return new ServiceRoles(service);
    }

    @Bean
    Migrations migrations(DatabaseProperties database, ServiceRoles roles, List<MigrationModule> modules) {
        return new Migrations(database, roles, modules);
    }

    @Bean
    @Primary
    DataSource dataSource(Migrations done, DatabaseProperties database, ServiceRoles roles) {
        return Pools.app(database, roles);
    }

    @Bean(defaultCandidate = false)
    @Loader
    DataSource loaderDataSource(Migrations done, DatabaseProperties database, ServiceRoles roles) {
        return Pools.loader(database, roles);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean(defaultCandidate = false)
    @Loader
    JdbcClient loaderJdbcClient(@Loader DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Copies copies(@Loader DataSource loader) {
        return new Copies(loader);
    }

    /** Of all schemas that are brought up to date here. */
    @Bean
    Shadow shadow(List<MigrationModule> modules) {
        return new Shadow(modules.stream().map(MigrationModule::schema).toList());
    }

    @Bean
    LoaderConnections loaderConnections(Migrations done, DatabaseProperties database, ServiceRoles roles) {
        return new LoaderConnections(database, roles);
    }

    @Bean
    CurrentTransaction currentTransaction(DataSource dataSource, @Loader DataSource loader) {
        return new CurrentTransaction(dataSource, loader);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource, ObjectProvider<ActorIds> actorIds) {
        return new AccountTransactionManager(
                dataSource, SingletonSupplier.of(() -> actorIds.getIfAvailable(() -> () -> NOBODY)));
    }

    @Bean(defaultCandidate = false)
    @Loader
    PlatformTransactionManager loaderTransactionManager(@Loader DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean(defaultCandidate = false)
    @Loader
    TransactionTemplate loaderTransactionTemplate(@Loader PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }
}
