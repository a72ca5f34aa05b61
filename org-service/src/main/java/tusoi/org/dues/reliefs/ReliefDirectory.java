package tusoi.org.dues.reliefs;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.dues.domain.Relief;
import tusoi.platform.persistence.SqlArrays;

/** The reliefs of many members in a month, in one statement. */
@Component
public class ReliefDirectory {
    private final JdbcClient jdbc;

    ReliefDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, List<Relief>> of(List<UUID> members, YearMonth month) {
        return jdbc
                .sql(ReliefStore.SELECT + """
                         and member_id = any (:members::uuid[]) and from_month <= :month and to_month >= :month
                        """)
                .param("members", SqlArrays.of("uuid", members, member -> member))
                .param("month", month.atDay(1))
                .query((row, n) -> ReliefStore.relief(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Relief::member));
    }
}
