package tusoi.testkit;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import tusoi.launcher.parts.Ports;

/** PostgreSQL as a container on a port that stays, so that it can be killed and started again. */
final class PostgresContainerServer implements TestPostgres.Server {
    private static final String IMAGE = System.getProperty("tusoi.image.postgres", "postgres:18");
    private static final String PASSWORD = "test";

    private final int port = Ports.free();

    @SuppressWarnings("resource") // ends with the JVM
    private final PostgreSQLContainer container = new PostgreSQLContainer(
                    DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
            .withUsername("postgres")
            .withPassword(PASSWORD)
            .withDatabaseName("postgres")
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + TestPostgres.CONNECTIONS);

    @Override
    public String url(String database) {
        return "jdbc:postgresql://" + container.getHost() + ":" + port + "/" + database;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public void start() {
        Containers.start(container, "127.0.0.1:" + port + ":5432");
    }

    @Override
    public void kill() {
        Containers.kill(container);
    }

    @Override
    public String toString() {
        return Containers.describe(container);
    }
}
