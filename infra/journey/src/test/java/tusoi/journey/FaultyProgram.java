package tusoi.journey;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import tusoi.launcher.installation.Platform;
import tusoi.launcher.parts.ServiceDatabase;

/** What a program at fault, or a hand in a database, can do that no request can. */
final class FaultyProgram {
    private final Platform platform;

    FaultyProgram(Platform platform) {
        this.platform = platform;
    }

    /** Records an admission in org-service's journal as org-service does, whatever it says. */
    void recordAdmission(UUID member, String data) {
        ServiceDatabase org = platform.database("org");
        execute(org, org.loader(), org.loaderPassword(), """
                select platform.publish(platform.announce(), gen_random_uuid(), null, array['org.events'], array[?],
                                        array[gen_random_uuid()], array['org.member-admitted.v1'], array[?::uuid], array[1::bigint],
                                        array[convert_to(?, 'UTF8')])
                """, member.toString(), member.toString(), data);
    }

    /** Reporting no longer takes where this member belongs. */
    void refuseMemberships(UUID member) {
        asOwner("alter table reporting.membership add constraint refused check (aggregate_id <> '" + member
                + "') not valid");
    }

    void takeMembershipsAgain() {
        asOwner("alter table reporting.membership drop constraint refused");
    }

    /** Whoever was recorded last belonged there for a day only, as far as reporting knows. */
    void falsifyLatestMembership() {
        asOwner("""
                update reporting.membership set valid_to = valid_from + 1
                 where recorded_from = (select max(recorded_from) from reporting.membership)
                """);
    }

    private void asOwner(String statement) {
        ServiceDatabase reporting = platform.database("reporting");
        execute(reporting, reporting.owner(), reporting.ownerPassword(), statement);
    }

    private static void execute(
            ServiceDatabase database, String role, String password, String sql, String... parameters) {
        try (var connection = DriverManager.getConnection(database.url(), role, password);
                var statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setString(n + 1, parameters[n]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }
}
