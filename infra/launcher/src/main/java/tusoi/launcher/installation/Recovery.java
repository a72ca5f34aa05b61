package tusoi.launcher.installation;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tusoi.launcher.parts.PartFailed;
import tusoi.launcher.parts.Says;
import tusoi.launcher.parts.ServiceDatabase;
import tusoi.launcher.parts.Waiting;

/** What to do when Kafka's disk is lost, or when reporting's facts are to be built anew. */
public final class Recovery {
    private static final List<String> PRODUCERS = List.of("org", "review", "discipline");
    private static final Duration SENT = Duration.ofMinutes(10);

    private final Platform platform;
    private final Says says;

    public Recovery(Platform platform, Says says) {
        this.platform = platform;
        this.says = says;
    }

    /** Sends every journalled event again, into new topics; the consumers see new topics and start from their beginning. */
    public Map<String, Long> resend() {
        var rows = new LinkedHashMap<String, Long>();
        for (var producer : PRODUCERS) {
            rows.put(producer, number(producer, "select platform.resend()"));
            says.say(producer + ": " + rows.get(producer) + " events of the journal go out again");
        }
        for (var producer : PRODUCERS) {
            if (!Waiting.until(SENT, () -> number(producer, "select count(*) from platform.outbox_pending") == 0)) {
                throw new PartFailed(producer + " still has unsent events after " + SENT.toMinutes() + " minutes");
            }
        }
        says.say("everything is in Kafka again");
        return rows;
    }

    /** Drops reporting's database and starts it on an empty one; it reads from Kafka's first event on. */
    public void rebuildReporting() {
        var reporting = platform.part("reporting");
        reporting.stop();
        platform.postgres().dropDatabase("reporting");
        platform.database("reporting").createIn(platform.postgres());
        says.say("reporting: its database is new; reading from the first event");
        reporting.start();
        says.say("reporting: ready");
    }

    private long number(String service, String query) {
        ServiceDatabase database = platform.database(service);
        try (var connection =
                        DriverManager.getConnection(database.url(), database.loader(), database.loaderPassword());
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new PartFailed(service + ": " + e.getMessage(), e);
        }
    }
}
