package tusoi.org.members.commands;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import tusoi.org.members.domain.Ballot;

/** A branch's vote, as sent. */
public record BallotBody(
        @Min(1) @Max(10_000) int officialMembers,
        @Min(0) @Max(10_000) int inFavour) {

    public static @Nullable Ballot ballot(@Nullable BallotBody body) {
        return body == null ? null : new Ballot(body.officialMembers(), body.inFavour());
    }
}
