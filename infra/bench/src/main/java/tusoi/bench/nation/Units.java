package tusoi.bench.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every unit, as its owner tells it. */
final class Units {
    private static final Instant FIRST = Instant.parse("2020-01-02T00:00:00Z");

    private final Nation nation;
    private final Map<UUID, Change> changes = new HashMap<>();

    Units(Nation nation) {
        this.nation = nation;
        nation.reorganisations().forEach(this::change);
    }

    private record Unit(
            UUID id,
            String code,
            String level,
            String form,
            @Nullable UUID parent) {}

    /** @param parent under which it goes on; null for one that ends */
    private record Change(@Nullable UUID parent, Reorganisation by) {}

    record Slice(LocalDate from, LocalDate to, @Nullable UUID parent) {}

    record Link(UUID predecessor, UUID successor, LocalDate on, String kind) {}

    record Picture(
            UUID id,
            String code,
            String level,
            String form,
            long version,
            Instant recordedFrom,
            Instant recordedTo,
            List<Slice> slices,
            List<Link> links) {
        String name() {
            return "Đơn vị " + code;
        }

        @Nullable
        String kind() {
            return form.equals("BRANCH") ? "RESIDENTIAL" : null;
        }

        String type() {
            return version == 1
                    ? "org.unit-established.v1"
                    : slices.size() == 1 ? "org.unit-ended.v1" : "org.unit-re-parented.v1";
        }
    }

    /** Superiors first; what was founded last. */
    <E extends Exception> void each(Each<Picture, E> sink) throws E {
        Size size = nation.size();
        both(new Unit(Nation.ID, "VN", "CENTRAL", "PARTY_ORGANISATION", null), sink);
        for (int n = 0; n < size.provinces(); n++) {
            both(new Unit(Ids.PROVINCE.of(n), "P" + n, "PROVINCE", "PARTY_ORGANISATION", Nation.ID), sink);
        }
        for (int n = 0; n < size.communes(); n++) {
            UUID province = Ids.PROVINCE.of(size.provinceOf(n));
            both(new Unit(Ids.COMMUNE.of(n), "C" + n, "DISTRICT", "PARTY_ORGANISATION", province), sink);
        }
        for (int n = 0; n < size.bases(); n++) {
            UUID commune = Ids.COMMUNE.of(size.communeOf(n));
            both(new Unit(Ids.BASE.of(n), "B" + n, "GRASSROOTS", "PARTY_ORGANISATION", commune), sink);
        }
        for (int n = 0; n < size.branches(); n++) {
            UUID base = Ids.BASE.of(size.baseOf(n));
            both(new Unit(Ids.BRANCH.of(n), "K" + n, "BRANCH", "BRANCH", base), sink);
        }
        for (Reorganisation reorganisation : nation.reorganisations()) {
            for (int which = 0; which < reorganisation.founds(); which++) {
                sink.take(founded(reorganisation, which));
            }
        }
    }

    private void change(Reorganisation by) {
        for (int unit : by.units()) {
            UUID parent = by.founds() > 0 ? null : by.under();
            changes.put(by.kind().ids().of(unit), new Change(parent, by));
            if (by.kind() == Reorganisation.Kind.COMMUNES_MERGE) {
                Size size = nation.size();
                for (int base = size.firstBaseOf(unit); base < size.firstBaseOf(unit + 1); base++) {
                    changes.put(Ids.BASE.of(base), new Change(by.founded(0), by));
                }
            }
        }
    }

    private <E extends Exception> void both(Unit unit, Each<Picture, E> sink) throws E {
        Change change = changes.get(unit.id());
        Instant end = change == null ? Instant.MAX : change.by().recordedAt();
        sink.take(picture(
                unit, 1, FIRST, end, List.of(new Slice(Nation.SINCE, LocalDate.MAX, unit.parent())), List.of()));
        if (change == null) {
            return;
        }
        LocalDate day = change.by().day();
        List<Slice> slices = new ArrayList<>(List.of(new Slice(Nation.SINCE, day, unit.parent())));
        List<Link> links = new ArrayList<>();
        if (change.parent() != null) {
            slices.add(new Slice(day, LocalDate.MAX, change.parent()));
        } else {
            for (int which = 0; which < change.by().founds(); which++) {
                links.add(new Link(
                        unit.id(), change.by().founded(which), day, change.by().link()));
            }
        }
        sink.take(picture(unit, 2, end, Instant.MAX, slices, links));
    }

    private static Picture founded(Reorganisation by, int which) {
        UUID id = by.founded(which);
        boolean isCommune = by.kind() == Reorganisation.Kind.COMMUNES_MERGE;
        var unit = new Unit(
                id,
                "M" + by.number() + "." + which,
                isCommune ? "DISTRICT" : "BRANCH",
                isCommune ? "PARTY_ORGANISATION" : "BRANCH",
                by.under());
        List<Link> links = by.units().stream()
                .map(ended -> new Link(by.kind().ids().of(ended), id, by.day(), by.link()))
                .toList();
        return picture(
                unit, 1, by.recordedAt(), Instant.MAX, List.of(new Slice(by.day(), LocalDate.MAX, by.under())), links);
    }

    private static Picture picture(
            Unit unit, long version, Instant from, Instant to, List<Slice> slices, List<Link> links) {
        return new Picture(unit.id(), unit.code(), unit.level(), unit.form(), version, from, to, slices, links);
    }
}
