package tusoi.reporting.figures;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;
import tusoi.reporting.figures.RemovalDifferencesView.RemovalConflictView;

/** What the register could not apply, by the case that decided it, as it was known. */
@Component
class RemovalConflicts {
    private final JdbcClient jdbc;

    RemovalConflicts(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<RemovalConflictView>> of(Question question, List<UUID> cases) {
        Map<UUID, List<RemovalConflictView>> found = new HashMap<>();
        jdbc.sql("""
                        select case_id, aggregate_id, reason, settled from reporting.conflict
                         where case_id = any (:cases) and recorded_from <= :knownAt and recorded_to > :knownAt
                         order by case_id, aggregate_id
                        """)
                .param("cases", SqlArrays.uuids(cases, one -> one))
                .param("knownAt", question.knownAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(new RemovalConflictView(
                                row.getObject(2, UUID.class), row.getString(3), row.getBoolean(4))))
                .list();
        return found;
    }
}
