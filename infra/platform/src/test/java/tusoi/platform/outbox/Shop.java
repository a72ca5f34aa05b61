package tusoi.platform.outbox;

import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service under test that takes orders. */
public record Shop(ConfigurableApplicationContext context) implements AutoCloseable {
    /** Versions from-to of one order, all in one transaction. */
    public void order(UUID order, long from, long to) {
        app().executeWithoutResult(
                        status -> LongStream.rangeClosed(from, to).forEach(version -> place(order, version)));
    }

    public void place(UUID order, long version) {
        outbox().publish(event(order, version));
    }

    public static OutgoingEvent event(UUID order, long version) {
        return new OutgoingEvent(
                "shop.order-placed.v1", order.toString(), order, version, Map.of("orderId", order, "pieces", version));
    }

    public Outbox outbox() {
        return context.getBean(Outbox.class);
    }

    public TransactionTemplate app() {
        return context.getBean("transactionTemplate", TransactionTemplate.class);
    }

    public TransactionTemplate loader() {
        return context.getBean("loaderTransactionTemplate", TransactionTemplate.class);
    }

    public JdbcClient asLoader() {
        return context.getBean("loaderJdbcClient", JdbcClient.class);
    }

    public long pending() {
        return asLoader()
                .sql("select count(*) from platform.outbox_pending")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
