package tusoi.scope;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.audit.Audit;
import tusoi.platform.inbox.ShadowProjections;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.MigrationModule;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.security.CallerSubject;
import tusoi.platform.web.Replays;

/** Scope and units, fed by events, or by the service's own commands where it owns them ({@code tusoi.scope.source}). */
@AutoConfiguration(beforeName = "tusoi.platform.persistence.PersistenceAutoConfiguration")
class ScopeAutoConfiguration {
    private static final int AFTER_PLATFORM = 10;

    @Bean
    MigrationModule scopeMigrations() {
        return new MigrationModule("scope", "classpath:db/scope", AFTER_PLATFORM);
    }

    @Bean
    CallerAccount callerAccount(CallerSubject caller, JdbcClient jdbc) {
        return new CallerAccount(caller, jdbc);
    }

    @Bean
    Scope scope(CallerAccount caller, JdbcClient jdbc) {
        return new DatabaseScope(caller, jdbc);
    }

    @Bean
    RootOperators operators(Scope scope, @Loader JdbcClient jdbc) {
        return new RootOperators(scope, jdbc);
    }

    /** Whose grants are all gone gets no kept answer either. One who holds another grant still gets the own answers of the last day. */
    @Bean
    Replays replays(Scope scope) {
        return () -> {
            if (scope.grants().isEmpty()) {
                throw ProblemException.notFound("The unit");
            }
        };
    }

    @Bean
    Units units(JdbcClient jdbc) {
        return new DatabaseUnits(jdbc);
    }

    @Bean
    RoleRights roleRights(@Loader JdbcClient jdbc) {
        return new RoleRights(jdbc);
    }

    @Bean
    AuditController auditController(
            Scope scope,
            JdbcClient jdbc,
            JsonMapper json,
            Audit audit,
            TransactionTemplate transaction,
            RootOperators operators) {
        return new AuditController(scope, jdbc, json, audit, transaction, operators);
    }

    @Bean
    WebMvcConfigurer knownCallers(CallerAccount caller) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new KnownCallers(caller)).addPathPatterns("/api/**");
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tusoi.scope.source", havingValue = "events", matchIfMissing = true)
    static class FromEvents {
        @Bean
        TreeProjection treeProjection(@Loader JdbcClient jdbc, JsonMapper json) {
            return new TreeProjection(jdbc, json);
        }

        @Bean
        GrantProjection grantProjection(@Loader JdbcClient jdbc, JsonMapper json) {
            return new GrantProjection(jdbc, json);
        }
    }

    /** The tree and the grants once more, in a service that rebuilds beside. */
    @Bean
    @ConditionalOnProperty(name = "tusoi.scope.source", havingValue = "events", matchIfMissing = true)
    ShadowProjections scopeBeside(JsonMapper json) {
        return (jdbc, _) -> List.of(new TreeProjection(jdbc, json), new GrantProjection(jdbc, json));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tusoi.scope.source", havingValue = "local")
    static class FromOwnCommands {
        /** A history of its own in a schema of its own, as only the owning service's app role may write the copy. */
        @Bean
        MigrationModule localScopeMigrations() {
            return new MigrationModule("scope_local", "classpath:db/scope-local", AFTER_PLATFORM + 1);
        }

        @Bean
        UnitEvents unitEvents(JdbcClient jdbc, JsonMapper json) {
            return new LocalCopy(List.of(new TreeProjection(jdbc, json), new GrantProjection(jdbc, json)));
        }
    }
}
