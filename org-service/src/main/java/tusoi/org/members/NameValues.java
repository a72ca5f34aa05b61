package tusoi.org.members;

import java.util.Objects;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tusoi.org.contract.NameData;
import tusoi.platform.outbox.LatestValues;
import tusoi.platform.persistence.Loader;

/** The names of today, from which org.names can be filled again. */
@Component
class NameValues implements LatestValues {
    private static final int FETCH_ROWS = 1000;

    private final JdbcTemplate loader;
    private final TransactionOperations transaction;

    NameValues(@Loader DataSource loader, @Loader TransactionOperations transaction) {
        this.loader = new JdbcTemplate(loader);
        this.loader.setFetchSize(FETCH_ROWS);
        this.transaction = transaction;
    }

    @Override
    public String topic() {
        return "org.names";
    }

    @Override
    public void forEach(BiConsumer<String, Object> sink) {
        transaction.executeWithoutResult(status -> loader.query(
                "select m.id, p.full_name from org.member m join org.person p on p.id = m.person_id", row -> {
                    String name = Objects.requireNonNull(row.getString(2));
                    sink.accept("member/" + row.getString(1), new NameData(name));
                }));
    }
}
