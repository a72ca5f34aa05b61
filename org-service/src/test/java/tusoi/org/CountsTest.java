package tusoi.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.contract.Contracts;
import tusoi.platform.counts.Counting;
import tusoi.platform.persistence.Loader;

/** What org-service counts of its own books each night. */
@OrgTest
class CountsTest {
    private static final String TYPE = "org.books-counted.v1";

    @Autowired
    private Register register;

    @Autowired
    private Counting counting;

    @Autowired
    @Loader
    private JdbcClient jdbc;

    @Test
    void membersAndUnitsAreCountedWhereTheyAreAndWhatIsChangedBehindTheApiIsToldAsItIs() {
        String ward = register.ward();
        String branch = register.branch(ward);
        String member = register.member(branch).id();
        register.member(branch);
        String unit = register.get(Register.ADMIN, "/units/" + branch)
                .body()
                .path("id")
                .asString(branch);

        List<JsonNode> told = told(counting.count().orElseThrow());
        told.forEach(part -> assertThat(misfits(part)).isEmpty());
        assertThat(number(told, unit, "member")).isEqualTo(2);
        assertThat(number(
                        told,
                        register.get(Register.ADMIN, "/units/" + ward)
                                .body()
                                .path("id")
                                .asString(ward),
                        "unit"))
                .isEqualTo(1);

        jdbc.sql("update org.membership_version set recorded_to = recorded_from where member_id = ?")
                .param(UUID.fromString(member))
                .update();
        try {
            assertThat(number(told(counting.count().orElseThrow()), unit, "member"))
                    .isEqualTo(1);
        } finally {
            putBack(member);
        }
    }

    /** Other tests count the same books. */
    private void putBack(String member) {
        jdbc.sql("update org.membership_version set recorded_to = 'infinity' where member_id = ?")
                .param(UUID.fromString(member))
                .update();
    }

    private static List<String> misfits(JsonNode part) {
        return Contracts.misfits(TYPE, part.toString());
    }

    private static long number(List<JsonNode> told, String unit, String what) {
        return told.stream()
                .flatMap(part -> part.path("lines").valueStream())
                .filter(line -> line.path("unitId").asString().equals(unit)
                        && line.path("what").asString().equals(what))
                .mapToLong(line -> line.path("number").asLong())
                .sum();
    }

    private List<JsonNode> told(UUID id) {
        return jdbc.sql("select data from platform.outbox where type = ? and key = ?")
                .param(TYPE)
                .param(id.toString())
                .query((row, _) -> JsonMapper.shared().readTree(row.getBytes(1)))
                .list();
    }
}
