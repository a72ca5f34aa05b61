package tusoi.org.meetings.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind a branch's meetings. */
public final class MeetingRules {
    /** Meetings are a branch's that lives on their day (Điều lệ Đ24). */
    public static final Rule ORG_100 = new Rule("ORG-100");
    /** A branch has one regular meeting a month. */
    public static final Rule ORG_101 = new Rule("ORG-101");
    /** Each entry names what the register knows on that day, once: members at home, tasks that are open. */
    public static final Rule ORG_102 = new Rule("ORG-102");
    /** The share of the official members expected that is there; to be answered for below it. */
    public static final Rule ORG_103 = new Rule("ORG-103");
    /** Each meeting answers the tasks of the one before; what is left out is carried over, and answered for. */
    public static final Rule ORG_104 = new Rule("ORG-104");
    /** A meeting is recorded as held on a day that has come, and only once; a correction is of a held one. */
    public static final Rule ORG_105 = new Rule("ORG-105");
    /** A regular meeting is held in its month; to be answered for otherwise. */
    public static final Rule ORG_106 = new Rule("ORG-106");
    /** A superior who attends is of a unit above; to be answered for otherwise. */
    public static final Rule ORG_107 = new Rule("ORG-107");
    /** A task that a later meeting answered is neither taken away nor moved behind that meeting. */
    public static final Rule ORG_108 = new Rule("ORG-108");

    private MeetingRules() {}
}
