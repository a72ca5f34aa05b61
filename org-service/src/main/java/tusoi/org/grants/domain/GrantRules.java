package tusoi.org.grants.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind grants. */
public final class GrantRules {
    /** A grant begins before it ends. */
    public static final Rule ORG_42 = new Rule("ORG-42");
    /** Only what is or will be in force can be taken away, and only an open account can be given something. */
    public static final Rule ORG_44 = new Rule("ORG-44");
    /** Nobody gives rights to his own account: not as an administrator, by a post, a link, a delegation or a hand-over. */
    public static final Rule ORG_80 = new Rule("ORG-80");

    private GrantRules() {}
}
