package tusoi.discipline.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tusoi.discipline.Register;
import tusoi.discipline.SliceTest;

/** The copy of the register is made of org-service's own examples. */
class MemberCopyTest extends SliceTest {
    private static final Path ORG = Path.of(System.getProperty("tusoi.root", ".."), "org-service/contracts/examples");

    @Autowired
    private NameEvents names;

    static List<Path> members() throws IOException {
        return examples("org.member-");
    }

    static List<Path> posts() throws IOException {
        return examples("org.post-");
    }

    private static List<Path> examples(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(ORG)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMemberOfOrgServiceIsUnderstood(Path example) throws IOException {
        JsonNode data = json.readTree(Files.readString(example));
        UUID member = UUID.randomUUID();
        receive(example, member, data);

        List<String> kept = jdbc.sql("select valid_from || '/' || valid_to || '/' || home_unit_id || '/' || state"
                        + " from discipline.member_slice where member_id = :member order by valid_from")
                .param("member", member)
                .query(String.class)
                .list();
        assertThat(kept)
                .containsExactlyElementsOf(data.path("slices")
                        .valueStream()
                        .map(slice -> String.join(
                                "/",
                                slice.path("validFrom").asString(),
                                slice.hasNonNull("validTo")
                                        ? slice.path("validTo").asString()
                                        : "infinity",
                                slice.path("homeUnitId").asString(),
                                slice.path("state").asString()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("posts")
    void aPostOfOrgServiceIsUnderstood(Path example) throws IOException {
        JsonNode data = json.readTree(Files.readString(example));
        UUID holding = UUID.randomUUID();
        receive(example, holding, data);
        assertThat(jdbc.sql("select member_id from discipline.post_holding where post_holding_id = :id")
                        .param("id", holding)
                        .query(UUID.class)
                        .single())
                .hasToString(data.path("memberId").asString());
    }

    @Test
    void anyOrderWithDuplicatesEndsInTheNewestPicture() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        UUID member = UUID.randomUUID();
        UUID home = UUID.randomUUID();
        List<Integer> versions =
                new ArrayList<>(IntStream.rangeClosed(1, 9).boxed().toList());
        versions.addAll(List.of(3, 9, 5));
        Collections.shuffle(versions, random);
        for (int version : versions) {
            Register register = register();
            register.memberVersion(member, version, home, Map.of("validFrom", "201" + version + "-01-01"));
            register.arrives();
        }
        assertThat(jdbc.sql("select valid_from from discipline.member_slice where member_id = :member")
                        .param("member", member)
                        .query(LocalDate.class)
                        .list())
                .as("seed %d", seed)
                .containsExactly(LocalDate.of(2019, 1, 1));
    }

    @Test
    void aTombstoneErasesAName() {
        UUID member = UUID.randomUUID();
        names.apply(Map.of("member/" + member, json.readTree("{\"fullName\": \"Thử Nghiệm\"}")));
        assertThat(names(member)).containsExactly("Thử Nghiệm");
        Map<String, @Nullable JsonNode> tombstone = new HashMap<>();
        tombstone.put("member/" + member, null);
        names.apply(tombstone);
        assertThat(names(member)).isEmpty();
    }

    private List<String> names(UUID member) {
        return jdbc.sql("select full_name from discipline.member_name where member_id = :member")
                .param("member", member)
                .query(String.class)
                .list();
    }

    private void receive(Path example, UUID aggregate, JsonNode data) {
        String type = example.getFileName().toString().replaceFirst("\\.\\d+\\.json$", "");
        Register register = register();
        register.received(type, aggregate, 1, data);
        register.arrives();
    }
}
