package tusoi.org.posts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.MemberId;
import tusoi.org.posts.PostCommand.CorrectPost;
import tusoi.org.posts.PostCommand.HoldPost;
import tusoi.org.posts.PostCommand.LeavePost;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.posts.domain.PostHolding.Basis;
import tusoi.org.posts.domain.PostHolding.Mode;
import tusoi.org.posts.domain.PostHolding.Term;
import tusoi.org.reads.PersonalRead;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.Overrides;
import tusoi.platform.time.BusinessDays;
import tusoi.platform.web.IfMatch;

@RestController
@RequestMapping("/api/org/v1")
class PostsController {
    private final PostCommandHandler handler;
    private final PostQueries queries;
    private final UnitDirectory directory;
    private final Clock clock;

    PostsController(PostCommandHandler handler, PostQueries queries, UnitDirectory directory, Clock clock) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param validTo the term's end unless told otherwise
     * @param appointedBy the unit above that appointed
     */
    record HoldBody(
            @NotBlank @Size(max = 64) String unitId,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}")
            String post,

            @Nullable @Size(max = 200) String label,
            @Nullable Boolean external,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotNull Mode mode,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            @Nullable @Size(max = 64) String appointedBy,
            @Nullable @Size(max = 100) String decisionNumber,
            @Nullable Map<String, String> overrides) {}

    record LeaveBody(@NotNull LocalDate on, @Nullable Map<String, String> overrides) {}

    record CorrectBody(
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            @Nullable Map<String, String> overrides) {}

    @PersonalRead(value = "org.posts-read", of = PersonalRead.Of.MEMBER)
    @GetMapping("/members/{member}/posts")
    List<PostQueries.PostView> list(@PathVariable UUID member) {
        return queries.ofMember(member);
    }

    /** Posts at the unit on the day, with what the rules say to its committees. */
    @PersonalRead("org.committee-read")
    @GetMapping("/units/{id}/committee")
    PostQueries.CommitteeView committee(@PathVariable UUID id, @RequestParam @Nullable LocalDate asOf) {
        return queries.ofUnit(directory.resolve(id.toString()), asOf == null ? BusinessDays.today(clock) : asOf);
    }

    @PostMapping("/members/{member}/posts")
    ResponseEntity<PostQueries.PostView> hold(@PathVariable UUID member, @RequestBody @Valid HoldBody body) {
        Term term = term(body.termFrom(), body.termTo());
        Basis basis = new Basis(
                body.mode(),
                term,
                directory.resolveIfGiven(body.appointedBy()),
                body.decisionNumber() == null ? null : Texts.clean(body.decisionNumber()));
        PostHolding holding = new PostHolding(
                Ids.next(),
                new MemberId(member),
                directory.resolve(body.unitId()),
                body.post(),
                body.label() == null ? null : Texts.clean(body.label()),
                body.external() != null && body.external(),
                basis,
                body.validFrom(),
                end(body.validTo(), term));
        handler.handle(new HoldPost(holding, overrides(body.overrides()), BusinessDays.today(clock)));
        return view(member, holding.id(), HttpStatus.CREATED);
    }

    @PostMapping("/members/{member}/posts/{holding}/end")
    ResponseEntity<PostQueries.PostView> leave(
            @PathVariable UUID member,
            @PathVariable UUID holding,
            IfMatch expected,
            @RequestBody @Valid LeaveBody body) {
        handler.handle(new LeavePost(
                new MemberId(member),
                holding,
                expected,
                body.on(),
                overrides(body.overrides()),
                BusinessDays.today(clock)));
        return view(member, holding, HttpStatus.OK);
    }

    /** The days as they should have been recorded; what the post gives follows. */
    @PostMapping("/members/{member}/posts/{holding}/correction")
    ResponseEntity<PostQueries.PostView> correct(
            @PathVariable UUID member,
            @PathVariable UUID holding,
            IfMatch expected,
            @RequestBody @Valid CorrectBody body) {
        Term term = term(body.termFrom(), body.termTo());
        handler.handle(new CorrectPost(
                new MemberId(member),
                holding,
                expected,
                new PostHolding.Period(body.validFrom(), end(body.validTo(), term), term),
                overrides(body.overrides()),
                BusinessDays.today(clock)));
        return view(member, holding, HttpStatus.OK);
    }

    private static @Nullable Term term(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return null;
        }
        if (from == null || to == null) {
            throw ProblemException.unreadable("termTo", "A term has both ends", "Give termFrom and termTo, or neither");
        }
        return new Term(from, to);
    }

    private static @Nullable LocalDate end(@Nullable LocalDate given, @Nullable Term term) {
        return given == null && term != null ? term.to() : given;
    }

    private static Overrides overrides(@Nullable Map<String, String> reasons) {
        return reasons == null ? Overrides.NONE : new Overrides(reasons);
    }

    private ResponseEntity<PostQueries.PostView> view(UUID member, UUID holding, HttpStatus status) {
        PostQueries.PostView view = queries.ofMember(member).stream()
                .filter(post -> post.id().equals(holding))
                .findFirst()
                .orElseThrow();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).eTag("\"" + view.version() + "\"");
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/org/v1/members/" + member + "/posts/" + holding));
        }
        return answer.body(view);
    }
}
