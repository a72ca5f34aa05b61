package tusoi.org.posts.domain;

import java.util.Arrays;
import java.util.Optional;

/** The party's posts (rules A.3); whatever else is held beside them is an external post with a code of its own. */
public enum PostType {
    SECRETARY(Body.COMMITTEE, true),
    STANDING_DEPUTY_SECRETARY(Body.COMMITTEE, true),
    DEPUTY_SECRETARY(Body.COMMITTEE, true),
    STANDING_COMMITTEE_MEMBER(Body.COMMITTEE, true),
    COMMITTEE_MEMBER(Body.COMMITTEE, false),
    INSPECTION_CHAIR(Body.INSPECTION, false),
    INSPECTION_DEPUTY_CHAIR(Body.INSPECTION, false),
    INSPECTION_MEMBER(Body.INSPECTION, false),
    BRANCH_SECRETARY(Body.BRANCH, false),
    BRANCH_DEPUTY_SECRETARY(Body.BRANCH, false),
    BRANCH_COMMITTEE_MEMBER(Body.BRANCH, false),
    PARTY_GROUP_LEADER(Body.NONE, false);

    /** Which committee somebody sits on by the post. */
    public enum Body {
        COMMITTEE,
        INSPECTION,
        BRANCH,
        NONE
    }

    private final Body body;
    private final boolean standing;

    PostType(Body body, boolean standing) {
        this.body = body;
        this.standing = standing;
    }

    public Body body() {
        return body;
    }

    /** Whether the post brings a seat on the standing committee. */
    public boolean isStanding() {
        return standing;
    }

    public static Optional<PostType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.name().equals(code)).findFirst();
    }
}
