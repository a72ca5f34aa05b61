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
import tusoi.reporting.Asking;
import tusoi.reporting.Feed;
import tusoi.reporting.History;
import tusoi.reporting.History.Grade;
import tusoi.reporting.ReportingTest;

/** One person was entered twice, in two branches; each entry was reviewed, disciplined and struck off before they were joined. */
@ReportingTest
class JoinedEntriesTest {
    private static final LocalDate SINCE = LocalDate.of(2004, 1, 1);
    private static final LocalDate OPENED = LocalDate.of(2022, 11, 1);
    private static final LocalDate SUMMER = LocalDate.of(2022, 6, 1);
    private static final String YEAR = "&from=2022-01-01&to=2022-12-31&cycle=2022";

    @Autowired
    private Feed feed;

    @Autowired
    private Asking asking;

    private final History history = new History(Instant.parse("2023-01-01T00:00:00Z"));
    private UUID kept;
    private UUID other;
    private UUID third;

    @BeforeEach
    void aPersonEnteredTwiceAndAnotherOne() {
        feed.clear();
        UUID ward = history.unit("W", "GRASSROOTS", "PARTY_ORGANISATION", null, null, SINCE);
        UUID first = history.unit("W.1", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        UUID second = history.unit("W.2", "BRANCH", "BRANCH", "RESIDENTIAL", ward, SINCE);
        history.account("admin", "REGISTER_ADMINISTRATOR", ward);
        kept = history.member(first, SINCE, "REGISTERED");
        other = history.member(second, SINCE, "REGISTERED");
        third = history.member(second, SINCE, "REGISTERED");
        UUID cycle = history.cycle(2022, ward, OPENED);
        for (UUID entry : List.of(kept, other, third)) {
            UUID unit = entry.equals(kept) ? first : second;
            history.graded(
                    history.review(cycle, 2022, "MEMBER", entry, unit, OPENED),
                    OPENED.plusDays(9),
                    new Grade(
                            entry.equals(kept) ? "EXCELLENT" : "COMPLETED",
                            OPENED.plusDays(entry.equals(kept) ? 8 : 5)));
            history.discipline("MEMBER", entry, unit, "REPRIMAND", SUMMER, List.of("OTHER"));
            history.removal("STRIKE_OFF", entry, unit, SUMMER, List.of("CARD_RETURNED"));
        }
        feed.all(history);
    }

    @Test
    void aPersonIsCountedOnceFromTheJoiningOnAndTwiceAsKnownBefore() {
        Instant before = history.now();
        List<String> indicators = List.of(
                "member.count",
                "review.members-reviewed",
                "review.member-grades",
                "discipline.members",
                "removal.members");
        indicators.forEach(
                indicator -> assertThat(count(indicator, "")).as(indicator).isEqualTo(3));
        history.joined(other, kept);
        feed.all(history);
        indicators.forEach(
                indicator -> assertThat(count(indicator, "")).as(indicator).isEqualTo(2));
        indicators.forEach(indicator ->
                assertThat(count(indicator, "&knownAt=" + before)).as(indicator).isEqualTo(3));
        assertThat(asking.figure("unit=W&indicators=review.members-reviewed" + YEAR)
                        .over())
                .isEqualTo("2/2");
        assertThat(asking.figure("unit=W&indicators=review.member-grades&by=grade" + YEAR)
                        .parts())
                .as("the latest grade of both entries is the person's")
                .containsEntry("EXCELLENT", "1/2")
                .containsEntry("COMPLETED", "1/2");
        assertThat(asking.figure("unit=W&indicators=discipline.members&by=content" + YEAR)
                        .parts())
                .containsEntry("OTHER", "2/2");
    }

    @Test
    void entriesJoinedOneAfterTheOtherAreOnePerson() {
        history.joined(third, other);
        feed.all(history);
        assertThat(count("discipline.members", "")).isEqualTo(2);
        history.joined(other, kept);
        feed.all(history);
        assertThat(count("discipline.members", "")).isEqualTo(1);
        assertThat(count("review.member-grades", "")).isEqualTo(1);
        assertThat(asking.figure("unit=W&indicators=member.count&by=unit" + YEAR)
                        .parts())
                .isEqualTo(Map.of("W.1", "1", "W.2", "0"));
    }

    private int count(String indicator, String more) {
        return asking.figure("unit=W&indicators=" + indicator + YEAR + more)
                .numerator()
                .intValueExact();
    }
}
