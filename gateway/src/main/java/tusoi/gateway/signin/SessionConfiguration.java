package tusoi.gateway.signin;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in PostgreSQL, so that two gateways are one and a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "gateway.spring_session", cleanupCron = "0 */5 * * * *")
class SessionConfiguration {
    /** Depends on the migrations: the tables are there before the first session. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionLifetime(
            SignInProperties properties, FlywayMigrationInitializer migrated) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(properties.sessionIdle());
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("TUSOI_SESSION");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
