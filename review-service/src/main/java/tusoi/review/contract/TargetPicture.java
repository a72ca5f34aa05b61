package tusoi.review.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The data of {@code review.target-set.v1}; key and aggregate are the target. Both days are included. */
public record TargetPicture(
        UUID targetId, UUID unitId, String indicator, LocalDate from, LocalDate to, BigDecimal planned) {
    public static final String SET = "review.target-set.v1";
}
