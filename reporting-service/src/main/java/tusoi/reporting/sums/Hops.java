package tusoi.reporting.sums;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/** From where to where reorganisations took persons, once for all whom one took the same way. */
@Component
public class Hops {
    private final JdbcClient jdbc;

    Hops(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From one unit to another. */
    public record Hop(UUID from, UUID to) {}

    /** Between which days, and known at which instant; {@code after} itself is not among the days, {@code until} is. */
    public record When(LocalDate after, LocalDate until, Instant knownAt) {}

    /** Into these units or out of them. */
    public List<Hop> over(List<UUID> inside, When when) {
        return ask("""
                        select h.unit_id as "from", h.other_unit_id as "to" from reporting.sum_hop h
                         where (h.unit_id = any (:inside)) <> (h.other_unit_id = any (:inside))
                        """, inside, when).query(Hop.class).list();
    }

    /** Into a node or out of it. @param inside of the units that are not settled in it, those that stand there all the same */
    public List<Hop> over(UUID node, List<UUID> inside, When when) {
        return ask("""
                        select h.unit_id as "from", h.other_unit_id as "to" from reporting.sum_border h
                         where h.node_id = :node
                           and (h.is_settled or h.unit_id = any (:inside)) <> (h.is_other_settled or h.other_unit_id = any (:inside))
                        """, inside, when).param("node", node).query(Hop.class).list();
    }

    private JdbcClient.StatementSpec ask(String hops, List<UUID> inside, When when) {
        return jdbc.sql(hops + " and h.on_day > :after and h.on_day <= :until and h.recorded <= :knownAt")
                .param("inside", SqlArrays.uuids(inside, unit -> unit))
                .param("after", when.after())
                .param("until", when.until())
                .param("knownAt", Sums.at(when.knownAt()));
    }
}
