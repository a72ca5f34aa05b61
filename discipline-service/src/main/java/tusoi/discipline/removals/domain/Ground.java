package tusoi.discipline.removals.domain;

/** Why a member is struck off (24-QĐ/TW 8.1); there may be several. */
public enum Ground {
    ABSENT_THREE_MONTHS,
    DUES_UNPAID_THREE_MONTHS,
    CARD_RETURNED,
    WILL_LOST,
    TWO_YEARS_UNQUALIFIED,
    POLITICAL_STANDARD_FAILED,
    PROBATION_UNFIT;

    /** Only a probationary member can be unfit for recognition, and he holds no card. */
    boolean fits(boolean official) {
        return switch (this) {
            case PROBATION_UNFIT -> !official;
            case CARD_RETURNED -> official;
            default -> true;
        };
    }
}
