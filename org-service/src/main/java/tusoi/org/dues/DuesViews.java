package tusoi.org.dues;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.rules.Basis;

/** Dues as they are shown. */
final class DuesViews {
    private DuesViews() {}

    /** What became of a branch's month, by each item's place: 200 with its version, or a problem. */
    record BookResult(UUID unitId, String month, List<ItemResult> items) {}

    record ItemResult(
            int index,
            int status,
            @Nullable Long version,
            @Nullable Object problem) {}

    @Schema(name = "DuesMonth")
    record Month(
            String month,
            UUID unitId,
            String state,
            @Nullable Long amount,
            @Nullable LocalDate paidOn,
            @Nullable Long version) {}

    /** {@code basis}: by which rates the months of today are due, and how sure these are. */
    record OfMember(
            UUID memberId,
            @Nullable String paidThrough,
            List<Month> months,
            @Nullable Basis basis) {}

    record Through(UUID memberId, UUID unitId, @Nullable String paidThrough) {}

    /** A member with months of the year that the branch closed without his dues. */
    record Arrears(UUID memberId, UUID unitId, List<String> months) {}

    /**
     * A branch's month: how many were due, how many of them paid, and what came in.
     *
     * @param basis by which rates the month was due, and how sure these are
     */
    record Book(
            UUID unitId,
            String month,
            long members,
            long paid,
            long relieved,
            long unpaid,
            long open,
            long amount,
            @Nullable LocalDate closedOn,
            @Nullable Basis basis) {}
}
