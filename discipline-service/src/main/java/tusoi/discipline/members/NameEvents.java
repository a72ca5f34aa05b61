package tusoi.discipline.members;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tusoi.platform.inbox.LatestProjection;
import tusoi.platform.persistence.Loader;

/** Names for lists and documents; a tombstone erases. */
@Component
class NameEvents implements LatestProjection {
    private static final String MEMBER = "member/";

    private final JdbcClient jdbc;

    NameEvents(@Loader JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String topic() {
        return "org.names";
    }

    @Override
    public void apply(Map<String, @Nullable JsonNode> latest) {
        latest.forEach((key, value) -> {
            if (key.startsWith(MEMBER)) {
                keep(UUID.fromString(key.substring(MEMBER.length())), value);
            }
        });
    }

    private void keep(UUID member, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            jdbc.sql("delete from discipline.member_name where member_id = :member")
                    .param("member", member)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into discipline.member_name (member_id, full_name) values (:member, :name)
                        on conflict (member_id) do update set full_name = excluded.full_name
                        """)
                .param("member", member)
                .param("name", value.path("fullName").asString())
                .update();
    }
}
