package tusoi.org.units.domain;

import org.jspecify.annotations.Nullable;
import tusoi.org.ids.UnitId;

/** What a unit is on a day; the root alone has no parent. */
public record UnitState(
        String name,
        Level level,
        UnitForm form,
        @Nullable String kind,
        @Nullable UnitId parent) {
    public UnitState named(String newName) {
        return new UnitState(newName, level, form, kind, parent);
    }

    public UnitState under(UnitId newParent) {
        return new UnitState(name, level, form, kind, newParent);
    }

    public UnitState at(Standing standing) {
        return new UnitState(name, standing.level(), standing.form(), standing.kind(), parent);
    }

    public UnitState ofKind(@Nullable String newKind) {
        return new UnitState(name, level, form, newKind, parent);
    }

    public Standing standing() {
        return new Standing(level, form, kind);
    }

    /** Level, form and kind change together: a branch that becomes an organisation has no kind any more. */
    public record Standing(
            Level level, UnitForm form, @Nullable String kind) {}
}
