package tusoi.org.accounts.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind accounts. */
public final class AccountRules {
    /** Nobody locks the account that he is signed in with. */
    public static final Rule ORG_43 = new Rule("ORG-43");
    /** What a superior has locked is unlocked by who administers that superior's accounts. */
    public static final Rule ORG_45 = new Rule("ORG-45");
    /** A sign-in made elsewhere is taken in by who administers the whole register. */
    public static final Rule ORG_46 = new Rule("ORG-46");
    /** A username is not shaped like an id. */
    public static final Rule ORG_47 = new Rule("ORG-47");
    /** Nobody gives rights to his own account. */
    public static final Rule ORG_80 = new Rule("ORG-80");
    /** A post gives its roles to the holder's account; who links the two administers accounts at the post's unit. */
    public static final Rule ORG_89 = new Rule("ORG-89");
    /** Who sets a sign-in anew, locks, unlocks, links or hands an account over looks after every unit at which the account has grants. */
    public static final Rule ORG_96 = new Rule("ORG-96");
    /** An account is handed over to another one that is not locked. */
    public static final Rule ORG_97 = new Rule("ORG-97");

    private AccountRules() {}
}
