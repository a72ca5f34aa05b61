package tusoi.discipline.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import tusoi.discipline.Register;
import tusoi.discipline.SliceTest;
import tusoi.discipline.contract.Schemas;

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

    @Test
    void itIsSettledOnceWithANoteThatStaysHere() throws IOException {
        Register register = register();
        UUID ward = register.organisation("GRASSROOTS", register.organisation("DISTRICT", null));
        String inspector = register.officer("INSPECTION_OFFICER", ward);
        String stranger = register.officer("INSPECTION_OFFICER", register.organisation("GRASSROOTS", null));
        UUID conflict = UUID.randomUUID();
        ObjectNode data = example(1);
        data.put("unitId", ward.toString());
        register.received(TYPE, conflict, 1, data);
        register.arrives();
        String path = "/conflicts/" + conflict + "/settlement";
        var note = Map.of("note", "Đã ghi nhận ở nơi khác");
        assertThat(api().post(stranger, path, note).status()).isEqualTo(404);
        assertThat(api().post(inspector, path, Map.of("note", " ")).status()).isEqualTo(400);
        var settled = api().post(inspector, path, note);
        assertThat(settled.body().path("note").asString())
                .as(settled.body().toString())
                .isEqualTo("Đã ghi nhận ở nơi khác");
        assertThat(api().post(inspector, path, note).status()).isEqualTo(409);
        assertThat(api().get(inspector, "/conflicts?settled=false").body().path("items"))
                .isEmpty();
        assertThat(api().get(inspector, "/conflicts?settled=true").body().path("items"))
                .hasSize(1);
        String event = jdbc.sql("select convert_from(data, 'UTF8') from platform.outbox where aggregate_id = ?")
                .param(conflict)
                .query(String.class)
                .single();
        assertThat(Schemas.misfits("conflict.v1.schema.json", event)).isEmpty();
        assertThat(event).doesNotContain("nơi khác");
        assertThat(jdbc.sql("select count(*) from platform.audit_entry where subject_id = ?")
                        .param(conflict)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** The register's own settlement, of its own example. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatTheRegisterSettledIsShown(int number) throws IOException {
        UUID conflict = UUID.randomUUID();
        Register register = register();
        register.received(TYPE, conflict, 1, example(1));
        register.received(
                "org.removal-conflict-settled.v1",
                conflict,
                2,
                json.readTree(Files.readString(ORG.resolve("org.removal-conflict-settled.v1." + number + ".json"))));
        register.arrives();
        assertThat(jdbc.sql(
                                "select register_settled_at is not null from discipline.removal_conflict where conflict_id = ?")
                        .param(conflict)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private ObjectNode example(int number) throws IOException {
        return (ObjectNode) json.readTree(Files.readString(ORG.resolve(TYPE + "." + number + ".json")));
    }
}
