package tusoi.review.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.LatestProjection;
import tusoi.platform.persistence.Loader;
import tusoi.platform.persistence.SqlArrays;

/** Names for lists; erased when org-service erases them. */
@Component
class MemberNames implements LatestProjection {
    private static final String KEY = "member/";

    private final JdbcClient jdbc;

    MemberNames(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return "org.names";
    }

    @Override
    public void apply(Map<String, @Nullable JsonNode> latest) {
        List<UUID> erased = new ArrayList<>();
        List<Name> named = new ArrayList<>();
        latest.forEach((key, value) -> {
            if (key.startsWith(KEY)) {
                UUID member = UUID.fromString(key.substring(KEY.length()));
                if (value == null || value.isNull()) {
                    erased.add(member);
                } else {
                    named.add(new Name(member, value.path("fullName").asString()));
                }
            }
        });
        delete(erased);
        upsert(named);
    }

    private void delete(List<UUID> erased) {
        jdbc.sql("delete from review.member_name where member_id = any(:members)")
                .param("members", SqlArrays.of("uuid", erased, id -> id))
                .update();
    }

    private void upsert(List<Name> named) {
        jdbc.sql("""
                insert into review.member_name (member_id, full_name) select * from unnest(:members, :names)
                on conflict (member_id) do update set full_name = excluded.full_name
                """)
                .param("members", SqlArrays.of("uuid", named, Name::member))
                .param("names", SqlArrays.of("text", named, Name::fullName))
                .update();
    }

    private record Name(UUID member, String fullName) {}
}
