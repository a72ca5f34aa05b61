package tusoi.org.posts;

import java.time.LocalDate;
import java.util.UUID;
import tusoi.org.ids.MemberId;
import tusoi.org.posts.domain.PostHolding;
import tusoi.platform.rules.Overrides;
import tusoi.platform.web.IfMatch;

/** What can be done to posts. */
sealed interface PostCommand {
    record HoldPost(PostHolding holding, Overrides overrides, LocalDate today) implements PostCommand {}

    record LeavePost(
            MemberId member, UUID holding, IfMatch expected, LocalDate on, Overrides overrides, LocalDate today)
            implements PostCommand {}

    /** What was recorded of a holding's days was wrong. */
    record CorrectPost(
            MemberId member,
            UUID holding,
            IfMatch expected,
            PostHolding.Period right,
            Overrides overrides,
            LocalDate today)
            implements PostCommand {}
}
