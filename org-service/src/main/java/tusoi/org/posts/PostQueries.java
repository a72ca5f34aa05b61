package tusoi.org.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.members.MemberDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.scope.Scope;

@Component
@Transactional(readOnly = true)
class PostQueries {
    private final JdbcClient jdbc;
    private final Scope scope;
    private final MemberDirectory members;

    PostQueries(JdbcClient jdbc, Scope scope, MemberDirectory members) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.members = members;
    }

    record PostView(
            UUID id,
            UUID memberId,
            UUID unitId,
            String unitCode,
            String post,
            @Nullable String label,
            boolean external,
            String mode,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {}

    /** The posts at units whose members the caller may read, and all of them for the member's home. */
    List<PostView> ofMember(UUID member) {
        scope.account();
        if (members.home(new MemberId(member)).isEmpty()) {
            throw ProblemException.notFound("The member");
        }
        return jdbc.sql("""
                        select p.id, p.member_id, p.unit_id, u.code as unit_code, p.post, p.label, p.external, p.mode, p.valid_from,
                               nullif(p.valid_to, 'infinity') as valid_to, p.version
                        from org.post_version p join org.unit u on u.id = p.unit_id
                        where p.member_id = :member and p.recorded_to = 'infinity'
                          and (p.unit_id in (select scope.units_with('MEMBER_READ'))
                               or exists (select 1 from org.member m
                                          where m.id = :member and m.unit_id in (select scope.units_with('MEMBER_READ'))))
                        order by p.valid_from, p.id
                        """).param("member", member).query(PostView.class).list();
    }
}
