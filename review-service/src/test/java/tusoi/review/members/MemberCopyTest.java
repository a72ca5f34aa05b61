package tusoi.review.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tusoi.review.SliceTest;
import tusoi.review.contract.Contracts;

/** The copy of the members is made of org-service's own examples. */
class MemberCopyTest extends SliceTest {
    @Autowired
    private MemberNames names;

    static List<Path> examples() throws IOException {
        return Contracts.examples("org-service", "org.member-");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleOfOrgServiceIsUnderstood(Path example) throws IOException {
        JsonNode data = json.readTree(Files.readString(example));
        UUID member = UUID.randomUUID();
        var register = register();
        register.received(Contracts.typeOf(example), member, 1, data);
        register.arrives();

        List<String> kept =
                jdbc.sql("""
                select valid_from || '/' || valid_to || '/' || home_unit_id || '/' || exempt || '/' || suspended
                from review.member_slice where member_id = :member order by valid_from
                """).param("member", member).query(String.class).list();

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
                                String.valueOf(slice.path("exempt").asBoolean()),
                                String.valueOf(slice.path("suspended").asBoolean())))
                        .sorted()
                        .toList());
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void anyOrderWithRepeatsEndsInTheNewestVersion() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var register = register();
        UUID member = UUID.randomUUID();
        List<UUID> homes = Stream.generate(UUID::randomUUID).limit(8).toList();
        var versions = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 3, 8, 1));
        Collections.shuffle(versions, random);

        for (int version : versions) {
            register.memberVersion(member, version, homes.get(version - 1), Map.of());
            if (random.nextBoolean()) {
                register.arrives();
            }
        }
        register.arrives();

        assertThat(jdbc.sql("select home_unit_id from review.member_slice where member_id = :member")
                        .param("member", member)
                        .query(UUID.class)
                        .list())
                .containsExactly(homes.getLast());
    }

    @Test
    void aNameOfOrgServiceIsUnderstoodAndErasedByItsTombstone() throws IOException {
        UUID member = UUID.randomUUID();
        JsonNode example = json.readTree(
                Files.readString(Contracts.ROOT.resolve("org-service/contracts/examples/org.names.1.json")));
        Map<String, @Nullable JsonNode> named = new HashMap<>();
        named.put("member/" + member, example);
        names.apply(named);
        assertThat(namesOf(member)).containsExactly(example.path("fullName").asString());

        names.apply(erased(member));

        assertThat(namesOf(member)).isEmpty();
    }

    private static Map<String, @Nullable JsonNode> erased(UUID member) {
        Map<String, @Nullable JsonNode> erased = new HashMap<>();
        erased.put("member/" + member, null);
        return erased;
    }

    private List<String> namesOf(UUID member) {
        return jdbc.sql("select full_name from review.member_name where member_id = :member")
                .param("member", member)
                .query(String.class)
                .list();
    }
}
