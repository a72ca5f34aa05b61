package tusoi.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tusoi.discipline.contract.Schemas;
import tusoi.platform.counts.Counting;
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
    private Counting counting;

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

    /** What the service counts of its books at a unit, by what and key. */
    protected Map<String, Long> counted(UUID unit) {
        UUID counting = this.counting.count().orElseThrow();
        Map<String, Long> counted = new TreeMap<>();
        jdbc.sql("select data from platform.outbox where key = ? and type = 'discipline.books-counted.v1'")
                .param(counting.toString())
                .query((row, _) -> json.readTree(row.getBytes(1)))
                .list()
                .forEach(part -> {
                    assertThat(misfits(part.toString())).isEmpty();
                    part.path("lines")
                            .valueStream()
                            .filter(line -> line.path("unitId").asString().equals(unit.toString()))
                            .forEach(line -> counted.put(
                                    line.path("what").asString() + " "
                                            + line.path("key").asString(),
                                    line.path("number").asLong()));
                });
        return counted;
    }

    private static List<String> misfits(String part) {
        try {
            return Schemas.misfits("books.v1.schema.json", part);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
