package tusoi.reporting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tusoi.platform.ids.Ids;
import tusoi.platform.inbox.ReceivedEvent;

/**
 * A small district that random commands go through as org-service would let them: whatever is recorded agrees with what was before,
 * and a reorganisation's units and members have one instant. Commands that do not fit do nothing.
 */
public final class RandomRegister {
    private static final LocalDate SINCE = LocalDate.of(2010, 1, 1);
    public static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    public static final int DAYS = 2000;
    private static final List<String> WAYS_OUT = List.of("STRUCK_OFF", "WITHDREW", "EXPELLED", "DECEASED");

    private final Random random;
    private final History history;
    private final String prefix;
    private final Set<UUID> own = new HashSet<>();
    private final UUID district;
    private final List<Unit> wards = new ArrayList<>();
    private final List<Unit> branches = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final Set<History.Line> lines = new LinkedHashSet<>();
    private LocalDate lastFounding = FIRST;
    private @Nullable Undo undo;

    private record Place(LocalDate from, @Nullable LocalDate to, UUID at) {
        Place until(LocalDate end) {
            return new Place(from, end, at);
        }
    }

    /** What follows whom in time: a unit's superiors, a member's homes. */
    private static final class Unit {
        private final UUID id = Ids.next();
        private final String code;
        private final boolean isBranch;
        private List<Place> places;
        private int version;

        Unit(String code, boolean isBranch, LocalDate from, UUID parent) {
            this.code = code;
            this.isBranch = isBranch;
            places = List.of(new Place(from, null, parent));
        }

        boolean canChangeOn(LocalDate day) {
            return !places.isEmpty()
                    && places.getLast().to() == null
                    && places.getLast().from().isBefore(day);
        }
    }

    private static final class Member {
        private final UUID id = Ids.next();
        private List<Place> homes = List.of();
        private List<Map<String, @Nullable Object>> movements = List.of();
        private @Nullable UUID joinedInto;
        private int version;

        @Nullable
        Place open() {
            return !homes.isEmpty() && homes.getLast().to() == null ? homes.getLast() : null;
        }

        LocalDate lastDay() {
            return movements.isEmpty()
                    ? SINCE
                    : (LocalDate) requireNonNull(movements.getLast().get("on"));
        }
    }

    /** How the last reorganisation is taken back, and what must not have changed until then. */
    private record Undo(Runnable takeBack, Map<Object, Integer> versions) {}

    public RandomRegister(Random random, History history, UUID root, String prefix) {
        this.random = random;
        this.history = history;
        this.prefix = prefix;
        district = history.unit(code(""), "DISTRICT", "PARTY_ORGANISATION", null, root, SINCE);
        own.add(district);
        for (int n = 0; n < 3; n++) {
            wards.add(found(false, SINCE, district));
        }
        for (int n = 0; n < 5; n++) {
            branches.add(found(true, SINCE, any(wards).id));
        }
        for (int n = 0; n < 8; n++) {
            enter();
        }
    }

    /** The day on which a reorganisation last founded a unit; the first day of all where none has. */
    public LocalDate lastFounding() {
        return lastFounding;
    }

    public List<String> codes() {
        return codes;
    }

    /** Those of this register alone. */
    public List<ReceivedEvent> events() {
        return history.events().stream()
                .filter(event -> own.contains(event.aggregateId()))
                .toList();
    }

    public void live(int commands) {
        for (int n = 0; n < commands; n++) {
            command();
        }
    }

    private void command() {
        switch (random.nextInt(17)) {
            case 0 -> enter();
            case 1, 2, 3 -> transfer();
            case 4 -> leave();
            case 5 -> comeBack();
            case 6 -> correct();
            case 7 -> merge(random.nextBoolean());
            case 8 -> split(false);
            case 9 -> split(true);
            case 10 -> end();
            case 11 -> rePlace();
            case 12 -> mergeWards();
            case 13 -> revoke();
            case 14 -> join();
            case 15 -> takePost();
            default -> discipline();
        }
    }

    private void enter() {
        Unit home = random.nextInt(3) == 0 ? branches.getLast() : any(branches);
        LocalDate day = random.nextBoolean() || home.places.isEmpty()
                ? day()
                : home.places.getLast().from().plusDays(1 + random.nextInt(200));
        if (!home.canChangeOn(day)) {
            return;
        }
        Member member = new Member();
        member.homes = List.of(new Place(day, null, home.id));
        String kind = random.nextBoolean() ? "REGISTERED" : "ADMITTED";
        member.movements = List.of(History.movement(day, kind, home.id, null));
        members.add(member);
        history.together(() -> tell(member));
    }

