package tusoi.org.dues.reliefs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.roster.BranchBooks;
import tusoi.platform.problems.ProblemException;

@Component
@Transactional(readOnly = true)
class ReliefQueries {
    private static final String SELECT = """
            select id, member_id, kind, ground, percent, to_char(from_month, 'YYYY-MM') as from_month,
                   case when to_month < 'infinity' then to_char(to_month, 'YYYY-MM') end as to_month, version
            from org.dues_relief where recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;
    private final MemberDirectory members;
    private final BranchBooks books;

    ReliefQueries(JdbcClient jdbc, MemberDirectory members, BranchBooks books) {
        this.jdbc = jdbc;
        this.members = members;
        this.books = books;
    }

    @Schema(name = "ReliefView")
    record View(
            UUID id,
            UUID memberId,
            String kind,
            String ground,
            @Nullable Integer percent,
            String fromMonth,
            @Nullable String toMonth,
            long version) {}

    /** Read by who reads the members of the home. */
    List<View> of(UUID member) {
        books.requireRead(members.home(new MemberId(member))
                .orElseThrow(() -> ProblemException.notFound("The member"))
                .value());
        return jdbc.sql(SELECT + " and member_id = ? order by from_month, id")
                .param(member)
                .query(View.class)
                .list();
    }

    View one(UUID id) {
        return jdbc.sql(SELECT + " and id = ?").param(id).query(View.class).single();
    }
}
