package tusoi.org.workingrules.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind working rules on file. */
public final class FilingRules {
    /** They begin before they end, in a unit that lives when they begin. */
    public static final Rule ORG_125 = new Rule("ORG-125");
    /** A unit has one at a time. */
    public static final Rule ORG_126 = new Rule("ORG-126");
    /** Tasks go to members at home in the unit or under it when the rules begin. */
    public static final Rule ORG_127 = new Rule("ORG-127");
    /** Adopted on or before the day they begin on; to be answered for otherwise. */
    public static final Rule ORG_128 = new Rule("ORG-128");

    private FilingRules() {}
}
