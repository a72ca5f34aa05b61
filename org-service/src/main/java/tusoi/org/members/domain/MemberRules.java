package tusoi.org.members.domain;

import tusoi.platform.rules.Rule;

/** The codes of the rules that bind memberships. */
public final class MemberRules {
    /** A person is entered once: one membership, one home on any day. */
    public static final Rule ORG_11 = new Rule("ORG-11");
    /** A home is a branch that lives on every day of the stay. */
    public static final Rule ORG_12 = new Rule("ORG-12");
    /** Age at admission; beyond it a higher body's consent is asked (24-QĐ/TW). */
    public static final Rule ORG_13 = new Rule("ORG-13");
    /** Twelve months of probation; recognised as of that day even when decided late (Điều lệ Đ5). */
    public static final Rule ORG_14 = new Rule("ORG-14");
    /** A transfer goes to another branch, on a day on which the member is at home in the one left and moves no more later. */
    public static final Rule ORG_15 = new Rule("ORG-15");
    /** Days are in order: born, admitted, recognised, at home. */
    public static final Rule ORG_16 = new Rule("ORG-16");
    /** A change takes place while the membership is in force, and changes something. */
    public static final Rule ORG_17 = new Rule("ORG-17");
    /** Nothing is recorded of a member for days after leaving. */
    public static final Rule ORG_18 = new Rule("ORG-18");

    /** An introducer has worked or lived with the prospect for twelve months (24-QĐ/TW). */
    public static final Rule ORG_50 = new Rule("ORG-50");
    /** Introducers are official members on the day, and enough of them (Điều lệ Đ4). */
    public static final Rule ORG_51 = new Rule("ORG-51");
    /** The branch considers recognition within thirty working days after the probation (24-QĐ/TW). */
    public static final Rule ORG_52 = new Rule("ORG-52");
    /** A branch resolution to admit or recognise has two thirds of the official members in favour. */
    public static final Rule ORG_53 = new Rule("ORG-53");
    /** Admitted within thirty working days of the decision (24-QĐ/TW). */
    public static final Rule ORG_54 = new Rule("ORG-54");
    /** Suspended for ninety days at a time, and for the profile's days in all (22-QĐ/TW Đ31). */
    public static final Rule ORG_55 = new Rule("ORG-55");
    /** How long somebody may be active elsewhere for work or for study (12-HD/BTCTW). */
    public static final Rule ORG_56 = new Rule("ORG-56");
    /** Temporary activity is at another branch than the home, at one branch at a time. */
    public static final Rule ORG_57 = new Rule("ORG-57");
    /** Nobody is transferred while a case is open (12-HD/BTCTW). */
    public static final Rule ORG_58 = new Rule("ORG-58");
    /** The transfer's procedure takes sixty working days (12-HD/BTCTW). */
    public static final Rule ORG_59 = new Rule("ORG-59");
    /** The introduction is presented within thirty working days (12-HD/BTCTW). */
    public static final Rule ORG_60 = new Rule("ORG-60");
    /** One transfer of a member is open at a time. */
    public static final Rule ORG_61 = new Rule("ORG-61");
    /** A transfer's days are in order, and it lapses only after its clock has run out. */
    public static final Rule ORG_62 = new Rule("ORG-62");
    /** Who left is admitted again after thirty-six months (24-QĐ/TW). */
    public static final Rule ORG_63 = new Rule("ORG-63");
    /** Only who has left is admitted again, and only who was transferred out of the register comes back into it. */
    public static final Rule ORG_64 = new Rule("ORG-64");
    /** A correction has a reason and leaves the days in order and every move where it belongs. */
    public static final Rule ORG_65 = new Rule("ORG-65");
    /** Only official members hold a card, one at a time (24-QĐ/TW). */
    public static final Rule ORG_66 = new Rule("ORG-66");
    /** Two entries of one person are joined only where their histories do not say two things of one day. */
    public static final Rule ORG_67 = new Rule("ORG-67");
    /** Opening, ways in, ways out and closing make a balance for every unit and span. */
    public static final Rule ORG_68 = new Rule("ORG-68");
    /** Only official members are expelled (69-QĐ/TW). */
    public static final Rule ORG_69 = new Rule("ORG-69");
    /** Party age counts from admission, once recognised, without interrupted periods. */
    public static final Rule ORG_70 = new Rule("ORG-70");
    /** Under another day's tree a member's days in a unit belong where the unit's line and the member's own way lead. */
    public static final Rule ORG_71 = new Rule("ORG-71");
    /** Who was removed by a decision that is annulled is a member again, at the former home, without a break in party age (117-QĐ/TW). */
    public static final Rule ORG_72 = new Rule("ORG-72");
    /** A conflict is settled once, with a note of how. */
    public static final Rule ORG_73 = new Rule("ORG-73");

    private MemberRules() {}
}
