package tusoi.org.posts.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind posts. */
public final class PostRules {
    /** A post is held by a member in force when it begins, in a unit that lives then. */
    public static final Rule ORG_21 = new Rule("ORG-21");
    /** The same post in the same unit is held once at a time by the same member; several different ones may be. */
    public static final Rule ORG_22 = new Rule("ORG-22");
    /** A holding begins before it ends. */
    public static final Rule ORG_23 = new Rule("ORG-23");

    private PostRules() {}
}
