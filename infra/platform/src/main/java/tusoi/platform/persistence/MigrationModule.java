package tusoi.platform.persistence;

/**
 * A set of Flyway migrations with a schema and a history of its own, run as the owner role before anything asks the database.
 * Placeholders: {@code ${owner}}, {@code ${app}}, {@code ${loader}} are the role names.
 *
 * @param order platform 0, scope 10, a service 100
 */
public record MigrationModule(String schema, String location, int order) {}
