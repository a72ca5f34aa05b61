package tusoi.discipline;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tusoi.platform.inbox.Projection;
import tusoi.platform.persistence.Loader;
import tusoi.testkit.ServiceProperties;

/** The service on real PostgreSQL, asked over HTTP with tokens. What org-service would tell it, {@link Register} does. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceProperties.class)
public abstract class SliceTest {
    @LocalServerPort
    private int port;

    @Autowired
    private List<Projection> projections;

    @Autowired
    @Loader
    private TransactionTemplate asLoader;

    @Autowired
    @Loader
    protected JdbcClient jdbc;

    @Autowired
    protected JsonMapper json;

    protected Api api() {
        return new Api(port, json);
    }

    protected Register register() {
        return new Register(projections, asLoader, json);
    }
}