    private void transfer() {
        Member member = any(members);
        Place home = member.open();
        Unit to = any(branches);
        LocalDate day = next(member);
        if (home == null || to.id.equals(home.at()) || !to.canChangeOn(day)) {
            return;
        }
        move(member, day, to.id, History.movement(day, "TRANSFERRED", home.at(), to.id));
        history.together(() -> tell(member));
    }

    private void leave() {
        Member member = any(members);
        Place home = member.open();
        LocalDate day = next(member);
        if (home == null) {
            return;
        }
        boolean elsewhere = random.nextInt(4) == 0;
        move(member, day, null, History.movement(day, elsewhere ? "TRANSFERRED" : any(WAYS_OUT), home.at(), null));
        history.together(() -> tell(member));
    }

    private void comeBack() {
        Member member = any(members);
        LocalDate day = next(member);
        Unit home = any(branches);
        if (member.joinedInto != null || member.open() != null || !home.canChangeOn(day)) {
            return;
        }
        boolean fromElsewhere = random.nextInt(3) == 0;
        move(
                member,
                day,
                home.id,
                fromElsewhere
                        ? History.movement(day, "TRANSFERRED", null, home.id)
                        : History.movement(day, "READMITTED", home.id, null));
        history.together(() -> tell(member));
    }

    /** The last step was an error: it did not happen. */
    private void correct() {
        Member member = any(members);
        if (member.movements.size() < 2 || member.movements.getLast().containsKey("reorganisationId")) {
            return;
        }
        LocalDate day = member.lastDay();
        if (member.homes.isEmpty()) {
            return;
        }
        Place last = member.homes.getLast();
        boolean wasWayOut = day.equals(last.to())
                && last.at().equals(member.movements.getLast().get("unitId"));
        boolean livesOn = branches.stream()
                .anyMatch(unit -> unit.id.equals(last.at())
                        && !unit.places.isEmpty()
                        && unit.places.getLast().to() == null);
        if (!wasWayOut || !livesOn) {
            return;
        }
        member.homes = replaceLast(member.homes, new Place(last.from(), null, last.at()));
        member.movements = member.movements.subList(0, member.movements.size() - 1);
        history.together(() -> tell(member));
    }

    private void merge(boolean intoNew) {
        Unit first = any(branches);
        Unit second = any(branches);
        LocalDate day = random.nextInt(4) == 0 ? day() : afterAllOf(first, second);
        if (first == second || !canReorganise(first, day) || !canReorganise(second, day)) {
            return;
        }
        Reorganisation made = new Reorganisation(day);
        Unit into = intoNew ? made.found(true, any(wards)) : second;
        if (into == null) {
            return;
        }
        made.become(first, into, _ -> into);
        if (intoNew) {
            made.become(second, into, _ -> into);
        }
        made.confirm();
    }

    private void split(boolean livesOn) {
        LocalDate day = day();
        Unit whole = any(branches);
        if (!canReorganise(whole, day)) {
            return;
        }
        Reorganisation made = new Reorganisation(day);
        Unit part = made.found(true, any(wards));
        Unit other = livesOn ? whole : made.found(true, any(wards));
        if (part == null || other == null) {
            return;
        }
        made.take(whole, _ -> random.nextBoolean() ? part : other);
        made.link(whole, part);
        if (!livesOn) {
            made.link(whole, other);
            made.end(whole);
        }
        made.confirm();
    }

    /** Ends without anybody that follows it; its members go where they are told to. */
    private void end() {
        LocalDate day = day();
        Unit ending = any(branches);
        Unit to = any(branches);
        if (ending == to || !canReorganise(ending, day) || !to.canChangeOn(day)) {
            return;
        }
        Reorganisation made = new Reorganisation(day);
        made.take(ending, _ -> to);
        made.end(ending);
        made.confirm();
    }

    private void rePlace() {
        LocalDate day = day();
        Unit branch = any(branches);
        Unit ward = any(wards);
        if (!branch.canChangeOn(day)
                || !ward.canChangeOn(day)
                || branch.places.getLast().at().equals(ward.id)) {
            return;
        }
        Reorganisation made = new Reorganisation(day);
        made.place(branch, ward);
        made.confirm();
    }

    private void mergeWards() {
        LocalDate day = day();
        Unit gone = any(wards);
        List<Unit> under = branches.stream()
                .filter(branch -> branch.places.stream()
                        .anyMatch(place -> place.at().equals(gone.id)
                                && (place.to() == null || place.to().isAfter(day))))
                .toList();
        boolean open = under.stream()
                .allMatch(branch ->
                        branch.canChangeOn(day) && branch.places.getLast().at().equals(gone.id));
        if (!gone.canChangeOn(day) || !open) {
            return;
        }
        Reorganisation made = new Reorganisation(day);
        Unit into = random.nextBoolean() ? made.found(false, null) : any(wards);
        if (into == null || into == gone || !(made.founded.contains(into) || into.canChangeOn(day))) {
            return;
        }
        under.forEach(branch -> made.place(branch, into));
        made.link(gone, into);
        made.end(gone);
        made.confirm();
    }

