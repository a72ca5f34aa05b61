package tusoi.discipline.removals.domain;

import tusoi.platform.rules.Rule;

/** The rules of removal; what each says stands in the profile in force, one for each row of rules.md C.8 that binds. */
public final class RemovalRules {
    public static final String TOPIC = "removal";

    /** Nobody votes twice or from outside. */
    public static final Rule VOTES_POSSIBLE = new Rule("REM-01");
    /** At least one ground, and one that fits. */
    public static final Rule GROUNDS = new Rule("REM-02");
    /** Without a self-review only after so many ignored requests. */
    public static final Rule SELF_REVIEW_ASKED = new Rule("REM-03");
    /** Two thirds of the branch. */
    public static final Rule BRANCH_MAJORITY = new Rule("REM-04");
    /** Two thirds of the base committee. */
    public static final Rule BASE_MAJORITY = new Rule("REM-05");
    /** More than half of the superior. */
    public static final Rule DECIDING_MAJORITY = new Rule("REM-06");
    /** The day it takes effect. */
    public static final Rule EFFECTIVE_DAY = new Rule("REM-07");
    /** No step before the one it rests on. */
    public static final Rule ORDER_OF_DAYS = new Rule("REM-08");
    /** The unit of record is the member's home. */
    public static final Rule HOME_UNIT = new Rule("REM-09");
    /** No withdrawal while a discipline case is open. */
    public static final Rule NO_OPEN_CASE = new Rule("REM-10");
    /** Decided above the base, or by a base so authorised. */
    public static final Rule AUTHORITY = new Rule("REM-11");

    /** Who votes or decides is the member's unit or above it. */
    public static final Rule BODY_ON_PATH = new Rule("REM-12");

    /** A ground notice that is cited tells of the member and of a ground given, and stands. */
    public static final Rule NOTICE_FITS = new Rule("REM-13");

    /** A ground notice that was cited still stands on the day of the decision. */
    public static final Rule NOTICE_STANDS = new Rule("REM-14");

    /** C.8 a wrong removal is annulled by the body that decided it or one above. */
    public static final Rule ANNULLED_BY = new Rule("REM-15");

    private RemovalRules() {}
}
