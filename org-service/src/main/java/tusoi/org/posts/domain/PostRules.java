package tusoi.org.posts.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind posts. */
public final class PostRules {
    /** A post is held by a member in force when it begins, in a unit that lives then. */
    public static final Rule ORG_21 = new Rule("ORG-21");
    /** The same post in the same unit is held once at a time by the same member; several different ones may be. */
    public static final Rule ORG_22 = new Rule("ORG-22");
    /** A holding begins before it ends, and so does a term. */
    public static final Rule ORG_23 = new Rule("ORG-23");
    /** A probationary member holds no party post. */
    public static final Rule ORG_81 = new Rule("ORG-81");
    /** A branch committee has at most so many members, the secretary and the deputy among them. */
    public static final Rule ORG_82 = new Rule("ORG-82");
    /** A branch has a committee from so many official members on. */
    public static final Rule ORG_83 = new Rule("ORG-83");
    /** An inspection committee's size, and how many deputy chairs it has. */
    public static final Rule ORG_84 = new Rule("ORG-84");
    /** The inspection committee's chair is a deputy secretary or sits on the standing committee. */
    public static final Rule ORG_85 = new Rule("ORG-85");
    /** A post is held within its term, and a term is no longer than the profile says. */
    public static final Rule ORG_86 = new Rule("ORG-86");
    /** Who is appointed is appointed by a unit above. */
    public static final Rule ORG_87 = new Rule("ORG-87");
    /** The standing committee is no larger than a share of the committee. */
    public static final Rule ORG_88 = new Rule("ORG-88");
    /** A post gives its roles to the holder's account. */
    public static final Rule ORG_89 = new Rule("ORG-89");
    /** A party post is one of the list; another one gives nothing. */
    public static final Rule ORG_98 = new Rule("ORG-98");
    /** A post does not begin at a unit that ends by then. */
    public static final Rule ORG_48 = new Rule("ORG-48");

    private PostRules() {}
}
