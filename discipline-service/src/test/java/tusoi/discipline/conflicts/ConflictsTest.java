package tusoi.discipline.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import tusoi.discipline.Register;
import tusoi.discipline.SliceTest;

/** A conflict of org-service's own example is seen by those who may read the unit's cases, once however often it comes. */
class ConflictsTest extends SliceTest {
    private static final Path ORG = Path.of(System.getProperty("tusoi.root", ".."), "org-service/contracts/examples");
    private static final String TYPE = "org.removal-conflicted.v1";

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aConflictOfOrgServiceIsKeptOnce(int number) throws IOException {
        ObjectNode data = example(number);
        UUID conflict = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            Register register = register();
            register.received(TYPE, conflict, 1, data);
            register.arrives();
        }
        assertThat(jdbc.sql("select reason from discipline.removal_conflict where conflict_id = ?")
                        .param(conflict)
                        .query(String.class)
                        .list())
                .containsExactly(data.path("reason").asString());
    }

    @Test
    void itIsListedWhereTheCaseMayBeRead() throws IOException {
        Register register = register();
        UUID district = register.organisation("DISTRICT", null);
        UUID ward = register.organisation("GRASSROOTS", district);
        String inspector = register.officer("INSPECTION_OFFICER", ward);
        String secretary = register.officer("SECRETARY", ward);
        String stranger = register.officer("INSPECTION_OFFICER", register.organisation("GRASSROOTS", district));
        UUID conflict = UUID.randomUUID();
        ObjectNode data = example(1);
        data.put("unitId", ward.toString());
        register.received(TYPE, conflict, 1, data);
        register.arrives();
        var listed = api().get(inspector, "/conflicts").body().path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("conflictId").asString()).isEqualTo(conflict.toString());
        assertThat(listed.get(0).path("reason").asString()).isEqualTo("ORG-17");
        assertThat(api().get(stranger, "/conflicts").body().path("items")).isEmpty();
        assertThat(api().get(secretary, "/conflicts").body().path("items")).isEmpty();
        assertThat(api().getWithoutToken("/conflicts").status()).isEqualTo(401);
    }

    private ObjectNode example(int number) throws IOException {
        return (ObjectNode) json.readTree(Files.readString(ORG.resolve(TYPE + "." + number + ".json")));
    }
}
