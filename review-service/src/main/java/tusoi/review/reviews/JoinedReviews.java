package tusoi.review.reviews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.audit.Audit;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;
import tusoi.platform.persistence.Loader;
import tusoi.platform.time.TransactionClock;
import tusoi.review.contract.ExclusionReason;
import tusoi.review.contract.ReviewEventType;
import tusoi.review.contract.SubjectId;
import tusoi.review.reviews.domain.Review;
import tusoi.review.reviews.domain.Subject;

/**
 * One person entered twice is reviewed once a year: the given-up entry's reviews go on with the kept one. Where both have one of a
 * year, the one that has come further stays, and the other is excluded. As the inbox's loader.
 */
@Component
class JoinedReviews implements Projection {
    private static final String REASON = "Two entries of one person were joined in the register";

    private final JdbcClient jdbc;
    private final Reviews reviews;
    private final Papers papers;

    JoinedReviews(@Loader JdbcClient jdbc, JsonMapper json, Papers papers) {
        this.jdbc = jdbc;
        this.reviews = new Reviews(jdbc, json);
        this.papers = papers;
    }

    /** What every change is written with. */
    @Component
    record Papers(TransactionClock clock, Outbox outbox, Audit audit) {}

    @Override
    public Set<String> types() {
        return Set.of("org.member-merged.v1");
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            String kept = event.data().path("mergedInto").asString("");
            if (!kept.isEmpty()) {
                join(new SubjectId(event.aggregateId()), new SubjectId(goesOn(event.aggregateId(), kept)));
            }
        }
    }

    /** Where the kept one was itself given up, the one that goes on at last. */
    private UUID goesOn(UUID given, String kept) {
        jdbc.sql("""
                insert into review.joined_entry (given_id, kept_id) values (:given, cast(:kept as uuid))
                on conflict (given_id) do update set kept_id = excluded.kept_id
                """).param("given", given).param("kept", kept).update();
        return jdbc.sql("select review.kept_entry(:given)")
                .param("given", given)
                .query(UUID.class)
                .single();
    }

    private void join(SubjectId given, SubjectId kept) {
        List<Reviews.Locked> own = new ArrayList<>(reviews.lockOf(kept));
        for (Reviews.Locked review : reviews.lockOf(given)) {
            Optional<Reviews.Locked> other = own.stream()
                    .filter(one -> isOfTheSameYear(
                            one.review().subject(), review.review().subject()))
                    .findFirst();
            if (other.isEmpty()) {
                move(review, kept);
            } else if (rank(review) > rank(other.get())) {
                exclude(other.get(), given);
                move(review, kept);
            } else if (!(review.review() instanceof Review.Excluded)) {
                exclude(review, given);
            }
        }
    }

    private static boolean isOfTheSameYear(Subject one, Subject other) {
        return one.year() == other.year();
    }

    private static int rank(Reviews.Locked locked) {
        return ReviewState.of(locked.review()).ordinal();
    }

    private void move(Reviews.Locked before, SubjectId kept) {
        Instant recordedAt = papers.clock().recordedAtAfter(before.recordedAt());
        long version = before.version() + 1;
        ReviewRecord was = ReviewRecord.of(before.review());
        reviews.move(was.subject().id(), kept, version, recordedAt);
        tell(was, was.as(kept), event(before.review()), version);
    }

    /** It stays with the entry that was given up. */
    private void exclude(Reviews.Locked before, SubjectId given) {
        if (before.review() instanceof Review.Excluded) {
            return;
        }
        Instant recordedAt = papers.clock().recordedAtAfter(before.recordedAt());
        long version = before.version() + 1;
        ReviewRecord was = ReviewRecord.of(before.review());
        reviews.exclude(was.subject().id(), ExclusionReason.OTHER, version, recordedAt);
        reviews.move(was.subject().id(), given, version, recordedAt);
        ReviewRecord after = ReviewRecord.of(new Review.Excluded(was.subject().of(given), ExclusionReason.OTHER));
        tell(was, after, ReviewEventType.SUBJECT_EXCLUDED, version);
    }

    private void tell(ReviewRecord before, ReviewRecord after, ReviewEventType type, long version) {
        UUID id = after.subject().id().value();
        papers.outbox().publish(new OutgoingEvent(type.wireName(), id.toString(), id, version, after.picture()));
        papers.audit()
                .changed(
                        type.wireName(),
                        "review",
                        id,
                        after.subject().unit().value(),
                        before.picture(),
                        after.picture(),
                        REASON);
    }

    /** What happened last, told again of the other entry. */
    private static ReviewEventType event(Review review) {
        return switch (review) {
            case Review.Excluded _ -> ReviewEventType.SUBJECT_EXCLUDED;
            case Review.Obliged _ -> ReviewEventType.SUBJECT_OBLIGED;
            case Review.SelfReviewed _ -> ReviewEventType.SELF_REVIEW_SUBMITTED;
            case Review.Proposed _ -> ReviewEventType.GRADE_PROPOSED;
            case Review.Decided decided ->
                decided.grades().size() > 1 ? ReviewEventType.GRADE_REVISED : ReviewEventType.GRADE_DECIDED;
            case Review.Reported _ -> ReviewEventType.COMPLETION_REPORTED;
        };
    }
}
