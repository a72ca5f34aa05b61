package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.org.Register.ADMIN;
import static tusoi.org.Register.made;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.org.Register.Answer;
import tusoi.platform.persistence.Loader;

/** Members, transfers and prospects as they stood on a day, as known at an instant. */
@OrgTest
class KnownThenTest {
    @Autowired
    Register register;

    @Autowired
    Reorganising reorganising;

    @Autowired
    @Loader
    JdbcClient loader;

    String ward = "";
    String branch = "";
    String officer = "";
    String stranger = "";

    @BeforeEach
    void aWard() {
        ward = register.ward();
        branch = register.branch(ward);
        officer = register.account("ORGANISATION_OFFICER", ward);
        stranger = register.account("ORGANISATION_OFFICER", register.ward());
    }

    @Test
    void listSearchAndExportTellNamesDaysAndVersionsAsTheyWereKnown() {
        var member = register.member(branch);
        String then = now();
        String path = "/members/" + member.id() + "/corrections";
        String list = "/members?unit=" + branch + "&knownAt=" + then;
        String export = "/members/export?unit=" + branch + "&asOf=2024-01-01&knownAt=" + then;
        String asked = register.get(officer, list).text();
        String exported = register.get(officer, export).text();
        made(register.change(
                officer, path, 1, Map.of("reason", "Nhập sai", "person", Map.of("fullName", "Lý Thị Đổi Tên"))));
        made(register.change(
                officer,
                path,
                2,
                Map.of(
                        "reason",
                        "Sai ngày",
                        "days",
                        Map.of("admittedOn", "2001-03-03", "recognisedOn", "2002-03-03"))));
        assertThat(register.get(officer, list).text()).isEqualTo(asked);
        assertThat(register.get(officer, export).text()).isEqualTo(exported);
        assertThat(exported).contains("Trần Thị Ví Dụ").contains("2001-02-03");
        assertThat(register.get(officer, list + "&q=vi+du").body().path("items"))
                .hasSize(1);
        assertThat(register.get(officer, list + "&q=doi+ten").body().path("items"))
                .isEmpty();
        var now =
                register.get(officer, "/members?unit=" + branch + "&q=doi+ten").body();
        assertThat(now.path("items").get(0).path("version").asInt()).isEqualTo(3);
        assertThat(now.path("items").get(0).path("admittedOn").asString()).isEqualTo("2001-03-03");
    }

