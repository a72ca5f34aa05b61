package tusoi.org.grounds;

import tusoi.platform.rules.Rule;

/** What the books can show, by which rule and which number of its profile. */
enum GroundKind {
    /** ORG-116: months of a calendar year that the branch closed without the member's dues. */
    DUES("ORG-116", "unpaidMonths", "org.dues_grounds", "org.dues_book"),
    /** ORG-117: months in a row, within a calendar year, away from the branch's meetings without excuse. */
    ABSENCE("ORG-117", "absentMonths", "org.absence_grounds", "org.meeting_version");

    private final Rule rule;
    private final String number;
    private final String function;
    private final String source;

    GroundKind(String rule, String number, String function, String source) {
        this.rule = new Rule(rule);
        this.number = number;
        this.function = function;
        this.source = source;
    }

    Rule rule() {
        return rule;
    }

    String number() {
        return number;
    }

    String function() {
        return function;
    }

    /** The table whose column month tells which years there is anything to look for. */
    String source() {
        return source;
    }
}
