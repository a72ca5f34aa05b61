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
import tusoi.platform.persistence.Loader;

/** The tree, a path, lineage: as of any day, as known at any time. */
@OrgTest
class TreeOverTimeTest {
    private static final String DAY = "2025-07-01";

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String other = "";
    String branch = "";
    String sister = "";

    @BeforeEach
    void twoWards() {
        ward = register.ward();
        other = register.ward();
        branch = register.branch(ward);
        sister = register.branch(other);
    }

    @Test
    void whatWasKnownBeforeAMergerIsStillAnswered() {
        String before = now();
        String tree = register.get(ADMIN, "/tree?root=" + ward + "&asOf=" + DAY).text();
        String path =
                register.get(ADMIN, "/units/" + branch + "/path?asOf=" + DAY).text();
        String newWard = fresh("N");
        reorganising.done(DAY, mergeInto(wardUnder(newWard, "CT"), ward, other));
        assertThat(register.get(ADMIN, "/tree?root=" + ward + "&asOf=" + DAY).status())
                .isEqualTo(404);
        assertThat(ids(register.get(ADMIN, "/tree?root=" + ward + "&asOf=" + DAY + "&knownAt=" + before)
                        .body()
                        .path("children")))
                .containsExactly(branch);
        assertThat(register.get(ADMIN, "/units/" + branch + "/path?asOf=" + DAY + "&knownAt=" + before)
                        .text())
                .isEqualTo(path);
        assertThat(tree).contains(branch);
        JsonNode now =
                register.get(ADMIN, "/units/" + branch + "/path?asOf=" + DAY).body();
        assertThat(now.valueStream().map(step -> step.path("code").asString()))
                .containsExactly(code(branch), newWard, "CT");
        assertThat(ids(register.get(ADMIN, "/tree?root=" + newWard + "&asOf=" + DAY)
                        .body()
                        .path("children")))
                .containsExactlyInAnyOrder(branch, sister);
        assertThat(register.get(ADMIN, "/units/" + branch + "/path?asOf=2009-01-01")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void linesAreFollowedOverSeveralReorganisationsAndForgottenWhenRevoked() {
        String first = fresh("N");
        String second = fresh("N");
        String merged = reorganising.done(DAY, mergeInto(wardUnder(first, "CT"), ward, other));
        String firstId = register.get(ADMIN, "/units/" + first).id();
        String known = now();
        String third = register.ward();
        String again = reorganising.done("2026-01-01", mergeInto(wardUnder(second, "CT"), first, third));
        JsonNode line = register.get(ADMIN, "/units/" + second + "/lineage").body();
        assertThat(line.path("predecessors")
                        .valueStream()
                        .map(link -> link.path("id").asString() + " "
                                + link.path("distance").asInt() + " "
                                + link.path("on").asString()))
                .containsExactlyInAnyOrder(
                        firstId + " 1 2026-01-01", third + " 1 2026-01-01", ward + " 2 " + DAY, other + " 2 " + DAY);
        assertThat(line.path("predecessors").valueStream().map(link -> link.path("reorganisationId")
                        .asString()))
                .contains(merged, again);
        assertThat(successors(ward, "")).hasSize(2);
        assertThat(successors(ward, "?knownAt=" + known)).containsExactly(firstId);
        made(register.change(ADMIN, "/reorganisations/" + again + "/revocation", 2, Map.of()));
        assertThat(successors(ward, "")).hasSize(1);
        assertThat(ids(register.get(ADMIN, "/tree?root=" + first).body().path("children")))
                .containsExactlyInAnyOrder(branch, sister);
    }

    @Test
    void aUnitThatWasNeverFoundedAfterAllIsReadAsItWasKnown() {
        String code = fresh("N");
        String merged = reorganising.done(DAY, mergeInto(wardUnder(code, "CT"), ward, other));
        String unit = register.get(ADMIN, "/units/" + code).id();
        String known = now();
        String then =
                register.get(ADMIN, "/units/" + unit + "?knownAt=" + known).text();
        made(register.change(ADMIN, "/reorganisations/" + merged + "/revocation", 2, Map.of()));
        assertThat(register.get(ADMIN, "/units/" + unit).status()).isEqualTo(404);
        assertThat(register.get(ADMIN, "/units/" + code + "?knownAt=" + known).status())
                .as("by its code, which is free again")
                .isEqualTo(404);
        assertThat(register.get(ADMIN, "/units/" + unit + "?knownAt=" + known).text())
                .isEqualTo(then);
        assertThat(ids(register.get(ADMIN, "/tree?root=" + unit + "&knownAt=" + known)
                        .body()
                        .path("children")))
                .containsExactlyInAnyOrder(branch, sister);
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.get(stranger, "/units/" + unit + "?knownAt=" + known)
                        .status())
                .isEqualTo(404);
    }

    // ORG-38
    @Test
    void whatAnotherReorganisationRestsOnIsNotRevoked() {
        String first = fresh("N");
        String merged = reorganising.done(DAY, mergeInto(wardUnder(first, "CT"), ward, other));
        reorganising.done("2026-01-01", mergeInto(wardUnder(fresh("N"), "CT"), first, register.ward()));
        var refused = register.change(ADMIN, "/reorganisations/" + merged + "/revocation", 2, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("ORG-38").contains("unitsChanged");
    }

    @Test
    void aReorganisationOfTheFutureIsNotInForceYetAndKeepsNobodyFromDying() {
        var stays = register.member(branch);
        var dies = register.member(branch);
        String code = fresh("N");
        String id = reorganising.done("2099-01-01", mergeInto(branchUnder(code, ward), branch, register.branch(ward)));
        assertThat(register.get(ADMIN, "/units/" + branch).status()).isEqualTo(200);
        assertThat(register.get(ADMIN, "/units/" + code).status()).isEqualTo(404);
        assertThat(register.get(ADMIN, "/units/" + code + "?asOf=2099-01-01").status())
                .isEqualTo(200);
        made(register.change(ADMIN, "/members/" + dies.id() + "/death", 2, Map.of("on", "2025-05-05")));
        var refused = register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(dies.id()).doesNotContain(stays.id());
    }

    @Test
    void aLineOutOfScopeIsNotShown() {
        String newWard = fresh("N");
        reorganising.done(DAY, mergeInto(wardUnder(newWard, "CT"), ward, other));
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        assertThat(register.get(stranger, "/units/" + newWard + "/lineage").status())
                .isEqualTo(404);
        assertThat(register.get(stranger, "/units/" + newWard + "/path").status())
                .isEqualTo(404);
        String own = register.account("ORGANISATION_OFFICER", newWard);
        assertThat(register.get(own, "/units/" + newWard + "/lineage").body().path("predecessors"))
                .as("who answers for a unit may read its past")
                .hasSize(2);
    }

    private List<String> successors(String unit, String query) {
        return ids(register.get(ADMIN, "/units/" + unit + "/lineage" + query)
                .body()
                .path("successors"));
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(one -> one.path("id").asString()).toList();
    }

    private String code(String unit) {
        return register.get(ADMIN, "/units/" + unit).code();
    }

    private String now() {
        return loader.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }
}
