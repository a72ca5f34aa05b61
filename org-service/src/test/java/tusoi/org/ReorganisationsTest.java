package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.fresh;
import static tusoi.org.Register.made;
import static tusoi.org.Reorganising.branchUnder;
import static tusoi.org.Reorganising.mergeInto;
import static tusoi.org.Reorganising.wardUnder;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tusoi.org.contract.Contracts;
import tusoi.platform.persistence.Loader;

@OrgTest
class ReorganisationsTest {
    private static final String DAY = "2025-07-01";

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    Offices offices;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String other = "";
    String branch = "";
    String sister = "";
    String alone = "";

    @BeforeEach
    void twoWards() {
        ward = register.ward();
        other = register.ward();
        branch = register.branch(ward);
        sister = register.branch(other);
        alone = register.branch(other);
    }

    @Test
    void wardsMergeWithBranchesThatMergeInThem() {
        var member = register.member(branch);
        var second = register.member(sister);
        var untouched = register.member(alone);
        String newWard = fresh("N");
        String newBranch = fresh("N");
        String id = reorganising.done(
                DAY,
                mergeInto(wardUnder(newWard, "CT"), ward, other),
                mergeInto(branchUnder(newBranch, newWard), branch, sister));

        assertThat(children(newWard, DAY)).containsExactlyInAnyOrder(newBranch, code(alone));
        assertThat(register.get(ADMIN, "/units/" + ward + "?asOf=" + DAY).status())
                .isEqualTo(404);
        assertThat(register.get(ADMIN, "/units/" + ward + "?asOf=2025-06-30").status())
                .isEqualTo(200);
        var file = register.get(ADMIN, "/members/" + member.id()).body();
        assertThat(file.path("slices").get(1).path("unitCode").asString()).isEqualTo(newBranch);
        assertThat(file.path("movements").get(1).path("reorganisationId").asString())
                .isEqualTo(id);
        assertThat(register.get(ADMIN, "/members/" + untouched.id()).version()).isEqualTo(1);
        assertThat(instants(id, member.id(), second.id(), ward, other, branch, sister))
                .isEqualTo(1);
        assertThat(misfits()).isEmpty();
        assertThat(register.get(ADMIN, "/reorganisations/" + id)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void aSplitSendsEverybodyWhereItIsSaid() {
        var stays = register.member(branch);
        var goes = register.member(branch);
        String part = fresh("N");
        reorganising.done(
                DAY,
                Map.of(
                        "type",
                        "SPLIT",
                        "unit",
                        branch,
                        "parts",
                        List.of(
                                Map.of("into", branch, "members", List.of(stays.id())),
                                Map.of("found", branchUnder(part, ward), "members", List.of(goes.id())))));
        assertThat(home(stays.id())).isEqualTo(code(branch));
        assertThat(home(goes.id())).isEqualTo(part);
        var lineage = register.get(ADMIN, "/units/" + part + "/lineage").body();
        assertThat(lineage.path("predecessors").get(0).path("code").asString()).isEqualTo(code(branch));
    }

    @Test
    void thePreviewShowsWhatMovesAndChangesNothing() {
        var member = register.member(branch);
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", alone)))
                .id();
        var preview = made(reorganising.preview(id)).body();
        assertThat(preview.path("confirmable").asBoolean()).isTrue();
        assertThat(preview.path("counts").path("members").asInt()).isEqualTo(1);
        assertThat(preview.path("units").get(0).path("changes").get(0).asString())
                .isEqualTo("ENDED");
        assertThat(preview.path("warnings").get(0).path("rule").asString()).isEqualTo("ORG-39");
        var ways = made(register.get(ADMIN, "/reorganisations/" + id + "/preview/members"))
                .body();
        assertThat(ways.path("items").get(0).path("memberId").asString()).isEqualTo(member.id());
        assertThat(ways.path("items").get(0).path("to").asString()).isEqualTo(alone);
        assertThat(register.get(ADMIN, "/members/" + member.id()).version()).isEqualTo(1);
    }

    @Test
    void aDraftIsSeenByWhoMayWorkOnItAndChangedByWhoReachesAllOfIt() {
        String officer = register.account("ORGANISATION_OFFICER", ward);
        String observer = register.account("OBSERVER", other);
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", alone)))
                .id();
        String path = "/reorganisations/" + id;
        assertThat(register.get(officer, path).status()).isEqualTo(200);
        assertThat(register.get(observer, path).status()).isEqualTo(404);
        assertThat(register.get(observer, "/reorganisations").body().path("items"))
                .isEmpty();
        assertThat(register.get(officer, "/reorganisations").body().path("items"))
                .hasSize(1);
        assertThat(register.get(officer, path + "/preview").status())
                .as("one unit of it is of another ward")
                .isEqualTo(404);
        var confirmation =
                Map.of("fingerprint", reorganising.fingerprint(id), "overrides", Map.of("ORG-39", "Chờ kết nạp"));
        assertThat(register.post(officer, path + "/confirmation", confirmation).status())
                .isEqualTo(404);
        assertThat(register.change(officer, path + "/revocation", 1, Map.of()).status())
                .isEqualTo(404);
        made(register.post(ADMIN, path + "/confirmation", confirmation));
        assertThat(register.get(observer, path).status()).isEqualTo(200);
        assertThat(register.change(officer, path + "/revocation", 2, Map.of()).status())
                .isEqualTo(404);
    }

    // ORG-48
    @Test
    void postsEndWithTheirUnitByTheDecisionAndComeBackWithIt() {
        var member = register.member(alone);
        String subject = offices.account("CT");
        made(offices.link(ADMIN, subject, member.id()));
        var post = made(offices.post(ADMIN, member.id(), branch, "BRANCH_SECRETARY", Map.of()));
        var outside = made(offices.post(ADMIN, member.id(), branch, "NEIGHBOURHOOD_HEAD", Map.of("external", true)));
        var late = made(offices.post(ADMIN, member.id(), branch, "BRANCH_DEPUTY_SECRETARY", Map.of("validFrom", DAY)));
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        assertThat(reorganising.refusals(id)).containsExactly("ORG-48");
        made(register.change(
                ADMIN,
                "/members/" + member.id() + "/posts/" + late.id() + "/correction",
                1,
                Map.of("validFrom", "2024-02-01", "validTo", "2024-03-01")));
        var posts = reorganising.preview(id).body().path("posts");
        assertThat(posts).hasSize(2).anySatisfy(ending -> {
            assertThat(ending.path("holdingId").asString()).isEqualTo(post.id());
            assertThat(ending.path("endsOn").asString()).isEqualTo(DAY);
        });
        assertThat(posts).anySatisfy(staying -> {
            assertThat(staying.path("holdingId").asString()).isEqualTo(outside.id());
            assertThat(staying.path("endsOn").isNull()).isTrue();
        });
        assertThat(offices.roles(subject)).containsExactly("SECRETARY POST");
        made(reorganising.confirm(id, reorganising.fingerprint(id)));
        assertThat(offices.roles(subject)).as("in the same transaction").isEmpty();
        assertThat(end(member.id(), post.id())).isEqualTo(DAY);
        assertThat(types(post.id())).containsExactly("org.post-held.v1", "org.post-left.v1");
        made(register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of()));
        assertThat(offices.roles(subject)).containsExactly("SECRETARY POST");
        assertThat(end(member.id(), post.id())).isEmpty();
        assertThat(types(post.id())).containsExactly("org.post-held.v1", "org.post-left.v1", "org.post-held.v1");
    }

    @Test
    void aPostThatSomebodyChangedAfterItEndedStopsTheRevocation() {
        var member = register.member(alone);
        var post = made(offices.post(ADMIN, member.id(), branch, "BRANCH_SECRETARY", Map.of()));
        String id = reorganising.done(DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister));
        made(register.change(
                ADMIN,
                "/members/" + member.id() + "/posts/" + post.id() + "/correction",
                2,
                Map.of("validFrom", "2024-02-01", "validTo", DAY)));
        var refused = register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of());
        assertThat(refused.rule()).as(refused.text()).isEqualTo("ORG-38");
        assertThat(refused.body().path("facts").path("postsChanged").get(0).asString())
                .isEqualTo(post.id());
    }

    private String end(String member, String post) {
        return register.get(ADMIN, "/members/" + member + "/posts")
                .body()
                .valueStream()
                .filter(held -> held.path("id").asString().equals(post))
                .map(held -> held.path("validTo").asString(""))
                .findFirst()
                .orElseThrow();
    }

    /** Of a post, each checked against its schema. */
    private List<String> types(String post) {
        return loader.sql("""
                        select type, convert_from(data, 'UTF8') from platform.outbox
                        where type like 'org.post-%' and convert_from(data, 'UTF8')::jsonb ->> 'postHoldingId' = ? order by seq
                        """)
                .param(post)
                .query((row, n) -> {
                    assertThat(Contracts.misfits(row.getString(1), row.getString(2)))
                            .isEmpty();
                    return row.getString(1);
                })
                .list();
    }

    @Test
    void aDissolutionIsAnotherEndWithADecisionOfItsOwn() {
        var member = register.member(branch);
        reorganising.done(
                DAY,
                Map.of(
                        "type",
                        "DISSOLVE",
                        "unit",
                        branch,
                        "membersTo",
                        alone,
                        "measure",
                        Map.of("number", "9-QĐ/KL", "body", "Đảng ủy", "signedOn", "2025-06-01")));
        assertThat(home(member.id())).isEqualTo(code(alone));
        JsonNode event = event(branch);
        assertThat(event.path("endKind").asString()).isEqualTo("DISSOLUTION");
        assertThat(event.path("decision").path("number").asString()).isEqualTo("9-QĐ/KL");
        assertThat(loader.sql("select change from org.unit_decision where unit_id = ?::uuid and version = 2")
                        .param(branch)
                        .query(String.class)
                        .single())
                .isEqualTo("DISSOLVED");
    }

    @Test
    void manyAreMovedRenamedAndRaisedByOneDecision() {
        reorganising.done(
                DAY,
                Map.of("type", "RE_PARENT", "units", List.of(sister, alone), "parent", ward),
                Map.of("type", "RENAME", "unit", alone, "name", "Chi bộ mới"),
                Map.of("type", "KIND", "unit", sister, "kind", "SCHOOL"),
                Map.of("type", "END", "unit", other, "successors", List.of(ward)));
        assertThat(children(ward, DAY)).contains(code(sister), code(alone));
        assertThat(register.get(ADMIN, "/units/" + alone).body().path("name").asString())
                .isEqualTo("Chi bộ mới");
        assertThat(register.get(ADMIN, "/units/" + alone).version())
                .as("one version for both")
                .isEqualTo(2);
        assertThat(misfits()).isEmpty();
    }

    @Test
    void whatIsRevokedIsAsItWasBefore() {
        var member = register.member(branch);
        String part = fresh("N");
        String id = reorganising.done(DAY, mergeInto(branchUnder(part, ward), branch, sister));
        String before =
                register.get(ADMIN, "/units/" + branch + "?asOf=2025-06-30").text();
        var revoked = register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of());
        assertThat(revoked.status()).as(revoked.text()).isEqualTo(200);
        assertThat(revoked.body().path("state").asString()).isEqualTo("REVOKED");
        assertThat(home(member.id())).isEqualTo(code(branch));
        assertThat(register.get(ADMIN, "/members/" + member.id()).body().path("movements"))
                .hasSize(1);
        assertThat(register.get(ADMIN, "/units/" + branch).version()).isEqualTo(3);
        assertThat(before).contains("\"validTo\":\"" + DAY + "\"");
        assertThat(register.get(ADMIN, "/units/" + part).status()).isEqualTo(404);
        assertThat(misfits()).isEmpty();
        reorganising.done(DAY, mergeInto(branchUnder(part, ward), branch, sister));
        assertThat(home(member.id())).as("the code is free again").isEqualTo(part);
    }

    private String code(String unit) {
        return register.get(ADMIN, "/units/" + unit + "?asOf=2025-06-30").code();
    }

    private String home(String member) {
        var slices = register.get(ADMIN, "/members/" + member).body().path("slices");
        return slices.get(slices.size() - 1).path("unitCode").asString();
    }

    private List<String> children(String unit, String asOf) {
        return register.get(ADMIN, "/units?parent=" + unit + "&asOf=" + asOf)
                .body()
                .path("items")
                .valueStream()
                .map(child -> child.path("code").asString())
                .toList();
    }

    private JsonNode event(String aggregate) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(loader.sql(
                                "select data from platform.outbox where aggregate_id = ?::uuid order by version desc limit 1")
                        .param(aggregate)
                        .query(byte[].class)
                        .single());
    }

    /** How many recorded instants these aggregates' second versions have. */
    private int instants(String reorganisation, String... aggregates) {
        assertThat(reorganisation).isNotEmpty();
        return loader.sql("""
                        select count(distinct recorded_at) from platform.outbox
                        where version = 2 and aggregate_id = any (:ids::uuid[])
                        """).param("ids", aggregates).query(Integer.class).single();
    }

    private List<String> misfits() {
        return loader
                .sql(
                        "select type, convert_from(data, 'UTF8') from platform.outbox where type like 'org.unit%' or type like 'org.member%'")
                .query((row, n) -> Contracts.misfits(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
