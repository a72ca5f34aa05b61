package tusoi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Api.body;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At a district's real size: 45 base organisations, 172 branches, 5,500 members. Aims on an idle machine: opening under 5 s, 200
 * items under 1 s. What is asserted is relative to bare transactions in the same run, so that a busy machine fails nothing.
 */
class SpeedTest extends SliceTest {
    private static final int STATEMENTS = 8;
    private static final int TIMES_BARE = 15;

    @Autowired
    private JdbcClient asApp;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aDistrictsCycleOpensAtOnceAndABranchsMinutesGoInAtOnce() {
        var register = register();
        UUID district = register.organisation("DISTRICT", null);
        List<UUID> members = new ArrayList<>();
        UUID base = district;
        for (int b = 0; b < 172; b++) {
            base = b < 45 ? register.organisation("GRASSROOTS", district) : base;
            UUID branch = register.branch(base);
            for (int m = 0; m < 32; m++) {
                members.add(register.member(branch));
            }
        }
        String officer = register.officer("ORGANISATION_OFFICER", district);
        String committee = register.officer("COMMITTEE_OFFICER", district);
        timed("copy of the register", () -> {
            register.arrives();
            return 0;
        });
        jdbc.sql("analyze").update();

        var opening = timed("opening over " + members.size() + " members", () -> api().post(
                        officer,
                        "/cycles",
                        body(
                                "year",
                                2022,
                                "kind",
                                "ANNUAL",
                                "openedByUnitId",
                                district,
                                "openedOn",
                                "2022-11-15",
                                "dueOn",
                                "2022-12-31",
                                "subjectTypes",
                                List.of("MEMBER", "UNIT", "LEADERSHIP_COLLECTIVE"))));
        String cycle = opening.result().id("cycleId");
        assertThat(opening.result()
                        .body()
                        .path("reviews")
                        .path("MEMBER")
                        .path("OBLIGED")
                        .asInt())
                .isEqualTo(172 * 32);
        var bare = timed("200 bare transactions of 8 statements", this::bareTransactions)
                .took();
        assertThat(opening.took()).isLessThan(bare.multipliedBy(TIMES_BARE));

        List<UUID> some = members.subList(0, 200);
        UUID decider = district;
        timed(
                "warm-up",
                () -> bulk(
                        committee,
                        cycle,
                        "self-reviews",
                        members.subList(200, 400),
                        "on",
                        "2022-12-01",
                        "grade",
                        "GOOD"));
        var self = timed(
                "200 self-reviews",
                () -> bulk(committee, cycle, "self-reviews", some, "on", "2022-12-01", "grade", "GOOD"));
        var proposals = timed(
                "200 proposals", () -> bulk(committee, cycle, "proposals", some, "on", "2022-12-05", "grade", "GOOD"));
        var decisions = timed(
                "200 decisions",
                () -> bulk(
                        committee,
                        cycle,
                        "decisions",
                        some,
                        "on",
                        "2022-12-12",
                        "grade",
                        "GOOD",
                        "deciderUnitId",
                        decider));

        for (var run : List.of(self, proposals, decisions)) {
            assertThat(run.result().body().path("items").valueStream().map(item -> item.path("status")
                            .asInt()))
                    .hasSize(200)
                    .containsOnly(200);
            assertThat(run.took()).isLessThan(bare.multipliedBy(TIMES_BARE));
        }
        timed("a page of 200", () -> api().get(committee, "/cycles/" + cycle + "/reviews?size=200"));
        timed("the cycle with its counts", () -> api().get(committee, "/cycles/" + cycle));
    }

    private Api.Answer bulk(String subject, String cycle, String step, List<UUID> members, Object... fields) {
        List<Map<String, Object>> items = members.stream()
                .map(member -> {
                    var item = body(fields);
                    item.put("subjectId", member);
                    return item;
                })
                .toList();
        return api().post(subject, "/cycles/" + cycle + "/bulk/" + step, Map.of("items", items));
    }

    private int bareTransactions() {
        for (int i = 0; i < 200; i++) {
            transaction.executeWithoutResult(status -> {
                for (int statement = 0; statement < STATEMENTS; statement++) {
                    asApp.sql("select 1").query(Integer.class).single();
                }
            });
        }
        return 0;
    }

    private static <T> Timed<T> timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("SPEED " + what + ": " + took.toMillis() + " ms");
        return new Timed<>(result, took);
    }

    private record Timed<T>(T result, Duration took) {}
}