    private void revoke() {
        Undo last = undo;
        undo = null;
        if (last != null
                && last.versions().entrySet().stream().allMatch(entry -> version(entry.getKey()) == entry.getValue())) {
            last.takeBack().run();
        }
    }

    private static int version(Object of) {
        return of instanceof Unit unit ? unit.version : ((Member) of).version;
    }

    /** Two entries turn out to be one person: one of them ends, as if it had never been. */
    private void join() {
        Member entry = any(members);
        Member into = any(members);
        if (entry == into || entry.joinedInto != null || into.joinedInto != null) {
            return;
        }
        entry.homes = List.of();
        entry.movements = List.of();
        entry.joinedInto = into.id;
        entry.version++;
        history.joined(entry.id, into.id);
    }

    /** Recorded at whatever unit there ever was: where it has ended by then, it is a fact of that unit all the same. */
    private void takePost() {
        UUID post = Ids.next();
        LocalDate from = day();
        LocalDate to = random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(700));
        String code = any(RandomBranchLife.POSTS);
        history.post(post, any(members).id, any(branches).id, code, code.startsWith("HAMLET"), from, to);
        own.add(post);
    }

    private void discipline() {
        Member member = any(members);
        Place home = member.open();
        if (home != null) {
            LocalDate day = home.from().plusDays(random.nextInt(300));
            own.add(history.discipline("MEMBER", member.id, home.at(), "REPRIMAND", day, List.of("OTHER")));
        }
    }

    /** Changes of one day by one decision, told in one instant. */
    private final class Reorganisation {
        private final UUID id = Ids.next();
        private final LocalDate day;
        private final List<Unit> founded = new ArrayList<>();
        private final Map<Unit, List<Place>> units = new HashMap<>();
        private final Map<Member, List<Place>> homes = new HashMap<>();
        private final Map<Member, List<Map<String, @Nullable Object>>> movements = new HashMap<>();
        private final Set<History.Line> linked = new LinkedHashSet<>();

        Reorganisation(LocalDate day) {
            this.day = day;
        }

        @Nullable
        Unit found(boolean isBranch, @Nullable Unit ward) {
            if (ward != null && !ward.canChangeOn(day)) {
                return null;
            }
            Unit unit = new Unit(code("." + codes.size()), isBranch, day, ward == null ? district : ward.id);
            founded.add(unit);
            return unit;
        }

        void become(Unit unit, Unit into, Function<Member, Unit> where) {
            take(unit, where);
            link(unit, into);
            end(unit);
        }

        void link(Unit from, Unit to) {
            linked.add(new History.Line(from.id, to.id, day));
        }

        void take(Unit from, Function<Member, Unit> where) {
            for (Member member : members) {
                Place home = member.open();
                if (home != null && home.at().equals(from.id)) {
                    Unit to = where.apply(member);
                    if (to != from) {
                        homes.putIfAbsent(member, member.homes);
                        movements.putIfAbsent(member, member.movements);
                        move(member, day, to.id, History.collective(day, from.id, to.id, id));
                    }
                }
            }
        }

        void place(Unit unit, Unit under) {
            units.putIfAbsent(unit, unit.places);
            unit.places = append(unit.places, day, under.id);
        }

        void end(Unit unit) {
            units.putIfAbsent(unit, unit.places);
            unit.places = replaceLast(unit.places, unit.places.getLast().until(day));
        }

        void confirm() {
            lastFounding = founded.isEmpty() ? lastFounding : day;
            founded.forEach(unit -> (unit.isBranch ? branches : wards).add(unit));
            lines.addAll(linked);
            told();
            Map<Object, Integer> versions = new HashMap<>();
            founded.forEach(unit -> versions.put(unit, unit.version));
            units.keySet().forEach(unit -> versions.put(unit, unit.version));
            homes.keySet().forEach(member -> versions.put(member, member.version));
            undo = new Undo(this::takeBack, versions);
        }

        private void takeBack() {
            if (branches.stream()
                            .anyMatch(branch -> !units.containsKey(branch)
                                    && branch.places.stream().anyMatch(place -> founded.stream()
                                            .anyMatch(unit -> unit.id.equals(place.at()))))
                    || members.stream()
                            .anyMatch(member -> !homes.containsKey(member)
                                    && member.homes.stream().anyMatch(home -> founded.stream()
                                            .anyMatch(unit -> unit.id.equals(home.at()))))
                    || units.keySet().stream().anyMatch(unit -> !superiorLives(unit))) {
                return;
            }
            founded.forEach(unit -> unit.places = List.of());
            units.forEach((unit, places) -> unit.places = places);
            homes.forEach((member, places) -> member.homes = places);
            movements.forEach((member, ways) -> member.movements = ways);
            lines.removeAll(linked);
            told();
        }

        /** The one under which it would be again has no end by now. */
        private boolean superiorLives(Unit unit) {
            UUID superior = requireNonNull(units.get(unit)).getLast().at();
            return superior.equals(district)
                    || wards.stream()
                            .anyMatch(ward -> ward.id.equals(superior)
                                    && (units.containsKey(ward)
                                            || !ward.places.isEmpty()
                                                    && ward.places.getLast().to() == null));
        }

        private void told() {
            history.together(() -> {
                founded.forEach(RandomRegister.this::tell);
                units.keySet().forEach(RandomRegister.this::tell);
                homes.keySet().forEach(RandomRegister.this::tell);
            });
        }
    }

    /** It lives on, and nobody comes to it or goes from it later. */
    private boolean canReorganise(Unit unit, LocalDate day) {
        return unit.canChangeOn(day)
                && members.stream()
                        .filter(member -> member.homes.stream()
                                .anyMatch(home -> home.at().equals(unit.id)
                                        && (home.to() == null || home.to().isAfter(day))))
                        .allMatch(member -> !member.lastDay().isAfter(day)
                                && member.open() != null
                                && requireNonNull(member.open()).at().equals(unit.id)
                                && requireNonNull(member.open()).from().isBefore(day));
    }

    private static void move(Member member, LocalDate day, @Nullable UUID to, Map<String, @Nullable Object> movement) {
        List<Place> homes = new ArrayList<>(member.homes);
        if (member.open() != null) {
            Place last = homes.removeLast();
            if (last.from().isBefore(day)) {
                homes.add(last.until(day));
            }
        }
        if (to != null) {
            homes.add(new Place(day, null, to));
        }
        member.homes = homes;
        member.movements = new ArrayList<>(member.movements);
        member.movements.add(movement);
    }

    private static List<Place> append(List<Place> places, LocalDate day, UUID at) {
        List<Place> longer =
                new ArrayList<>(replaceLast(places, places.getLast().until(day)));
        longer.add(new Place(day, null, at));
        return longer;
    }

    private static List<Place> replaceLast(List<Place> places, Place last) {
        List<Place> replaced = new ArrayList<>(places.subList(0, places.size() - 1));
        replaced.add(last);
        return replaced;
    }

    private Unit found(boolean isBranch, LocalDate from, UUID parent) {
        Unit unit = new Unit(code("." + codes.size()), isBranch, from, parent);
        tell(unit);
        return unit;
    }

    private void tell(Unit unit) {
        own.add(unit.id);
        unit.version++;
        List<Map<String, @Nullable Object>> slices = new ArrayList<>();
        for (Place place : unit.places) {
            slices.add(History.unitSlice(
                    place.from(),
                    place.to(),
                    unit.isBranch ? "BRANCH" : "GRASSROOTS",
                    unit.isBranch ? "BRANCH" : "PARTY_ORGANISATION",
                    unit.isBranch ? "RESIDENTIAL" : null,
                    place.at()));
        }
        history.unitWithLines(unit.id, "org.unit-renamed.v1", unit.code, slices, lines);
    }

    private void tell(Member member) {
        own.add(member.id);
        member.version++;
        List<Map<String, @Nullable Object>> slices = new ArrayList<>();
        member.homes.forEach(home -> slices.add(History.slice(home.from(), home.to(), home.at(), "OFFICIAL")));
        history.memberPicture(member.id, "org.member-transferred.v1", slices, member.movements);
    }

    private String code(String end) {
        String code = prefix + end;
        codes.add(code);
        return code;
    }

    /** Often the very day of the last movement, so that several fall on one. */
    private LocalDate next(Member member) {
        return member.lastDay().plusDays(random.nextInt(4) == 0 ? 0 : random.nextInt(700));
    }

    /** Soon after the last that happened to anybody there. */
    private LocalDate afterAllOf(Unit first, Unit second) {
        return members.stream()
                .filter(member -> member.homes.stream()
                        .anyMatch(
                                home -> home.at().equals(first.id) || home.at().equals(second.id)))
                .map(Member::lastDay)
                .max(LocalDate::compareTo)
                .orElse(FIRST)
                .plusDays(1 + random.nextInt(100));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
