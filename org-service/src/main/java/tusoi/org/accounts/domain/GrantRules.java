package tusoi.org.accounts.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind accounts and grants. */
public final class GrantRules {
    /** A grant begins before it ends. */
    public static final Rule ORG_42 = new Rule("ORG-42");
    /** Nobody locks the account that he is signed in with. */
    public static final Rule ORG_43 = new Rule("ORG-43");
    /** Only what is or will be in force can be taken away, and only an open account can be given something. */
    public static final Rule ORG_44 = new Rule("ORG-44");

    private GrantRules() {}
}
