package tusoi.org.posts;

import java.time.LocalDate;
import java.util.UUID;
import tusoi.org.ids.MemberId;
import tusoi.org.posts.domain.PostHolding;
import tusoi.platform.web.IfMatch;

/** What can be done to posts. */
sealed interface PostCommand {
    record HoldPost(PostHolding holding) implements PostCommand {}

    record LeavePost(MemberId member, UUID holding, IfMatch expected, LocalDate on) implements PostCommand {}
}
