package tusoi.org.reorganisations.works;

import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_37;
import static tusoi.org.reorganisations.domain.ReorganisationRules.ORG_48;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Plan.Way;
import tusoi.platform.persistence.SqlArrays;
import tusoi.platform.rules.RuleViolation;
import tusoi.platform.rules.Warning;

/** What else hangs on the units and members of a reorganisation; shown beforehand, and part of the fingerprint. */
@Component
public class Touched {
    private static final int TOLD = 100;

    private final JdbcClient jdbc;

    public Touched(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A post at a unit that ends, held on the effective day or later.
     *
     * @param endsOn the day on which the reorganisation ends it with its unit; null of an external one, which stays
     */
    public record Post(
            UUID holdingId,
            long version,
            UUID memberId,
            UUID unitId,
            String post,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate endsOn) {}

    /** A case or a removal that discipline-service has open on a member who moves or a unit that ends; for who reads cases there. */
    public record Matter(UUID caseId, long version, String kind, UUID subjectId, UUID unitId, String state) {}

    /** An official transfer that waits for its receiving side, of a member who moves or from or to a unit that ends. */
    public record Transfer(
            UUID transferId,
            long version,
            UUID memberId,
            @Nullable UUID fromUnitId,
            @Nullable UUID toUnitId) {}

    /** A review that a unit above opened and that is not due before the effective day. */
    public record Cycle(UUID cycleId, long version, int year, UUID openedBy, LocalDate openedOn, LocalDate dueOn) {}

    /** What is open, as stamps that change with it; {@code told} are those of units where the asker reads cases. */
    public record Matters(List<String> stamps, List<Matter> told) {}

    public record Things(List<Post> posts, Matters matters, List<Transfer> transfers, List<Cycle> cycles) {
        /** ORG-48: a post that begins at a unit on the day on which that is no more, or later, has to be corrected first. */
        List<RuleViolation> refusals() {
            return posts.stream()
                    .filter(post -> post.endsOn() != null && !post.validFrom().isBefore(post.endsOn()))
                    .map(post -> new RuleViolation(
                            ORG_48,
                            "A post begins at the unit when it has ended",
                            Map.of("postHoldingId", post.holdingId(), "unit", post.unitId())))
                    .toList();
        }

        /** ORG-37. */
        List<Warning> warnings() {
            int open = matters.stamps().size();
            return open == 0
                    ? List.of()
                    : List.of(new Warning(
                            ORG_37,
                            open + " matters are open",
                            Map.of(
                                    "open",
                                    open,
                                    "cases",
                                    matters.told().stream()
                                            .limit(TOLD)
                                            .map(Matter::caseId)
                                            .toList())));
        }
    }

    public Things by(Collection<UnitId> ending, List<Way> ways, LocalDate day) {
        List<UnitId> units = List.copyOf(ending);
        return new Things(posts(units, day), matters(units, ways), transfers(units, ways), cycles(units, day));
    }

    private List<Post> posts(List<UnitId> ending, LocalDate day) {
        return jdbc.sql("""
                        select id as holding_id, version, member_id, unit_id, post, valid_from, nullif(valid_to, 'infinity') as valid_to,
                               case when not external then :day::date end as ends_on
                        from org.post_version
                        where recorded_to = 'infinity' and unit_id = any (:units::uuid[]) and valid_to > :day
                        order by unit_id, id
                        """)
                .param("units", SqlArrays.of("uuid", ending, UnitId::value))
                .param("day", day)
                .query(Post.class)
                .list();
    }

    /** Asked past row policies: a preview is as stale, and a confirmation as much answered for, whoever asks. */
    private Matters matters(List<UnitId> ending, List<Way> ways) {
        List<String> stamps = new ArrayList<>();
        List<Matter> told = new ArrayList<>();
        jdbc.sql("select * from org.matters_touched(:members::uuid[], :units::uuid[])")
                .param("members", SqlArrays.of("uuid", ways, way -> way.member().value()))
                .param("units", SqlArrays.of("uuid", ending, UnitId::value))
                .query(row -> {
                    stamps.add(row.getString("stamp"));
                    if (row.getObject("case_id") != null) {
                        told.add(new Matter(
                                row.getObject("case_id", UUID.class),
                                row.getLong("version"),
                                row.getString("kind"),
                                row.getObject("subject_id", UUID.class),
                                row.getObject("unit_id", UUID.class),
                                row.getString("state")));
                    }
                });
        return new Matters(stamps, told);
    }

    private List<Transfer> transfers(List<UnitId> ending, List<Way> ways) {
        return jdbc.sql("""
                        select id as transfer_id, version, member_id, from_unit_id, to_unit_id from org.transfer
                        where state = 'REQUESTED'
                          and (member_id = any (:members::uuid[]) or from_unit_id = any (:units::uuid[])
                               or to_unit_id = any (:units::uuid[]))
                        order by id
                        """)
                .param("members", SqlArrays.of("uuid", ways, way -> way.member().value()))
                .param("units", SqlArrays.of("uuid", ending, UnitId::value))
                .query(Transfer.class)
                .list();
    }

    private List<Cycle> cycles(List<UnitId> ending, LocalDate day) {
        return jdbc.sql("""
                        select y.cycle_id, y.version, y.year, y.opened_by, y.opened_on, y.due_on from org.review_cycle y
                        where y.due_on >= :day
                          and exists (select 1 from scope.closure c
                                      where c.unit_id = any (:units::uuid[]) and c.ancestor_id = y.opened_by
                                        and c.recorded_to = 'infinity' and c.valid_from <= y.opened_on and c.valid_to > y.opened_on)
                        order by y.cycle_id
                        """)
                .param("units", SqlArrays.of("uuid", ending, UnitId::value))
                .param("day", day)
                .query(Cycle.class)
                .list();
    }
}
