package tusoi.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.ids.Ids;
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.ReportingTest;

/** post.holders: one person, several posts. */
@ReportingTest
class PostsTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate TERM = LocalDate.of(2020, 6, 1);
    private static final String ON = "&indicators=post.holders&to=2022-12-31";

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID ward;
    private UUID first;
    private UUID second;
    private UUID chair;
    private UUID secretary;

    @BeforeEach
    void aWardWithTwoBranches() {
        feed.clear();
        UUID district = history.unit("D", "DISTRICT", "PARTY_ORGANISATION", null, null, SINCE);
        ward = history.unit("D.W", "GRASSROOTS", "PARTY_ORGANISATION", null, district, SINCE);
        first = history.unit("D.W.01", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        second = history.unit("D.W.02", "BRANCH", "BRANCH", "AGENCY", ward, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", district);
        history.account("ward-observer", "OBSERVER", ward);
        chair = history.member(first, SINCE, "REGISTERED");
        secretary = history.member(second, SINCE, "REGISTERED");
        post(chair, ward, "STANDING_DEPUTY_SECRETARY");
        post(chair, ward, "INSPECTION_CHAIR");
        post(secretary, first, "BRANCH_SECRETARY");
        history.post(Ids.next(), secretary, first, "NEIGHBOURHOOD_HEAD", true, TERM, null);
    }

    @Test
    void eachPersonCountsOnceByAllThatIsHeldTogether() {
        feed.all(history);
        assertThat(asking.figure("unit=D" + ON).numerator()).isEqualByComparingTo("2");
        assertThat(asking.figure("unit=D&by=posts" + ON).parts())
                .isEqualTo(Map.of(
                        "INSPECTION_CHAIR-STANDING_DEPUTY_SECRETARY", "1", "BRANCH_SECRETARY-NEIGHBOURHOOD_HEAD", "1"));
        assertThat(asking.figure("unit=D.W&by=unit" + ON).parts())
                .isEqualTo(Map.of("D.W", "1", "D.W.01", "1", "D.W.02", "0"));
        assertThat(asking.figure("unit=D&by=kind,posts" + ON).parts())
                .containsEntry("RESIDENTIAL BRANCH_SECRETARY-NEIGHBOURHOOD_HEAD", "1");
        assertThat(asking.figure("unit=D.W.02" + ON).numerator())
                .as("a post is where it is recorded, not where its holder is at home")
                .isEqualByComparingTo("0");
        assertThat(asking.figure("unit=D&indicators=post.holders&to=2020-05-31").numerator())
                .isEqualByComparingTo("0");
    }

    @Test
    void whatIsHeldElsewhereIsToldToo() {
        post(secretary, ward, "COMMITTEE_MEMBER");
        feed.all(history);
        assertThat(asking.figure("unit=D.W.01&by=posts" + ON).parts())
                .isEqualTo(Map.of("BRANCH_SECRETARY-COMMITTEE_MEMBER-NEIGHBOURHOOD_HEAD", "1"));
        assertThat(asking.figure("unit=D" + ON).numerator()).isEqualByComparingTo("2");
    }

    @Test
    void aPostLeftIsNoneOnceThatIsKnown() {
        UUID post = Ids.next();
        history.post(post, secretary, second, "COMMITTEE_MEMBER", false, TERM, null);
        Instant before = history.now();
        history.post(post, secretary, second, "COMMITTEE_MEMBER", false, TERM, LocalDate.of(2022, 12, 31));
        feed.all(history);
        assertThat(asking.figure("unit=D.W.02" + ON).numerator()).isEqualByComparingTo("0");
        assertThat(asking.figure("unit=D.W.02" + ON + "&knownAt=" + before).numerator())
                .isEqualByComparingTo("1");
        assertThat(asking.figure("unit=D.W.02&indicators=post.holders&to=2022-12-30")
                        .numerator())
                .isEqualByComparingTo("1");
    }

    @Test
    void twoEntriesOfOnePersonHoldTheirPostsTogether() {
        UUID again = Ids.next();
        post(again, second, "BRANCH_DEPUTY_SECRETARY");
        Instant before = history.now();
        history.joined(again, chair);
        feed.all(history);
        assertThat(asking.figure("unit=D" + ON + "&knownAt=" + before).numerator())
                .isEqualByComparingTo("3");
        assertThat(asking.figure("unit=D" + ON).numerator()).isEqualByComparingTo("2");
        assertThat(asking.figure("unit=D.W.02&by=posts" + ON).parts())
                .isEqualTo(Map.of("BRANCH_DEPUTY_SECRETARY-INSPECTION_CHAIR-STANDING_DEPUTY_SECRETARY", "1"));
    }

    @Test
    void anEndedUnitsPostsStandUnderItsSuccessor() {
        UUID merged = Ids.next();
        LocalDate day = LocalDate.of(2023, 1, 1);
        history.unitPicture(
                first,
                "org.unit-ended.v1",
                "D.W.01",
                List.of(History.unitSlice(SINCE, day, "BRANCH", "BRANCH", "RESIDENTIAL", ward)),
                List.of(merged));
        history.unitPicture(
                merged,
                "org.unit-established.v1",
                "D.W.03",
                List.of(History.unitSlice(day, null, "BRANCH", "BRANCH", "RESIDENTIAL", ward)),
                List.of(first),
                List.of());
        feed.all(history);
        assertThat(asking.figure("unit=D.W&by=unit&asOf=2023-01-01" + ON).parts())
                .isEqualTo(Map.of("D.W", "1", "D.W.02", "0", "D.W.03", "1"));
    }

    @Test
    void rowsShowThePostByWhichItsHolderIsCounted() {
        feed.all(history);
        JsonNode page = JsonMapper.shared()
                .readTree(asking.get(
                                "admin",
                                "/api/reporting/v1/figures/rows?unit=D&indicator=post.holders&to=2022-12-31&by=posts"
                                        + "&part=BRANCH_SECRETARY-NEIGHBOURHOOD_HEAD")
                        .getContentAsByteArray());
        assertThat(page.at("/items")).hasSize(1);
        assertThat(page.at("/items/0/fact").asString()).isEqualTo("POST_HOLDING");
        assertThat(page.at("/items/0/subjectId").asString()).isEqualTo(secretary.toString());
        assertThat(page.at("/items/0/dimensions/posts/0").asString()).isEqualTo("BRANCH_SECRETARY-NEIGHBOURHOOD_HEAD");
        assertThat(asking.get("ward-observer", "/api/reporting/v1/figures/rows?unit=D.W&indicator=post.holders")
                        .getStatus())
                .isEqualTo(403);
    }

    private void post(UUID member, UUID unit, String post) {
        history.post(Ids.next(), member, unit, post, false, TERM, null);
    }
}
