package tusoi.org.members.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tusoi.org.text.Texts;
import tusoi.platform.web.Cursor;
import tusoi.platform.web.Page;
import tusoi.platform.web.PageRequest;

/** Members within the caller's scope, in the order of given names. */
@Component
@Transactional(readOnly = true)
public class MemberQueries {
    private static final int FETCH_ROWS = 1000;
    private static final TypeReference<List<MemberView.Stay>> STAYS = new TypeReference<>() {};
    private static final TypeReference<List<MemberView.Move>> MOVES = new TypeReference<>() {};
    private static final String FIND = "select * from org.find_members(?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final JsonMapper json;

    MemberQueries(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        this.streaming.setFetchSize(FETCH_ROWS);
    }

    /** Which members of a list are wanted; the unit with everything under it on that day. */
    public record Wanted(
            @Nullable UUID unit,
            @Nullable String q,
            @Nullable String state,
            LocalDate asOf,
            @Nullable Instant knownAt) {}

    private record Line(MemberView view, String sortKey) {}

    public Page<MemberView> list(Wanted wanted, PageRequest page) {
        Cursor after = page.after() == null ? null : Cursor.parse(page.after(), 2);
        List<Line> found = jdbc.sql(FIND)
                .params(arguments(wanted, after, page.size() + 1))
                .query((row, n) -> new Line(view(row), row.getString("sort_key")))
                .list();
        Page<Line> lines = Cursor.page(
                found,
                page.size(),
                line -> Cursor.of(line.sortKey(), line.view().id()));
        return new Page<>(lines.items().stream().map(Line::view).toList(), lines.next());
    }

    /** One by one, as they come from the database. */
    public void stream(Wanted wanted, Consumer<MemberView> sink) {
        streaming.query(
                FIND,
                row -> {
                    sink.accept(view(row));
                },
                arguments(wanted, null, null).toArray());
    }

    /** As known then; empty where none of the member's homes is in a unit whose members the caller may read. */
    public Optional<MemberView.File> file(UUID id, @Nullable Instant knownAt) {
        return jdbc.sql("select * from org.file_of(?, ?)")
                .params(id, known(knownAt))
                .query((row, n) -> new MemberView.File(
                        id,
                        row.getString("reference"),
                        row.getString("full_name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("gender"),
                        row.getObject("admitted_on", LocalDate.class),
                        row.getObject("recognised_on", LocalDate.class),
                        json.readValue(row.getString("stays"), STAYS),
                        json.readValue(row.getString("moves"), MOVES),
                        row.getLong("version")))
                .optional();
    }

    private static OffsetDateTime known(@Nullable Instant knownAt) {
        return knownAt == null ? OffsetDateTime.MAX : knownAt.atOffset(ZoneOffset.UTC);
    }

    private static List<@Nullable Object> arguments(Wanted wanted, @Nullable Cursor after, @Nullable Integer limit) {
        String[] patterns = wanted.q() == null
                ? new String[0]
                : Arrays.stream(Texts.fold(wanted.q()).split(" "))
                        .map(Texts::containing)
                        .toArray(String[]::new);
        OffsetDateTime knownAt = known(wanted.knownAt());
        return Arrays.asList(
                wanted.unit(),
                patterns,
                wanted.state(),
                wanted.asOf(),
                knownAt,
                after == null ? null : after.values().get(0),
                after == null ? null : after.id(1),
                limit);
    }

    private static MemberView view(ResultSet row) throws SQLException {
        return new MemberView(
                row.getObject("member_id", UUID.class),
                row.getString("reference"),
                row.getString("full_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("gender"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("state"),
                row.getBoolean("exempt"),
                row.getBoolean("suspended"),
                row.getObject("home_since", LocalDate.class),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("recognised_on", LocalDate.class),
                row.getLong("version"));
    }
}
