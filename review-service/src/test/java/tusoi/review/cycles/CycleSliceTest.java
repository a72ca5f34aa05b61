package tusoi.review.cycles;

import static org.assertj.core.api.Assertions.assertThat;
import static tusoi.review.Api.body;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tusoi.review.Api;
import tusoi.review.SliceTest;
import tusoi.review.contract.Contracts;

class CycleSliceTest extends SliceTest {
    private static final List<String> ALL = List.of("MEMBER", "UNIT", "LEADERSHIP_COLLECTIVE");

    private UUID district = UUID.randomUUID();
    private UUID ward = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private String officer = "";
    private String wardOfficer = "";

    @BeforeEach
    void aDistrictWithAWard() {
        var register = register();
        district = register.organisation("DISTRICT", null);
        ward = register.organisation("GRASSROOTS", district);
        branch = register.branch(ward);
        officer = register.officer("ORGANISATION_OFFICER", district);
        wardOfficer = register.officer("ORGANISATION_OFFICER", ward);
        register.arrives();
    }

    @Test
    void openingFixesWhoIsObligedAndWhoIsNot() throws Exception {
        var register = register();
        register.member(branch);
        register.member(branch, Map.of("exempt", true));
        register.member(branch, Map.of("suspended", true));
        register.member(branch, Map.of("admittedOn", "2022-05-16"));
        register.member(branch, Map.of("validTo", "2022-11-15"));
        register.arrives();

        var opened = open(officer, district, "2022-11-15", ALL);

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.body().path("profile").asString()).isEqualTo("132+21-HD");
        assertThat(opened.body().path("reviews")).isEqualTo(json.readTree("""
                        {"MEMBER":{"OBLIGED":1,"EXCLUDED":3},"UNIT":{"OBLIGED":2},"LEADERSHIP_COLLECTIVE":{"OBLIGED":1}}
                        """));
        assertThat(events(opened)).hasSize(8);
        for (var event : events(opened)) {
            assertThat(Contracts.misfits(event.type(), event.data())).isEmpty();
        }
        assertThat(events(opened).stream().map(Event::recordedAt).distinct()).hasSize(1);
    }

    @Test // the profile is the opening day's
    void theOpeningDayPicksTheProfile() {
        assertThat(profileOn("2023-10-03", 2023)).isEqualTo("132+21-HD");
    }

    @Test
    void theOpeningDayPicksTheNextProfile() {
        assertThat(profileOn("2023-10-04", 2023)).isEqualTo("124+25-HD");
    }

    @Test
    void theOpeningDayPicksTheLatestProfile() {
        assertThat(profileOn("2025-08-30", 2025)).isEqualTo("366+43-HD");
    }

    @Test
    void beforeTheFirstProfileThereIsNone() {
        var refused = api().post(officer, "/cycles", cycle(district, "2018-03-07", 2018, "2018-12-31", ALL));

        assertThat(refused.status()).isEqualTo(422);
    }

    @Test // REV-03
    void aSecondCycleOfTheYearIsRefusedAtAboveAndBelow() {
        assertThat(open(wardOfficer, ward, "2022-11-15", List.of("MEMBER")).status())
                .isEqualTo(201);

        assertThat(open(wardOfficer, ward, "2022-11-16", List.of("UNIT")).code())
                .isEqualTo("REV-03");
        assertThat(open(officer, district, "2022-11-16", ALL).code()).isEqualTo("REV-03");
        assertThat(open(officer, district, "2022-11-16", List.of("UNIT")).status())
                .isEqualTo(201);
        assertThat(open(officer, branch, "2022-11-16", List.of("MEMBER")).code())
                .isEqualTo("REV-03");
    }

    @Test // REV-02
    void aLateDueDayNeedsAReason() {
        var late = cycle(district, "2022-11-15", 2022, "2023-01-15", ALL);

        var warned = api().post(officer, "/cycles", late);
        late.put("overrides", Map.of("REV-02", "trường học"));
        var passed = api().post(officer, "/cycles", late);

        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.code()).isEqualTo("warnings-unanswered");
        assertThat(passed.status()).isEqualTo(201);
        assertThat(jdbc.sql("select reason from review.answered_warning where aggregate_id = :id and rule = 'REV-02'")
                        .param("id", UUID.fromString(passed.id("cycleId")))
                        .query(String.class)
                        .single())
                .isEqualTo("trường học");
    }

    @Test // REV-03
    void whoMovedAfterOneWardOpenedIsNotObligedInTheNext() {
        var register = register();
        UUID other = register.organisation("GRASSROOTS", district);
        UUID otherBranch = register.branch(other);
        UUID mover = register.member(branch, Map.of("validTo", "2022-11-20"));
        register.arrives();
        var first = open(wardOfficer, ward, "2022-11-15", List.of("MEMBER"));
        register.memberVersion(mover, 2, otherBranch, Map.of("validFrom", "2022-11-20"));
        register.arrives();

        var second = open(officer, other, "2022-11-21", List.of("MEMBER"));

        assertThat(first.body().path("reviews").path("MEMBER").path("OBLIGED").asInt())
                .isEqualTo(1);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("reviews").path("MEMBER").path("EXCLUDED").asInt())
                .isEqualTo(1);
    }

    @Test // REV-03
    void aBaseThatMovedAfterOneDistrictOpenedIsNotObligedInTheNext() {
        var register = register();
        UUID otherDistrict = register.organisation("DISTRICT", null);
        register.movedUnit(district, "2022-12-01", otherDistrict);
        String newSuperior = register.officer("ORGANISATION_OFFICER", otherDistrict);
        register.arrives();
        var first = open(officer, district, "2022-11-15", ALL);

        var second = open(newSuperior, otherDistrict, "2022-12-05", ALL);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("reviews"))
                .isEqualTo(json.readTree("{\"UNIT\":{\"EXCLUDED\":1},\"LEADERSHIP_COLLECTIVE\":{\"EXCLUDED\":1}}"));
    }

    @Test
    void anotherWardsOfficerFindsNothing() {
        var register = register();
        UUID other = register.organisation("GRASSROOTS", district);
        String stranger = register.officer("ORGANISATION_OFFICER", other);
        register.arrives();
        var opened = open(wardOfficer, ward, "2022-11-15", ALL);

        assertThat(open(stranger, ward, "2022-11-15", ALL).status()).isEqualTo(404);
        assertThat(api().get(stranger, "/cycles/" + opened.id("cycleId")).status())
                .isEqualTo(404);
        assertThat(api().get(stranger, "/cycles").body().path("items")).isEmpty();
        assertThat(api().get(officer, "/cycles").body().path("items")).hasSize(1);
    }

    @Test
    void aCycleTakesInWhatStoodUnderTheUnitThatDay() {
        var register = register();
        UUID otherDistrict = register.organisation("DISTRICT", null);
        UUID moved = register.movedUnit(district, "2022-12-01", otherDistrict);
        register.member(register.branch(moved));
        String newSuperior = register.officer("ORGANISATION_OFFICER", otherDistrict);
        register.arrives();

        var opened = open(officer, district, "2022-11-15", List.of("MEMBER"));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(jdbc.sql("select count(*) from review.review where cycle_id = :cycle")
                        .param("cycle", UUID.fromString(opened.id("cycleId")))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(api().get(newSuperior, "/cycles/" + opened.id("cycleId") + "/reviews")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(open(officer, district, "2022-12-01", List.of("MEMBER")).code())
                .isEqualTo("REV-03");
    }

    @Test
    void aSecretaryMayNotOpen() {
        var register = register();
        String secretary = register.officer("SECRETARY", ward);
        register.arrives();

        assertThat(open(secretary, ward, "2022-11-15", ALL).status()).isEqualTo(403);
    }

    @Test
    void aWardSeesTheDistrictsCycleItTakesPartIn() {
        var opened = open(officer, district, "2022-11-15", ALL);

        var seen = api().get(wardOfficer, "/cycles/" + opened.id("cycleId"));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().path("reviews").path("UNIT").path("OBLIGED").asInt())
                .isEqualTo(2);
        assertThat(api().get(wardOfficer, "/cycles?year=2022&size=1").body().path("items"))
                .hasSize(1);
    }

    @Test
    void withoutATokenNobodyIsIn() {
        assertThat(api().getWithoutToken("/cycles").status()).isEqualTo(401);
    }

    private String profileOn(String openedOn, int year) {
        return api().post(officer, "/cycles", cycle(district, openedOn, year, year + "-12-31", ALL))
                .id("profile");
    }

    private Api.Answer open(String subject, UUID unit, String openedOn, List<String> types) {
        return api().post(subject, "/cycles", cycle(unit, openedOn, 2022, "2022-12-31", types));
    }

    private static Map<String, Object> cycle(UUID unit, String openedOn, int year, String dueOn, List<String> types) {
        return body(
                "year",
                year,
                "kind",
                "ANNUAL",
                "openedByUnitId",
                unit,
                "openedOn",
                openedOn,
                "dueOn",
                dueOn,
                "subjectTypes",
                types);
    }

    private List<Event> events(Api.Answer opened) {
        return jdbc.sql("""
                select type, convert_from(data, 'UTF8') as data, recorded_at::text from platform.outbox
                where convert_from(data, 'UTF8')::jsonb ->> 'cycleId' = :cycle order by seq
                """)
                .param("cycle", opened.id("cycleId"))
                .query((row, number) -> new Event(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private record Event(String type, String data, String recordedAt) {}
}
