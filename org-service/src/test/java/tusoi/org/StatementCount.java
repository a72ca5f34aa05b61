package tusoi.org;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that are prepared on the service's own connections, of both roles, by whoever counts and by the requests that
 * he sends; what inbox, relay and upkeep ask meanwhile grows with the time that all takes, not with the work.
 */
class StatementCount implements BeanPostProcessor {
    private static final Set<String> PREPARING = Set.of("prepareStatement", "prepareCall", "createStatement");

    private static final String REQUESTS = "tomcat-handler-";

    private final AtomicLong statements = new AtomicLong();
    private volatile Thread counting = Thread.currentThread();

    long during(Runnable work) {
        counting = Thread.currentThread();
        long before = statements.get();
        work.run();
        return statements.get() - before;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private boolean isCounted(Thread thread) {
        return thread.equals(counting) || thread.getName().startsWith(REQUESTS);
    }

    private final class Counted extends DelegatingDataSource {
        private Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    StatementCount.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (PREPARING.contains(method.getName()) && isCounted(Thread.currentThread())) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
