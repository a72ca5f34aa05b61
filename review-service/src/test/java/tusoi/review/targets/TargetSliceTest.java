package tusoi.review.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Api.body;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tusoi.review.Register;
import tusoi.review.SliceTest;
import tusoi.review.contract.Contracts;

class TargetSliceTest extends SliceTest {
    private UUID district = UUID.randomUUID();
    private UUID ward = UUID.randomUUID();
    private String officer = "";
    private String stranger = "";

    @BeforeEach
    void aDistrictWithTwoWards() {
        var register = register();
        district = register.organisation("DISTRICT", null);
        ward = register.organisation("GRASSROOTS", district);
        officer = register.officer("ORGANISATION_OFFICER", district);
        stranger = register.officer("ORGANISATION_OFFICER", register.organisation("GRASSROOTS", district));
        register.arrives();
    }

    @Test
    void aTargetIsSetAndCorrected() throws Exception {
        var set = api().post(officer, "/targets", target(5));
        var again = api().post(officer, "/targets", target(5));
        var corrected = api().post(officer, "/targets", target(7));

        assertThat(set.status()).isEqualTo(201);
        assertThat(set.etag()).isEqualTo("\"1\"");
        assertThat(again.etag()).isEqualTo("\"1\"");
        assertThat(corrected.etag()).isEqualTo("\"2\"");
        assertThat(corrected.id("targetId")).isEqualTo(set.id("targetId"));
        var events = jdbc.sql(
                        "select convert_from(data, 'UTF8') from platform.outbox where aggregate_id = :id order by seq")
                .param("id", UUID.fromString(set.id("targetId")))
                .query(String.class)
                .list();
        assertThat(events).hasSize(2);
        for (var event : events) {
            assertThat(Contracts.misfits("review.target-set.v1", event)).isEmpty();
        }
    }

    @Test // REV-18
    void aPlanOfNothingIsRefused() {
        assertThat(api().post(officer, "/targets", target(0)).code()).isEqualTo("REV-18");
    }

    @Test
    void theDistrictSeesItsWardsTargetsAndAnotherWardDoesNot() {
        api().post(officer, "/targets", target(5));

        assertThat(api().get(officer, "/targets?unit=" + Register.codeOf(district))
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(api().get(stranger, "/targets?unit=" + ward).status()).isEqualTo(404);
        assertThat(api().post(stranger, "/targets", target(6)).status()).isEqualTo(404);
    }

    private Map<String, Object> target(int planned) {
        return body(
                "unitId",
                ward,
                "indicator",
                "member.admitted",
                "from",
                "2023-01-01",
                "to",
                "2023-12-31",
                "planned",
                planned);
    }
}
