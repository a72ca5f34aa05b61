package tusoi.review.reviews;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.problems.ProblemException;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.SubjectType;
import tusoi.review.reviews.ReviewRequests.Item;

/** Finds the reviews that bulk items name, all by one query. */
@Repository
class ItemReviews {
    private final JdbcClient jdbc;

    ItemReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Found of(CycleId cycle, List<? extends Item> items) {
        return new Found(jdbc.sql("""
                select id, subject_id, subject_type from review.review where cycle_id = :cycle and id = any(:reviews)
                union
                select id, subject_id, subject_type from review.review where cycle_id = :cycle and subject_id = any(:subjects)
                """)
                .param("cycle", cycle.value())
                .param("reviews", SqlArrays.of("uuid", named(items, Item::reviewId), id -> id))
                .param("subjects", SqlArrays.of("uuid", named(items, Item::subjectId), id -> id))
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        SubjectType.valueOf(row.getString("subject_type"))))
                .set());
    }

    private static List<UUID> named(List<? extends Item> items, Function<Item, @Nullable UUID> id) {
        return items.stream()
                .<UUID>mapMulti((item, out) -> {
                    UUID named = id.apply(item);
                    if (named != null) {
                        out.accept(named);
                    }
                })
                .toList();
    }

    record Row(UUID id, UUID subject, SubjectType type) {}

    /** The reviews of the cycle that the account covers, among those named. */
    record Found(Set<Row> rows) {
        /** 404 where none is meant, 400 where a unit's own and its collective's are. */
        ReviewId of(Item item) {
            Set<UUID> meant = rows.stream()
                    .filter(row -> item.reviewId() == null || row.id().equals(item.reviewId()))
                    .filter(row -> item.subjectId() == null || row.subject().equals(item.subjectId()))
                    .filter(row -> item.subjectType() == null || row.type() == item.subjectType())
                    .filter(row -> item.reviewId() != null || item.subjectId() != null)
                    .map(Row::id)
                    .collect(Collectors.toSet());
            if (meant.size() > 1) {
                throw ProblemException.unreadable(
                        "subjectType", "The subject has several reviews in the cycle", "Say which type is meant");
            }
            return meant.stream().map(ReviewId::new).findAny().orElseThrow(() -> ProblemException.notFound("Review"));
        }
    }
}
