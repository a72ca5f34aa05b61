package tusoi.bench;

import java.io.StringReader;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/** A file of 100,000 members, from its upload until it is in the register and then in the figures, beside a bare COPY of it. */
final class ImportBenchmark implements Benchmark {
    private static final int MEMBERS = 100_000;
    private static final int BRANCHES = 400;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        try (var installation = Installation.withoutData()) {
            installation.startSeconds();
            var api = installation.api();
            String file = file(new Register(api).branches(BRANCHES));
            double copySeconds = copy(installation, file);

            long begin = System.nanoTime();
            JsonNode staged = api.upload("/api/org/v1/imports", "DO", "members.csv", file);
            double stagedAfter = seconds(begin);
            if (staged.path("errorCount").asLong() > 0) {
                throw new IllegalStateException("the made-up file has errors: " + staged);
            }
            api.post("/api/org/v1/imports/" + staged.path("id").asString() + "/confirmation", Map.of());
            double appliedAfter = seconds(begin);
            api.awaitFigure("DO", "member.count", DAY, MEMBERS);
            double shownAfter = seconds(begin);

            double copied = MEMBERS / copySeconds;
            results.accept(rate("import.checked", MEMBERS / stagedAfter, copied));
            results.accept(rate("import.applied", MEMBERS / appliedAfter, copied));
            results.accept(rate("import.in-figures", MEMBERS / shownAfter, copied));
        }
    }

    private static Measure rate(String name, double perSecond, double copied) {
        return Measure.against(name, perSecond, "rows/s", "bare COPY of the file", copied, "none set", ratio -> true);
    }

    private static String file(List<Register.Branch> branches) {
        var csv = new StringBuilder(
                "unit_code,member_ref,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt\n");
        for (int i = 0; i < MEMBERS; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,M%06d,Người Đo Số %d,%s,%s,%012d,2015-05-19,2016-05-19,2016-05-19,OFFICIAL,false%n",
                    branches.get(i % branches.size()).code(),
                    i,
                    i,
                    LocalDate.of(1960, 1, 1).plusDays(i % 12_000),
                    i % 2 == 0 ? "MALE" : "FEMALE",
                    i));
        }
        return csv.toString();
    }

    private static double copy(Installation installation, String file) throws Exception {
        var database = installation.platform().database("org");
        try (var connection = DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("create schema bench_copy");
            statement.execute(
                    "create table bench_copy.members (unit_code text, member_ref text, full_name text, birth_date date,"
                            + " gender text, person_identifier text, admitted_on date, recognised_on date, member_since date,"
                            + " state text, exempt boolean)");
            long begin = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_copy.members from stdin with (format csv, header)", new StringReader(file));
            double seconds = seconds(begin);
            statement.execute("drop schema bench_copy cascade");
            return seconds;
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
