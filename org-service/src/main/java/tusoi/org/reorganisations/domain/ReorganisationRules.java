package tusoi.org.reorganisations.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind reorganisations. */
public final class ReorganisationRules {
    /** Two operations of a reorganisation do not contradict each other on one unit. */
    public static final Rule ORG_30 = new Rule("ORG-30");
    /** A split says of every child unit where it goes, once. */
    public static final Rule ORG_31 = new Rule("ORG-31");
    /** A split says of every member where to, once. */
    public static final Rule ORG_32 = new Rule("ORG-32");
    /** Where members go is a branch that lives from the effective day on. */
    public static final Rule ORG_33 = new Rule("ORG-33");
    /** A merger joins several, or at least one with one that is there; a split makes several. */
    public static final Rule ORG_34 = new Rule("ORG-34");
    /** A unit that ends has no change recorded for a later day. */
    public static final Rule ORG_35 = new Rule("ORG-35");
    /** A dissolution is a measure and rests on a decision of its own; an administrative end does not. */
    public static final Rule ORG_36 = new Rule("ORG-36");
    /** An open case of who or what is moved is to be answered for: it follows to the successor. */
    public static final Rule ORG_37 = new Rule("ORG-37");
    /** A reorganisation is revoked only while nothing rests on it. */
    public static final Rule ORG_38 = new Rule("ORG-38");
    /** A branch that a reorganisation leaves with fewer official members than the Charter asks for is to be answered for. */
    public static final Rule ORG_39 = new Rule("ORG-39");
    /** A post does not begin at a unit that ends by then. */
    public static final Rule ORG_48 = new Rule("ORG-48");

    private ReorganisationRules() {}
}
