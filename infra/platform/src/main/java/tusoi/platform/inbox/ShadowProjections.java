package tusoi.platform.inbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tusoi.platform.persistence.Copies;

/** Makes the service's projections once more, to write through what they are given: into a shadow. */
@FunctionalInterface
public interface ShadowProjections {
    List<Projection> on(JdbcClient jdbc, Copies copies);
}
