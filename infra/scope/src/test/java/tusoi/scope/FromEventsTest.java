package tusoi.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tusoi.platform.inbox.Projection;
import tusoi.platform.inbox.ReceivedEvent;

/** A service that follows the tree keeps it as the loader; its app role can only read. */
class FromEventsTest {
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = ScopeService.start("events");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void receive(List<ReceivedEvent> events) {
        BeanFactoryAnnotationUtils.qualifiedBeanOfType(service.getBeanFactory(), TransactionTemplate.class, "loader")
                .executeWithoutResult(status -> service.getBeansOfType(Projection.class)
                        .values()
                        .forEach(projection -> projection.apply(events.stream()
                                .filter(event -> projection.types().contains(event.type()))
                                .toList())));
    }

    @Test
    void eventsFillTheCopyAndAClearedCopyIsFilledAgain() {
        Tree tree = new Tree();
        UUID root = tree.establish("R", null);
        UUID unit = tree.establish("R.1", root);
        List<ReceivedEvent> events = tree.takeEvents();
        receive(events);
        Units units = service.getBean(Units.class);
        assertThat(units.path(unit, Tree.BEGIN, null))
                .extracting(Units.Unit::code)
                .containsExactly("R", "R.1");
        service.getBeansOfType(Projection.class).values().forEach(Projection::clear);
        assertThat(units.find(unit, Tree.BEGIN, null)).isEmpty();
        receive(events);
        assertThat(units.isUnder(unit, root, Tree.BEGIN)).isTrue();
    }

    @Test
    void appRoleCannotWriteTheCopy() {
        JdbcClient app = service.getBean(JdbcClient.class);
        for (String table : List.of("unit_version", "closure", "account", "grant_version", "role_right")) {
            assertThatThrownBy(() -> app.sql("delete from scope." + table).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        assertThat(service.getBeansOfType(UnitEvents.class)).isEmpty();
    }
}