    @Test
    void aTransfersFormerStatesAreKept() {
        String other = register.branch(ward);
        var member = register.member(branch);
        String before = now();
        Answer asked =
                made(register.post(officer, "/transfers", Register.transferBody(member.id(), other, "2024-03-01")));
        String path = "/transfers/" + asked.id();
        String then = now();
        made(register.change(officer, path + "/acceptance", 1, Map.of("on", "2024-03-20")));
        assertThat(register.get(officer, path).body().path("state").asString()).isEqualTo("ACCEPTED");
        Answer known = made(register.get(officer, path + "?knownAt=" + then));
        assertThat(known.body().path("state").asString()).isEqualTo("REQUESTED");
        assertThat(known.version()).isEqualTo(1);
        assertThat(register.get(officer, path + "?knownAt=" + before).status()).isEqualTo(404);
        assertThat(register.get(officer, path + "?asOf=2024-03-10")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("REQUESTED");
        assertThat(register.get(officer, path + "?asOf=2024-03-20")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("ACCEPTED");
        assertThat(register.get(officer, path + "?asOf=2024-02-29").status()).isEqualTo(404);
        String list = "/transfers?unit=" + ward + "&state=REQUESTED";
        assertThat(register.get(officer, list).body().path("items")).isEmpty();
        assertThat(register.get(officer, list + "&knownAt=" + then).body().path("items"))
                .hasSize(1);
        assertThat(register.get(officer, list + "&asOf=2024-03-10").body().path("items"))
                .hasSize(1);
        var versions = register.get(officer, path + "/versions").body();
        assertThat(versions.valueStream().map(version -> version.path("state").asString()))
                .containsExactly("REQUESTED", "ACCEPTED");
        assertThat(versions.get(0).path("recordedTo").asString())
                .isEqualTo(versions.get(1).path("recordedFrom").asString());
        assertThat(register.get(stranger, path + "/versions").status()).isEqualTo(404);
        assertThat(register.get(stranger, path + "?knownAt=" + then).status()).isEqualTo(404);
    }

    @Test
    void aProspectsFormerStatesAreKept() {
        var prospect = made(register.post(
                officer,
                "/prospects",
                Map.of(
                        "unitId", branch,
                        "fullName", "Võ Thị Trước",
                        "birthDate", "2000-01-01",
                        "gender", "FEMALE",
                        "personIdentifier", Register.identifier(),
                        "since", "2022-01-01")));
        String path =
                "/prospects/" + prospect.body().path("prospect").path("id").asString();
        var introducer = register.member(branch);
        String then = now();
        made(register.change(
                officer, path + "/introducers", 1, Map.of("memberId", introducer.id(), "knownSince", "2020-06-01")));
        made(register.change(officer, path + "/closure", 2, Map.of("on", "2024-03-01", "reason", "Chuyển đi")));
        var known = register.get(officer, path + "?knownAt=" + then).body();
        assertThat(known.path("prospect").path("state").asString()).isEqualTo("OPEN");
        assertThat(known.path("prospect").path("version").asInt()).isEqualTo(1);
        assertThat(known.path("introducers")).isEmpty();
        var earlier = register.get(officer, path + "?asOf=2024-02-01").body();
        assertThat(earlier.path("prospect").path("state").asString()).isEqualTo("OPEN");
        assertThat(earlier.path("introducers")).hasSize(1);
        assertThat(register.get(officer, path + "?asOf=2021-12-31").status()).isEqualTo(404);
        assertThat(register.get(officer, "/prospects?unit=" + ward + "&state=OPEN&asOf=2024-02-01")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(register.get(officer, path + "/versions")
                        .body()
                        .valueStream()
                        .map(version -> version.path("state").asString()))
                .containsExactly("OPEN", "OPEN", "CLOSED");
        assertThat(register.get(stranger, path + "/versions").status()).isEqualTo(404);
        assertThat(register.get(stranger, path + "?knownAt=" + then).status()).isEqualTo(404);
    }

    // ORG-68, ORG-71
    @Test
    void aSplitsPartsMakeTheWholeAndAnAnswerOutlastsItsRevocation() {
        var stays = register.member(branch);
        var goes = register.member(branch);
        var left = register.member(branch);
        made(register.change(ADMIN, "/members/" + left.id() + "/death", 1, Map.of("on", "2024-02-01")));
        String one = Register.fresh("S");
        String two = Register.fresh("S");
        String before = now();
        String id = reorganising.done(
                "2024-07-01",
                Map.of(
                        "type",
                        "SPLIT",
                        "unit",
                        branch,
                        "parts",
                        List.of(
                                Map.of("found", Reorganising.branchUnder(one, ward), "members", List.of(stays.id())),
                                Map.of("found", Reorganising.branchUnder(two, ward), "members", List.of(goes.id())))));
        String after = now();
        String year = "&from=2024-01-01&to=2024-12-31";
        String whole = "/members/balance?unit=" + ward + year + "&knownAt=" + after;
        String part = "/members/balance?unit=" + one + year + "&knownAt=" + after;
        var all = register.get(ADMIN, whole).body();
        assertThat(all.path("opening").asInt()).as(all.toString()).isEqualTo(3);
        assertThat(all.path("unplaced").path("opening").asInt()).isEqualTo(1);
        assertThat(all.path("out").path("DECEASED").asInt()).isEqualTo(1);
        assertThat(all.path("difference").asInt()).isZero();
        for (String unit : List.of(one, two)) {
            var own =
                    register.get(ADMIN, "/members/balance?unit=" + unit + year).body();
            assertThat(own.path("opening").asInt()).as(own.toString()).isEqualTo(1);
            assertThat(own.path("closing").asInt()).isEqualTo(1);
            assertThat(own.path("difference").asInt()).isZero();
        }
        var ended =
                register.get(ADMIN, "/members/balance?unit=" + branch + year).body();
        assertThat(ended.path("asOf").asString()).isEqualTo("2024-06-30");
        assertThat(ended.path("opening").asInt()).isEqualTo(3);
        assertThat(register.get(ADMIN, "/members/balance?unit=" + one + year + "&knownAt=" + before)
                        .status())
                .isEqualTo(404);
        String asked = register.get(ADMIN, whole).text();
        String askedOfPart = register.get(ADMIN, part).text();
        made(register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of()));
        assertThat(register.get(ADMIN, whole).text()).isEqualTo(asked);
        assertThat(askedOfPart).contains("\"opening\":1");
        var now = register.get(ADMIN, "/members/balance?unit=" + branch + year).body();
        assertThat(now.path("asOf").asString()).isEqualTo("2024-12-31");
        assertThat(now.path("closing").asInt()).isEqualTo(2);
    }

    // ORG-38
    @Test
    void aReorganisationIsNotRevokedOnceAHomeToGoBackToHasEnded() {
        var stays = register.member(branch);
        var goes = register.member(branch);
        String id = reorganising.done(
                "2024-05-01",
                Map.of(
                        "type",
                        "SPLIT",
                        "unit",
                        branch,
                        "parts",
                        List.of(
                                Map.of("into", branch, "members", List.of(stays.id())),
                                Map.of(
                                        "found",
                                        Reorganising.branchUnder(Register.fresh("S"), ward),
                                        "members",
                                        List.of(goes.id())))));
        reorganising.done(
                "2024-07-01", Map.of("type", "MERGE", "units", List.of(branch), "into", register.branch(ward)));
        var refused = register.change(ADMIN, "/reorganisations/" + id + "/revocation", 2, Map.of());
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.rule()).isEqualTo("ORG-38");
    }

    private String now() {
        return loader.sql("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
    }
}
