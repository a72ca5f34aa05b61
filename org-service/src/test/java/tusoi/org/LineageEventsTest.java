package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.fresh;
import static tusoi.org.Register.made;
import static tusoi.org.Reorganising.branchUnder;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

/** What unit events tell of lineage: each link with its own day and what made it. */
@OrgTest
class LineageEventsTest {
    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String sister = "";

    @BeforeEach
    void aWardWithTwoBranches() {
        ward = register.ward();
        branch = register.branch(ward);
        sister = register.branch(ward);
    }

    @Test
    void whatIsSpunOffAndLaterMergedWithIsLinkedTwice() {
        String part = spunOff("2024-03-01");
        reorganising.done("2025-07-01", Map.of("type", "MERGE", "units", List.of(branch), "into", part));
        assertThat(links(branch))
                .containsExactly(
                        branch + " " + part + " 2024-03-01 SPIN_OFF", branch + " " + part + " 2025-07-01 MERGE");
        assertThat(lineage(branch)).containsExactly(part + " 2024-03-01", part + " 2025-07-01");
    }

    /** Only the one that ends on that day answers for it; what was spun off before never does. */
    @Test
    void whoAnswersForAnEndedUnitFollowedItOnTheDayOfItsEnd() {
        String part = spunOff("2024-03-01");
        reorganising.done("2025-07-01", Map.of("type", "MERGE", "units", List.of(branch), "into", sister));
        assertThat(heirs(branch)).containsExactly(sister);
        String aside = register.account("SECRETARY", part);
        assertThat(register.get(aside, "/units/" + branch + "?asOf=2024-01-01").status())
                .isEqualTo(404);
        String heir = register.account("SECRETARY", sister);
        assertThat(register.get(heir, "/units/" + branch + "?asOf=2024-01-01").status())
                .isEqualTo(200);
    }

    @Test
    void aSplitIsToldFromBothSides() {
        String one = fresh("N");
        String two = fresh("N");
        reorganising.done(
                "2025-07-01",
                Map.of(
                        "type",
                        "SPLIT",
                        "unit",
                        branch,
                        "parts",
                        List.of(Map.of("found", branchUnder(one, ward)), Map.of("found", branchUnder(two, ward)))));
        String first = idOf(one, "2025-07-01");
        assertThat(links(first)).containsExactly(branch + " " + first + " 2025-07-01 SPLIT");
        assertThat(links(branch)).hasSize(2).allMatch(link -> link.endsWith("2025-07-01 SPLIT"));
        assertThat(heirs(branch)).containsExactlyInAnyOrder(first, idOf(two, "2025-07-01"));
    }

    /** A merger into a unit that is there is told by the one that ends; the other, renamed since, repeats it. */
    @Test
    void aRevokedMergerIsNoLineageAnyMore() {
        String id = reorganising.done("2025-07-01", Map.of("type", "MERGE", "units", List.of(branch), "into", sister));
        long version = register.get(ADMIN, "/units/" + sister).version();
        made(register.change(
                ADMIN,
                "/units/" + sister + "/rename",
                version,
                Map.of("name", "Chi bộ lớn", "decision", Register.decision("2025-08-01"))));
        assertThat(links(sister)).containsExactly(branch + " " + sister + " 2025-07-01 MERGE");
        made(register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of()));
        assertThat(links(branch)).isEmpty();
        assertThat(held(branch)).isZero();
    }

    /** Gives off a new branch and lives on; answers the new one. */
    private String spunOff(String day) {
        String code = fresh("N");
        List<Object> parts = List.of(Map.of("into", branch), Map.of("found", branchUnder(code, ward)));
        reorganising.done(day, Map.of("type", "SPLIT", "unit", branch, "parts", parts));
        return idOf(code, day);
    }

    private String idOf(String code, String asOf) {
        return register.get(ADMIN, "/units/" + code + "?asOf=" + asOf).id();
    }

    private List<String> lineage(String unit) {
        return register.get(ADMIN, "/units/" + unit + "/lineage?asOf=2024-01-01")
                .body()
                .path("successors")
                .valueStream()
                .map(link -> link.path("id").asString() + " " + link.path("on").asString())
                .toList();
    }

    private List<String> links(String unit) {
        String data = loader.sql("""
                        select convert_from(data, 'UTF8') from platform.outbox
                        where aggregate_id = ?::uuid and type like 'org.unit-%' order by version desc limit 1
                        """).param(unit).query(String.class).single();
        assertThat(Contracts.misfits("org.unit-ended.v1", data)).isEmpty();
        return JsonMapper.shared()
                .readTree(data)
                .path("lineage")
                .valueStream()
                .map(link -> String.join(
                        " ",
                        link.path("predecessorId").asString(),
                        link.path("successorId").asString(),
                        link.path("on").asString(),
                        link.path("kind").asString()))
                .toList();
    }

    private List<String> heirs(String unit) {
        return loader.sql("select heir_id::text from scope.heir where unit_id = ?::uuid")
                .param(unit)
                .query(String.class)
                .list();
    }

    private int held(String predecessor) {
        return loader.sql(
                        "select count(*)::int from scope.lineage where predecessor_id = ?::uuid and recorded_to = 'infinity'")
                .param(predecessor)
                .query(Integer.class)
                .single();
    }
}
