package tusoi.org.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberDirectory;
import tusoi.org.posts.domain.Committee;
import tusoi.org.posts.kept.PostJournal.Answered;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.rules.RuleProfile;
import tusoi.platform.rules.RuleProfiles;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@Component
@Transactional(readOnly = true)
class PostQueries {
    private static final int MOST = 1000;
    private static final String POSTS = """
            select p.id, p.member_id, p.unit_id, u.code as unit_code, p.post, p.label, p.external, p.mode, p.valid_from,
                   nullif(p.valid_to, 'infinity') as valid_to, p.term_from, p.term_to, p.appointed_by, p.decision_number,
                   p.warnings::text as warnings, p.version
            from org.post_version p join org.unit u on u.id = p.unit_id
            where p.recorded_to = 'infinity'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Scope scope;
    private final MemberDirectory members;
    private final Committees committees;
    private final RuleProfiles profiles;

    PostQueries(
            JdbcClient jdbc,
            JsonMapper json,
            Scope scope,
            MemberDirectory members,
            Committees committees,
            RuleProfiles profiles) {
        this.jdbc = jdbc;
        this.json = json;
        this.scope = scope;
        this.members = members;
        this.committees = committees;
        this.profiles = profiles;
    }

    /**
     * @param appointedBy the unit above that appointed
     * @param warnings what was warned of when this version was recorded, and the reasons given
     */
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
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            @Nullable UUID appointedBy,
            @Nullable String decisionNumber,
            List<Answered> warnings,
            long version) {}

    /** What a rule says to the committees as they stand, with its source. */
    record Finding(String rule, String detail, Map<String, Object> facts, String citation, String mark) {}

    record CommitteeView(
            UUID unitId,
            LocalDate asOf,
            String profile,
            int officialMembers,
            List<PostView> posts,
            List<Finding> findings) {}

    /** The posts at units whose members the caller may read, and all of them for the member's home. */
    List<PostView> ofMember(UUID member) {
        scope.account();
        if (members.home(new MemberId(member)).isEmpty()) {
            throw ProblemException.notFound("The member");
        }
        return jdbc.sql(POSTS + """
                          and p.member_id = :member
                          and (p.unit_id in (select scope.units_with('MEMBER_READ'))
                               or exists (select 1 from org.member m
                                          where m.id = :member and m.unit_id in (select scope.units_with('MEMBER_READ'))))
                        order by p.valid_from, p.id
                        """)
                .param("member", member)
                .query((row, n) -> view(row))
                .list();
    }

    /** Who holds a post at the unit itself on the day, and what the rules say to that. */
    CommitteeView ofUnit(UnitId unit, LocalDate asOf) {
        scope.require(Right.MEMBER_READ, unit.value());
        List<PostView> posts = jdbc.sql(POSTS + """
                          and p.unit_id = :unit and p.valid_from <= :day and p.valid_to > :day
                        order by p.external, p.post, p.valid_from, p.id limit :most
                        """)
                .param("unit", unit.value())
                .param("day", asOf)
                .param("most", MOST)
                .query((row, n) -> view(row))
                .list();
        Committee committee = committees.committee(unit, asOf);
        RuleProfile profile = profiles.on("org", asOf);
        List<Finding> findings = committee.findings(profile).stream()
                .map(warning -> new Finding(
                        warning.rule().code(),
                        warning.detail(),
                        warning.facts(),
                        profile.rule(warning.rule()).citation(),
                        profile.rule(warning.rule()).mark().name()))
                .toList();
        return new CommitteeView(unit.value(), asOf, profile.code(), committee.officialMembers(), posts, findings);
    }

    private PostView view(ResultSet row) throws SQLException {
        return new PostView(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("post"),
                row.getString("label"),
                row.getBoolean("external"),
                row.getString("mode"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("term_from", LocalDate.class),
                row.getObject("term_to", LocalDate.class),
                row.getObject("appointed_by", UUID.class),
                row.getString("decision_number"),
                List.of(json.readValue(row.getString("warnings"), Answered[].class)),
                row.getLong("version"));
    }
}
