package tusoi.org.units.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit with what is under it. */
public record TreeView(
        UUID id,
        String code,
        String name,
        String level,
        String form,
        @Nullable String kind,
        List<TreeView> children) {

    /** From rows that begin with the root. */
    public static TreeView of(List<UnitView> rows) {
        Map<UUID, List<UnitView>> byParent = new HashMap<>();
        for (UnitView row : rows.subList(1, rows.size())) {
            UUID parent = row.parentId();
            if (parent != null) {
                byParent.computeIfAbsent(parent, key -> new java.util.ArrayList<>())
                        .add(row);
            }
        }
        return node(rows.getFirst(), byParent);
    }

    private static TreeView node(UnitView unit, Map<UUID, List<UnitView>> byParent) {
        List<TreeView> children = byParent.getOrDefault(unit.id(), List.of()).stream()
                .map(child -> node(child, byParent))
                .toList();
        return new TreeView(unit.id(), unit.code(), unit.name(), unit.level(), unit.form(), unit.kind(), children);
    }
}
