package tusoi.review.reviews;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.web.IfMatch;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.platform.web.Versioned;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.ReviewId;
import tusoi.review.contract.SubjectType;

@RestController
@RequestMapping("/api/review/v1")
class ReviewController {
    private final ReviewCommandHandler steps;
    private final GradeCommandHandler grades;
    private final ReviewQueries queries;

    ReviewController(ReviewCommandHandler steps, GradeCommandHandler grades, ReviewQueries queries) {
        this.steps = steps;
        this.grades = grades;
        this.queries = queries;
    }

    @GetMapping("/cycles/{cycle}/reviews")
    Page<ReviewQueries.ReviewLine> ofCycle(
            @PathVariable UUID cycle,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable SubjectType subjectType,
            @RequestParam(required = false) @Nullable ReviewState state,
            PageRequest page) {
        return queries.ofCycle(new CycleId(cycle), unit, subjectType, state, page);
    }

    @GetMapping("/reviews/{id}")
    ResponseEntity<ReviewQueries.ReviewView> byId(@PathVariable UUID id) {
        var review = queries.byId(new ReviewId(id));
        return Versioned.ok(review, review.version());
    }

    @PostMapping("/reviews/{id}/self-review")
    ResponseEntity<ReviewStep> selfReview(
            @PathVariable UUID id, IfMatch expected, @Valid @RequestBody ReviewRequests.SelfReviewBody body) {
        return tagged(steps.handle(body.of(new ReviewId(id), expected)));
    }

    @PostMapping("/reviews/{id}/proposal")
    ResponseEntity<ReviewStep> proposal(
            @PathVariable UUID id, IfMatch expected, @Valid @RequestBody ReviewRequests.ProposalBody body) {
        return tagged(steps.handle(body.of(new ReviewId(id), expected)));
    }

    @PostMapping("/reviews/{id}/decision")
    ResponseEntity<ReviewStep> decision(
            @PathVariable UUID id, IfMatch expected, @Valid @RequestBody ReviewRequests.DecisionBody body) {
        return tagged(grades.handle(body.of(new ReviewId(id), expected)));
    }

    @PostMapping("/reviews/{id}/revision")
    ResponseEntity<ReviewStep> revision(
            @PathVariable UUID id, IfMatch expected, @Valid @RequestBody ReviewRequests.RevisionBody body) {
        return tagged(grades.handle(body.of(new ReviewId(id), expected)));
    }

    @PostMapping("/reviews/{id}/report")
    ResponseEntity<ReviewStep> report(
            @PathVariable UUID id, IfMatch expected, @Valid @RequestBody ReviewRequests.ReportBody body) {
        return tagged(steps.handle(body.of(new ReviewId(id), expected)));
    }

    private static ResponseEntity<ReviewStep> tagged(ReviewStep step) {
        return Versioned.ok(step, step.version());
    }
}
