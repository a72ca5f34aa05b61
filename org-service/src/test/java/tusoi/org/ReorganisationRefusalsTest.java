package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.fresh;
import static tusoi.org.Register.made;
import static tusoi.org.Reorganising.branchUnder;
import static tusoi.org.Reorganising.mergeInto;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrgTest
class ReorganisationRefusalsTest {
    private static final String DAY = "2025-07-01";

    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    String ward = "";
    String branch = "";
    String sister = "";

    @BeforeEach
    void aWardWithTwoBranches() {
        ward = register.ward();
        branch = register.branch(ward);
        sister = register.branch(ward);
    }

    // ORG-30
    @Test
    void twoOperationsThatContradictAreRefusedAtOnce() {
        var twice = reorganising.draft(
                ADMIN,
                DAY,
                Map.of("type", "MERGE", "units", List.of(branch), "into", sister),
                Map.of("type", "RENAME", "unit", branch, "name", "Mới"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body().path("rule").path("code").asString())
                .as(twice.text())
                .isEqualTo("ORG-30");
    }

    // ORG-31, ORG-32
    @Test
    void aMemberOrAChildWithoutDestinationIsRefused() {
        register.member(branch);
        String id = made(reorganising.draft(
                        ADMIN,
                        DAY,
                        split(branch, part(branchUnder(fresh("N"), ward)), part(branchUnder(fresh("N"), ward)))))
                .id();
        assertThat(reorganising.refusals(id)).contains("ORG-32");
        assertThat(reorganising.confirm(id, reorganising.fingerprint(id)).status())
                .isEqualTo(422);
        String parted = made(reorganising.draft(
                        ADMIN,
                        DAY,
                        split(
                                ward,
                                part(Reorganising.wardUnder(fresh("N"), "CT")),
                                Map.of(
                                        "found",
                                        Reorganising.wardUnder(fresh("N"), "CT"),
                                        "children",
                                        List.of(branch)))))
                .id();
        assertThat(reorganising.refusals(parted)).contains("ORG-31");
    }

    // ORG-33
    @Test
    void nobodyIsAtHomeInAnOrganisation() {
        register.member(branch);
        String id = made(reorganising.draft(ADMIN, DAY, Map.of("type", "END", "unit", branch, "membersTo", ward)))
                .id();
        assertThat(reorganising.refusals(id)).contains("ORG-33");
    }

    // ORG-35
    @Test
    void anEffectiveDayBeforeALaterChangeIsRefused() {
        made(register.change(
                ADMIN,
                "/units/" + branch + "/rename",
                1,
                Map.of("name", "Tên sau", "decision", Register.decision("2025-08-01"))));
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        assertThat(reorganising.refusals(id)).contains("ORG-35");
    }

    // ORG-36
    @Test
    void aDissolutionHasADecisionOfItsOwn() {
        var answer = reorganising.draft(ADMIN, DAY, Map.of("type", "DISSOLVE", "unit", branch));
        assertThat(answer.body().path("rule").path("code").asString()).isEqualTo("ORG-36");
    }

    @Test
    void aBrokenOperationInTheLastPlaceLeavesNothing() {
        var member = register.member(branch);
        String code = fresh("N");
        String id = made(reorganising.draft(
                        ADMIN,
                        DAY,
                        mergeInto(branchUnder(code, ward), branch, sister),
                        Map.of("type", "RE_PARENT", "units", List.of(ward), "parent", code)))
                .id();
        assertThat(reorganising.refusals(id)).isNotEmpty();
        assertThat(reorganising.confirm(id, reorganising.fingerprint(id)).status())
                .isEqualTo(422);
        assertThat(register.get(ADMIN, "/units/" + code + "?asOf=" + DAY).status())
                .isEqualTo(404);
        assertThat(register.get(ADMIN, "/units/" + branch).version()).isEqualTo(1);
        assertThat(register.get(ADMIN, "/members/" + member.id()).version()).isEqualTo(1);
    }

    @Test
    void aPreviewOfAWorldThatChangedIsStale() {
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        String seen = reorganising.fingerprint(id);
        register.member(branch);
        var stale = reorganising.confirm(id, seen);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("preview-stale");
        assertThat(reorganising.confirm(id, reorganising.fingerprint(id)).status())
                .isEqualTo(200);
    }

    @Test
    void ofTwoAdministratorsAtOnceOneWins() {
        var member = register.member(branch);
        List<String> ids = Stream.of(sister, register.branch(ward))
                .map(into -> made(reorganising.draft(
                                ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", into)))
                        .id())
                .toList();
        List<String> seen = ids.stream().map(reorganising::fingerprint).toList();
        var both = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> reorganising.confirm(ids.get(i), seen.get(i)).status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
        assertThat(register.get(ADMIN, "/members/" + member.id()).version()).isEqualTo(2);
    }

    @Test
    void theSameReorganisationIsConfirmedOnce() {
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        String seen = reorganising.fingerprint(id);
        var both = Stream.of(0, 1)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> reorganising.confirm(id, seen).status()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    }

    // ORG-38
    @Test
    void whatOthersRestOnIsNotRevoked() {
        String code = fresh("N");
        String id = reorganising.done(DAY, mergeInto(branchUnder(code, ward), branch, sister));
        String founded = register.get(ADMIN, "/units/" + code).id();
        var newcomer = made(register.post(ADMIN, "/members", memberSince(founded)));
        var refused = register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of());
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("rule").path("code").asString()).isEqualTo("ORG-38");
        assertThat(refused.text()).contains(newcomer.id());
        assertThat(register.change(ADMIN, "/reorganisations/" + id + "/revocation", 1, Map.of())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void anotherWardSeesNothingOfIt() {
        String id = made(reorganising.draft(
                        ADMIN, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister)))
                .id();
        String stranger = register.account("ORGANISATION_OFFICER", register.ward());
        for (String path : List.of("", "/preview", "/preview/members")) {
            assertThat(register.get(stranger, "/reorganisations/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(register.get(stranger, "/reorganisations").body().path("items"))
                .isEmpty();
        assertThat(register.post(
                                stranger,
                                "/reorganisations/" + id + "/confirmation",
                                Map.of("fingerprint", reorganising.fingerprint(id)))
                        .status())
                .isEqualTo(404);
        assertThat(register.change(stranger, "/reorganisations/" + id + "/revocation", 1, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(reorganising
                        .draft(stranger, DAY, Map.of("type", "MERGE", "units", List.of(branch), "into", sister))
                        .status())
                .isEqualTo(404);
        String own = register.account("ORGANISATION_OFFICER", ward);
        assertThat(register.get(own, "/reorganisations/" + id).status()).isEqualTo(200);
        assertThat(register.get(ADMIN, "/reorganisations/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private static Map<String, Object> memberSince(String unit) {
        var body = new java.util.HashMap<>(Register.memberBody(unit));
        body.put("memberSince", DAY);
        return body;
    }

    private static Map<String, Object> split(String unit, Object... parts) {
        return Map.of("type", "SPLIT", "unit", unit, "parts", List.of(parts));
    }

    private static Map<String, Object> part(Map<String, Object> found) {
        return Map.of("found", found);
    }
}
