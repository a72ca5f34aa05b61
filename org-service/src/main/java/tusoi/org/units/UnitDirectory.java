package tusoi.org.units;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tusoi.org.ids.UnitId;
import tusoi.org.units.domain.UnitForm;
import tusoi.org.units.kept.OrgUnits;
import tusoi.platform.problems.ProblemException;

/** What other slices ask of units: which one a code or id names, and whether it can be a home. */
@Component
public class UnitDirectory {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JdbcClient jdbc;
    private final OrgUnits units;

    UnitDirectory(JdbcClient jdbc, OrgUnits units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * The unit of that code or id, ended ones too; by its id one whose founding was revoked too, of which it is known what was held of
     * it, while its code is free for another. A 404 problem where there is none. Asks no scope.
     */
    public UnitId resolve(String codeOrId) {
        return find(codeOrId).orElseThrow(() -> ProblemException.notFound("The unit"));
    }

    /** As {@link #resolve}, null for null. */
    public @Nullable UnitId resolveIfGiven(@Nullable String codeOrId) {
        return codeOrId == null || codeOrId.isBlank() ? null : resolve(codeOrId);
    }

    private Optional<UnitId> find(String codeOrId) {
        if (UUID_TEXT.matcher(codeOrId).matches()) {
            return jdbc.sql("select id from org.unit where id = ?")
                    .param(UUID.fromString(codeOrId))
                    .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                    .optional();
        }
        return jdbc.sql("select id from org.unit where lower(code) = lower(?) and not void")
                .param(codeOrId.strip())
                .query((row, n) -> new UnitId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Keeps the tree as it is until the transaction ends, so that a home found alive stays so. */
    public void holdStill() {
        units.holdTree();
    }

    /** The unit lives and is a branch on every day of {@code [from, to)}. */
    public boolean canBeHome(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return units.find(unit)
                .filter(states -> states.covers(from, to))
                .filter(states -> states.during(from, to).stream()
                        .allMatch(slice -> slice.value().form() == UnitForm.BRANCH))
                .isPresent();
    }

    /** The unit lives on every day of {@code [from, to)}. */
    public boolean lives(UnitId unit, LocalDate from, @Nullable LocalDate to) {
        return units.find(unit).filter(states -> states.covers(from, to)).isPresent();
    }
}
