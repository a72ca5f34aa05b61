package tusoi.reporting.figures;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.sums.Sums;

/** Names the units of {@link Inside}, where they are so few that it pays: what stands with them is then had by their names. */
@Component
class UnitsInside {
    private static final int NAMED_AT_MOST = 500;

    private final Strays strays;
    private final JdbcClient jdbc;

    UnitsInside(Strays strays, @Loader JdbcClient jdbc) {
        this.strays = strays;
        this.jdbc = jdbc;
    }

    /**
     * Empty where they are too many. Not of a question about what stands with the very unit alone.
     *
     * @param node of which those only are named that are not settled in it; null where the unit asked for is none
     */
    Optional<List<UUID>> of(Question question, Sums.@Nullable Node node) {
        if (node == null) {
            return of(question, NAMED_AT_MOST);
        }
        List<UUID> apart = node.apart();
        return apart.isEmpty() ? Optional.of(List.of()) : of(question.among(apart), apart.size());
    }

    private Optional<List<UUID>> of(Question question, int atMost) {
        List<UUID> units = new ArrayList<>(under(question, atMost + 1));
        if (units.size() > atMost) {
            return Optional.empty();
        }
        strays.of(question).forEach(stray -> units.add(stray.unit()));
        return units.size() > atMost ? Optional.empty() : Optional.of(units);
    }

    private List<UUID> under(Question question, int limit) {
        List<UUID> among = question.among();
        return jdbc.sql("""
                        select unit_id from scope.closure
                         where ancestor_id = :unit and valid_from <= :asOf and valid_to > :asOf
                           and recorded_from <= :knownAt and recorded_to > :knownAt %s
                         limit :limit
                        """.formatted(among == null ? "" : "and unit_id = any (:among)"))
                .param("unit", question.unit())
                .param("asOf", question.asOf())
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .param("among", among == null ? null : among.toArray(UUID[]::new))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }
}
