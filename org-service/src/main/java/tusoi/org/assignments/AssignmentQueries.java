package tusoi.org.assignments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.members.MemberDirectory;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;
import tusoi.scope.Right;
import tusoi.scope.Scope;

@Component
@Transactional(readOnly = true)
class AssignmentQueries {
    private static final int MOST = 1000;
    private static final String ASSIGNMENTS = """
            select a.id, a.member_id, a.unit_id, u.code as unit_code, a.valid_from,
                   nullif(a.valid_to, 'infinity') as valid_to, a.version
            from org.assignment_version a join org.unit u on u.id = a.unit_id
            where a.recorded_to = 'infinity' and a.unit_id in (select scope.units_with('MEMBER_READ'))
            """;

    private static final String BRANCHES = """
            with branch as (
                select v.unit_id as id, v.code, v.name,
                       exists (select from org.assignment_version a
                               where a.recorded_to = 'infinity' and a.unit_id = v.unit_id
                                 and a.valid_from <= :day and a.valid_to > :day) as covered
                from scope.closure c
                    join scope.unit_version v on v.unit_id = c.unit_id and v.recorded_to = 'infinity'
                        and v.valid_from <= :day and v.valid_to > :day
                where c.ancestor_id = :unit and c.recorded_to = 'infinity' and c.valid_from <= :day and c.valid_to > :day
                  and v.form = 'BRANCH' and v.level <> 'PARTY_GROUP')
            """;

    private final JdbcClient jdbc;
    private final Scope scope;
    private final MemberDirectory members;

    AssignmentQueries(JdbcClient jdbc, Scope scope, MemberDirectory members) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.members = members;
    }

    record AssignmentView(
            UUID id,
            UUID memberId,
            UUID unitId,
            String unitCode,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {}

    record Branch(UUID id, String code, String name) {}

    /** How many branches under the unit somebody looks after, and those that nobody does, a page at a time. */
    record CoverageView(
            UUID unitId,
            LocalDate asOf,
            int branches,
            int covered,
            List<Branch> uncovered,
            @Nullable String next) {}

    Optional<AssignmentView> one(UUID id) {
        return jdbc.sql(ASSIGNMENTS + " and a.id = ?")
                .param(id)
                .query(AssignmentView.class)
                .optional();
    }

    List<AssignmentView> ofMember(UUID member) {
        scope.account();
        if (members.home(new MemberId(member)).isEmpty()) {
            throw ProblemException.notFound("The member");
        }
        return jdbc.sql(ASSIGNMENTS + " and a.member_id = :member order by a.valid_from, a.id limit :most")
                .param("member", member)
                .param("most", MOST)
                .query(AssignmentView.class)
                .list();
    }

    /** All of the branch's, or those of one day. */
    List<AssignmentView> ofBranch(UnitId branch, @Nullable LocalDate asOf) {
        scope.require(Right.MEMBER_READ, branch.value());
        return jdbc.sql(ASSIGNMENTS + """
                          and a.unit_id = :branch
                          and (:day::date is null or (a.valid_from <= :day and a.valid_to > :day))
                        order by a.valid_from, a.id limit :most
                        """)
                .param("branch", branch.value())
                .param("day", asOf)
                .param("most", MOST)
                .query(AssignmentView.class)
                .list();
    }

    CoverageView coverage(UnitId unit, LocalDate asOf, PageRequest page) {
        scope.require(Right.MEMBER_READ, unit.value());
        record Count(int branches, int covered) {}
        Count count = jdbc.sql(BRANCHES
                        + " select count(*) as branches, count(*) filter (where covered) as covered from branch")
                .param("unit", unit.value())
                .param("day", asOf)
                .query(Count.class)
                .single();
        List<Branch> found = jdbc.sql(BRANCHES + """
                         select id, code, name from branch
                        where not covered and (:after::text is null or code collate "C" > :after)
                        order by code collate "C" limit :limit
                        """)
                .param("unit", unit.value())
                .param("day", asOf)
                .param(
                        "after",
                        page.after() == null
                                ? null
                                : Cursor.parse(page.after(), 1).values().getFirst())
                .param("limit", page.size() + 1)
                .query(Branch.class)
                .list();
        Page<Branch> uncovered = Cursor.page(found, page.size(), branch -> Cursor.of(branch.code()));
        return new CoverageView(
                unit.value(), asOf, count.branches(), count.covered(), uncovered.items(), uncovered.next());
    }
}
