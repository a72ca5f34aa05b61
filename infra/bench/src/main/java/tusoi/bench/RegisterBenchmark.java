package tusoi.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A register of 100,000 members under 2,000 units: its tree as of any day, a search by part of a name without diacritics, and a
 * merger of four wards with thirty pairs of branches, in which three thousand members change home, until figures show it.
 */
final class RegisterBenchmark implements Benchmark {
    private static final int MEMBERS = 100_000;
    private static final int BRANCHES = 1_960;
    private static final int BRANCHES_A_BASE = 50;
    private static final int MERGED_BASES = 4;
    private static final int PAIRS_OF_TWO_BASES = 15;
    private static final int QUESTIONS = 200;
    private static final int WARMING = 50;
    private static final double LIMIT_MILLIS = 50;
    private static final double LIMIT_MERGER_SECONDS = 2;
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
    private static final String[] FAMILIES = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô"
    };
    private static final String[] MIDDLES = {"Thị", "Văn", "Hữu", "Ngọc", "Minh", "Thanh", "Đức", "Xuân", "Quốc", "Kim"
    };
    private static final String[] GIVEN = {
        "An", "Bình", "Châu", "Dũng", "Đào", "Giang", "Hạnh", "Hòa", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc",
        "Quyên", "Sơn", "Tâm", "Uyên", "Vân", "Yến"
    };

    @Override
    public String name() {
        return "register";
    }

    @Override
    public void run(Consumer<Measure> results) throws Exception {
        try (var installation = Installation.withoutData()) {
            installation.startSeconds();
            Api api = installation.api();
            fill(api, new Register(api).branches(BRANCHES));
            // What a hundred thousand new members leave to do in the other services is no part of what is measured.
            installation.awaitFollowers();
            var random = new Random(20_081);
            results.accept(Measure.atMost(
                    "register.tree-p95",
                    p95(() -> api.get("/api/org/v1/tree?root=DO&asOf="
                            + LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5_000)))),
                    "ms",
                    LIMIT_MILLIS));
            results.accept(Measure.atMost(
                    "register.name-search-p95",
                    p95(() -> api.get("/api/org/v1/members?unit=DO&size=50&q=" + partOfAName(random))),
                    "ms",
                    LIMIT_MILLIS));
            results.accept(Measure.atMost(
                    "register.list-p95",
                    p95(() -> api.get("/api/org/v1/members?size=50&unit=" + base(random))),
                    "ms",
                    LIMIT_MILLIS));
            merge(api, results);
        }
    }

    private static void merge(Api api, Consumer<Measure> results) throws Exception {
        JsonNode draft = api.post(
                "/api/org/v1/reorganisations",
                Map.of(
                        "decision",
                        Map.of("number", "1-QĐ", "body", "Đo", "signedOn", DAY, "effectiveOn", DAY),
                        "operations",
                        operations()));
        String path = "/api/org/v1/reorganisations/" + draft.path("id").asString();
        long concerned = 0;
        for (int base = 0; base < MERGED_BASES; base++) {
            concerned += api.numerator("DO.%03d".formatted(base), "member.count", DAY);
        }
        long begin = System.nanoTime();
        JsonNode preview = api.get(path + "/preview");
        double previewed = millis(begin) / 1000;
        begin = System.nanoTime();
        api.post(
                path + "/confirmation",
                Map.of("fingerprint", preview.path("fingerprint").asString()));
        double confirmed = millis(begin) / 1000;
        long moving = preview.path("counts").path("members").asLong();
        long halfSeen = answersOfAHalf(api, concerned);
        double shown = millis(begin) / 1000;
        results.accept(Measure.atMost("register.merger-preview", previewed, "s", LIMIT_MERGER_SECONDS));
        results.accept(
                Measure.atMost("register.merger-of-" + moving + "-members", confirmed, "s", LIMIT_MERGER_SECONDS));
        results.accept(Measure.atMost("register.merger-in-figures", shown, "s", LIMIT_MERGER_SECONDS + 1));
        results.accept(Measure.atMost("register.merger-half-in-figures", halfSeen, "answers", 0));
    }

    /**
     * Asks until figures show the merger, and counts the answers in which somebody was missing, or only some stood under the new base.
     *
     * @param concerned the members of the four bases, most of whom stay in their branch and come along with it
     */
    private static long answersOfAHalf(Api api, long concerned) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Api.PATIENCE.toNanos();
        long halves = 0;
        long arrived = 0;
        while (arrived < concerned) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Figures did not show the merger: " + arrived + " of " + concerned);
            }
            arrived = Math.max(0, api.numerator("DO.NEW", "member.count", DAY));
            if (arrived != 0 && arrived != concerned || api.numerator("DO", "member.count", DAY) != MEMBERS) {
                halves++;
            }
        }
        return halves;
    }

    /** Bases 0 to 3 become one; of 0 and 1, and of 2 and 3, fifteen pairs of branches become one each. */
    private static List<Map<String, Object>> operations() {
        List<Map<String, Object>> operations = new ArrayList<>();
        operations.add(Map.of(
                "type",
                "MERGE",
                "units",
                List.of("DO.000", "DO.001", "DO.002", "DO.003"),
                "found",
                found("DO.NEW", "DO", "GRASSROOTS", "PARTY_ORGANISATION")));
        for (int base = 0; base < MERGED_BASES; base += 2) {
            for (int branch = 0; branch < PAIRS_OF_TWO_BASES; branch++) {
                operations.add(Map.of(
                        "type",
                        "MERGE",
                        "units",
                        List.of(code(base, branch), code(base + 1, branch)),
                        "found",
                        found("DO.NEW.%d.%02d".formatted(base, branch), "DO.NEW", "BRANCH", "BRANCH")));
            }
        }
        return operations;
    }

    private static String code(int base, int branch) {
        return "DO.%03d.%02d".formatted(base, branch % BRANCHES_A_BASE);
    }

    private static Map<String, Object> found(String code, String parent, String level, String form) {
        return Map.of("code", code, "name", "Đơn vị mới " + code, "level", level, "form", form, "parent", parent);
    }

    private static void fill(Api api, List<Register.Branch> branches) throws IOException, InterruptedException {
        var csv = new StringBuilder(
                "unit_code,member_ref,full_name,birth_date,gender,person_identifier,admitted_on,recognised_on,member_since,state,exempt\n");
        var random = new Random(1_930);
        for (int i = 0; i < MEMBERS; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,M%06d,%s %s %s,%s,%s,%012d,2015-05-19,2016-05-19,2016-05-19,OFFICIAL,false%n",
                    branches.get(i % branches.size()).code(),
                    i,
                    one(FAMILIES, random),
                    one(MIDDLES, random) + " " + one(MIDDLES, random),
                    one(GIVEN, random),
                    LocalDate.of(1960, 1, 1).plusDays(i % 12_000),
                    i % 2 == 0 ? "MALE" : "FEMALE",
                    i));
        }
        JsonNode staged = api.upload("/api/org/v1/imports", "DO", "members.csv", csv.toString());
        api.post("/api/org/v1/imports/" + staged.path("id").asString() + "/confirmation", Map.of());
    }

    /** A given name and half a middle one, as somebody types them who has no Vietnamese keyboard. */
    private static String partOfAName(Random random) {
        String typed = Register.folded(one(MIDDLES, random) + " " + one(GIVEN, random));
        return URLEncoder.encode(typed.substring(1), StandardCharsets.UTF_8);
    }

    /** The whole register every other time. */
    private static String base(Random random) {
        return random.nextBoolean()
                ? "DO"
                : "DO.%03d".formatted(MERGED_BASES + random.nextInt(BRANCHES / BRANCHES_A_BASE - MERGED_BASES));
    }

    private static String one(String[] names, Random random) {
        return names[random.nextInt(names.length)];
    }

    private static double p95(Callable<JsonNode> question) throws Exception {
        for (int i = 0; i < WARMING; i++) {
            question.call();
        }
        double[] millis = new double[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long begin = System.nanoTime();
            question.call();
            millis[i] = millis(begin);
        }
        Arrays.sort(millis);
        return millis[QUESTIONS * 95 / 100];
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
