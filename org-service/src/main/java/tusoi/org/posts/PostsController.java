package tusoi.org.posts;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tusoi.org.ids.MemberId;
import tusoi.org.posts.PostCommand.HoldPost;
import tusoi.org.posts.PostCommand.LeavePost;
import tusoi.org.posts.domain.PostHolding;
import tusoi.org.text.Texts;
import tusoi.org.units.UnitDirectory;
import tusoi.platform.ids.Ids;
import tusoi.platform.web.IfMatch;

@RestController
@RequestMapping("/api/org/v1/members/{member}/posts")
class PostsController {
    private final PostCommandHandler handler;
    private final PostQueries queries;
    private final UnitDirectory directory;

    PostsController(PostCommandHandler handler, PostQueries queries, UnitDirectory directory) {
        this.handler = handler;
        this.queries = queries;
        this.directory = directory;
    }

    record HoldBody(
            @NotBlank @Size(max = 64) String unitId,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}")
            String post,

            @Nullable @Size(max = 200) String label,
            @Nullable Boolean external,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            PostHolding.@NotNull Mode mode) {}

    record LeaveBody(@NotNull LocalDate on) {}

    @GetMapping
    List<PostQueries.PostView> list(@PathVariable UUID member) {
        return queries.ofMember(member);
    }

    @PostMapping
    ResponseEntity<PostQueries.PostView> hold(@PathVariable UUID member, @RequestBody @Valid HoldBody body) {
        PostHolding holding = new PostHolding(
                Ids.next(),
                new MemberId(member),
                directory.resolve(body.unitId()),
                body.post(),
                body.label() == null ? null : Texts.clean(body.label()),
                body.external() != null && body.external(),
                body.mode(),
                body.validFrom(),
                body.validTo());
        handler.handle(new HoldPost(holding));
        return view(member, holding.id(), HttpStatus.CREATED);
    }

    @PostMapping("/{holding}/end")
    ResponseEntity<PostQueries.PostView> leave(
            @PathVariable UUID member,
            @PathVariable UUID holding,
            IfMatch expected,
            @RequestBody @Valid LeaveBody body) {
        handler.handle(new LeavePost(new MemberId(member), holding, expected, body.on()));
        return view(member, holding, HttpStatus.OK);
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
