package tusoi.org.studies.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind study sessions. */
public final class StudyRules {
    /** A session is announced some days before; to be answered for where it was not. */
    public static final Rule ORG_120 = new Rule("ORG-120");
    /** A unit calls itself or what stands under it on the day. */
    public static final Rule ORG_121 = new Rule("ORG-121");
    /** A roll names each of those expected once, on a day that has come; a correction gives its reason. */
    public static final Rule ORG_122 = new Rule("ORG-122");
    /** A list is published of a session held, once for each roll, and is final. */
    public static final Rule ORG_123 = new Rule("ORG-123");
    /** An item is answered once, from the day it was raised on. */
    public static final Rule ORG_124 = new Rule("ORG-124");

    private StudyRules() {}
}
