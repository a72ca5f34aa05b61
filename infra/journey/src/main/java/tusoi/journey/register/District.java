package tusoi.journey.register;

import java.util.List;
import java.util.stream.Stream;

/** A generated district: the unit itself first, then everything under it, parents before children. */
public record District(DemoUnit unit, List<DemoUnit> below, List<DemoMember> members, List<Admission> admissions) {
    public District {
        below = List.copyOf(below);
        members = List.copyOf(members);
        admissions = List.copyOf(admissions);
    }

    public List<DemoUnit> bases() {
        return below.stream().filter(DemoUnit::isBase).toList();
    }

    /** The base itself and all under it. */
    public Stream<DemoUnit> within(String code) {
        return below.stream()
                .filter(unit -> unit.code().equals(code) || unit.code().startsWith(code + "."));
    }

    public List<DemoMember> membersWithin(String code) {
        return members.stream()
                .filter(member -> member.unit().equals(code) || member.unit().startsWith(code + "."))
                .toList();
    }
}
