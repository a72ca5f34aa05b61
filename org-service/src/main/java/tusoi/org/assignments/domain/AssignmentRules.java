package tusoi.org.assignments.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind assignments. */
public final class AssignmentRules {
    /** Who is assigned to a branch sits on a committee above it. */
    public static final Rule ORG_93 = new Rule("ORG-93");
    /** An assignment is of a member in force to a branch that lives, and begins before it ends. */
    public static final Rule ORG_94 = new Rule("ORG-94");
    /** The same member is assigned to the same branch once at a time. */
    public static final Rule ORG_95 = new Rule("ORG-95");

    private AssignmentRules() {}
}
