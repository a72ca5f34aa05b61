package tusoi.org.grants.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.AccountId;

/**
 * Where a grant comes from.
 *
 * @param sourceId the holding of a post, or the giver's own grant that a delegation rests on
 * @param givenBy the account that gave it; null of what was given before that was recorded
 */
public record Origin(
        Source source, @Nullable UUID sourceId, @Nullable AccountId givenBy) {
    /** The three ways to a grant. */
    public enum Source {
        ADMIN,
        POST,
        DELEGATION
    }

    public static Origin administrator(AccountId givenBy) {
        return new Origin(Source.ADMIN, null, givenBy);
    }

    public static Origin post(UUID holding, AccountId recordedBy) {
        return new Origin(Source.POST, holding, recordedBy);
    }

    public static Origin delegation(UUID ownGrant, AccountId giver) {
        return new Origin(Source.DELEGATION, ownGrant, giver);
    }
}
