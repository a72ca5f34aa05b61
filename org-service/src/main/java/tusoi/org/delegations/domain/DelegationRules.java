package tusoi.org.delegations.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind delegations. */
public final class DelegationRules {
    /** A locked account is given nothing. */
    public static final Rule ORG_44 = new Rule("ORG-44");
    /** Nobody gives rights to his own account. */
    public static final Rule ORG_80 = new Rule("ORG-80");
    /** A delegation begins today or later, has an end, and lasts no longer than the profile allows. */
    public static final Rule ORG_90 = new Rule("ORG-90");
    /** Nobody lends what he has not himself, at that unit, on all those days. */
    public static final Rule ORG_91 = new Rule("ORG-91");
    /** What was lent is not lent on, nor is what gives rights to others. */
    public static final Rule ORG_92 = new Rule("ORG-92");

    private DelegationRules() {}
}
