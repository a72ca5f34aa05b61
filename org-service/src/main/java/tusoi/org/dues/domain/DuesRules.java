package tusoi.org.dues.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind dues; their numbers stand in the profiles of topic {@code dues}. */
public final class DuesRules {
    public static final String TOPIC = "dues";

    /** Dues of a month are paid in a branch that was home on a day of it; suspended members go on paying. */
    public static final Rule ORG_110 = new Rule("ORG-110");
    /** Paid on a day that has come, for months not too far ahead. */
    public static final Rule ORG_111 = new Rule("ORG-111");
    /** The amount by category, less what is reduced; to be answered for where it is another. */
    public static final Rule ORG_112 = new Rule("ORG-112");
    /** Who is exempt pays nothing; to be answered for. */
    public static final Rule ORG_113 = new Rule("ORG-113");
    /** A reduction is by the shares and for the months that the rule knows; to be answered for otherwise. */
    public static final Rule ORG_114 = new Rule("ORG-114");
    /** A relief begins before it ends, and there is one at a time. */
    public static final Rule ORG_115 = new Rule("ORG-115");

    private DuesRules() {}
}
