package tusoi.org.members.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind memberships. */
public final class MemberRules {
    /** A person is entered once: one membership, one home on any day. */
    public static final Rule ORG_11 = new Rule("ORG-11");
    /** A home is a branch that lives on every day of the stay. */
    public static final Rule ORG_12 = new Rule("ORG-12");
    /** Age at admission; beyond it a higher body's consent is asked (24-QĐ/TW). */
    public static final Rule ORG_13 = new Rule("ORG-13");
    /** Twelve months of probation; recognised as of that day even when decided late (Điều lệ Đ5). */
    public static final Rule ORG_14 = new Rule("ORG-14");
    /** A transfer goes to another branch, on a day on which the member is at home in the one left and moves no more later. */
    public static final Rule ORG_15 = new Rule("ORG-15");
    /** Days are in order: born, admitted, recognised, at home. */
    public static final Rule ORG_16 = new Rule("ORG-16");
    /** A change takes place while the membership is in force, and changes something. */
    public static final Rule ORG_17 = new Rule("ORG-17");
    /** Nothing is recorded of a member for days after leaving. */
    public static final Rule ORG_18 = new Rule("ORG-18");

    private MemberRules() {}
}
