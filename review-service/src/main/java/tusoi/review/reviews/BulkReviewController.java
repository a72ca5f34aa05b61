package tusoi.review.reviews;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.platform.web.BulkCommands;
import tusoi.platform.web.BulkResult;
import tusoi.review.contract.CycleId;
import tusoi.review.contract.ReviewId;
import tusoi.review.reviews.ReviewRequests.DecisionItem;
import tusoi.review.reviews.ReviewRequests.Item;
import tusoi.review.reviews.ReviewRequests.Items;
import tusoi.review.reviews.ReviewRequests.ProposalItem;
import tusoi.review.reviews.ReviewRequests.ReportItem;
import tusoi.review.reviews.ReviewRequests.RevisionItem;
import tusoi.review.reviews.ReviewRequests.SelfReviewItem;

/** A meeting's minutes at once: each item is the single command, done or refused for itself. */
@RestController
@RequestMapping("/api/review/v1/cycles/{cycle}/bulk")
class BulkReviewController {
    private final BulkCommands bulk;
    private final ItemReviews reviews;
    private final ReviewCommandHandler steps;
    private final GradeCommandHandler grades;

    BulkReviewController(
            BulkCommands bulk, ItemReviews reviews, ReviewCommandHandler steps, GradeCommandHandler grades) {
        this.bulk = bulk;
        this.reviews = reviews;
        this.steps = steps;
        this.grades = grades;
    }

    @PostMapping("/self-reviews")
    BulkResult selfReviews(
            @PathVariable UUID cycle, @Valid @RequestBody Items<SelfReviewItem> body, HttpServletRequest request) {
        return run(request, cycle, body, (item, id) -> steps.handle(item.body().of(id, null)));
    }

    @PostMapping("/proposals")
    BulkResult proposals(
            @PathVariable UUID cycle, @Valid @RequestBody Items<ProposalItem> body, HttpServletRequest request) {
        return run(request, cycle, body, (item, id) -> steps.handle(item.body().of(id, null)));
    }

    @PostMapping("/decisions")
    BulkResult decisions(
            @PathVariable UUID cycle, @Valid @RequestBody Items<DecisionItem> body, HttpServletRequest request) {
        return run(request, cycle, body, (item, id) -> grades.handle(item.body().of(id, null)));
    }

    @PostMapping("/revisions")
    BulkResult revisions(
            @PathVariable UUID cycle, @Valid @RequestBody Items<RevisionItem> body, HttpServletRequest request) {
        return run(request, cycle, body, (item, id) -> grades.handle(item.body().of(id, null)));
    }

    @PostMapping("/reports")
    BulkResult reports(
            @PathVariable UUID cycle, @Valid @RequestBody Items<ReportItem> body, HttpServletRequest request) {
        return run(request, cycle, body, (item, id) -> steps.handle(item.body().of(id, null)));
    }

    private <T extends Item> BulkResult run(
            HttpServletRequest request, UUID cycle, Items<T> body, BiFunction<T, ReviewId, ReviewStep> command) {
        var ids = reviews.of(new CycleId(cycle), body.items());
        return bulk.runTogether(request.getRequestURI(), body.items(), item -> command.apply(item, ids.of(item)));
    }
}
