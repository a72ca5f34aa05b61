package tusoi.discipline.cases.domain;

import tusoi.platform.rules.Rule;

/** The rules of discipline; what each says stands in the profile in force, one for each row of rules.md C that binds. */
public final class DisciplineRules {
    public static final String TOPIC = "discipline";

    /** C.1 the form exists for the subject. */
    public static final Rule FORM_FITS = new Rule("DIS-01");
    /** C.1 removal from post supposes a post. */
    public static final Rule POST_IS_HELD = new Rule("DIS-02");
    /** C.2 who may impose what. */
    public static final Rule AUTHORITY = new Rule("DIS-03");
    /** C.3 nobody votes twice or from outside. */
    public static final Rule VOTES_POSSIBLE = new Rule("DIS-04");
    /** C.3 more than half of the deciding body. */
    public static final Rule DECIDING_MAJORITY = new Rule("DIS-05");
    /** C.3 two thirds of the branch propose an expulsion. */
    public static final Rule EXPULSION_PROPOSED = new Rule("DIS-06");
    /** C.4 limitation. */
    public static final Rule LIMITATION = new Rule("DIS-07");
    /** C.6 days from signing to announcement. */
    public static final Rule ANNOUNCED_IN_TIME = new Rule("DIS-08");
    /** C.6 the day a measure takes effect. */
    public static final Rule EFFECTIVE_DAY = new Rule("DIS-09");
    /** No step before the one it rests on. */
    public static final Rule ORDER_OF_DAYS = new Rule("DIS-10");
    /** The unit of record is the member's home. */
    public static final Rule HOME_UNIT = new Rule("DIS-11");

    /** Who votes or decides is the subject's unit or above it. */
    public static final Rule BODY_ON_PATH = new Rule("DIS-12");

    /** C.5, C.7 a wrong decision is annulled by the body that took it or one above. */
    public static final Rule ANNULLED_BY = new Rule("DIS-13");

    private DisciplineRules() {}
}
