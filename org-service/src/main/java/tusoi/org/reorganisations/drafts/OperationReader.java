package tusoi.org.reorganisations.drafts;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tusoi.org.ids.MemberId;
import tusoi.org.ids.UnitId;
import tusoi.org.reorganisations.domain.Operation;
import tusoi.org.reorganisations.domain.Operation.NewUnit;
import tusoi.org.reorganisations.drafts.OperationBody.MeasureBody;
import tusoi.org.reorganisations.drafts.OperationBody.NewUnitBody;
import tusoi.org.reorganisations.drafts.OperationBody.PartBody;
import tusoi.org.text.Texts;
import tusoi.org.units.DecisionText;
import tusoi.org.units.UnitStep;
import tusoi.platform.problems.ProblemException;

/** Reads operations as sent: gives ids to what is founded, and finds what is named by code. */
public final class OperationReader {
    private final LocalDate effectiveOn;
    private final Map<String, NewUnitBody> foundByCode;
    private final Function<String, UnitId> register;

    private OperationReader(LocalDate effectiveOn, List<OperationBody> sent, Function<String, UnitId> register) {
        this.effectiveOn = effectiveOn;
        this.register = register;
        this.foundByCode = sent.stream()
                .flatMap(OperationReader::foundIn)
                .collect(Collectors.toMap(
                        unit -> unit.code().toLowerCase(Locale.ROOT), unit -> unit, (first, second) -> first));
    }

    /** The same with an id for each unit that is founded, and each unit named by its id; 404 where there is none. */
    public static List<OperationBody> withIds(List<OperationBody> sent, Function<String, UnitId> register) {
        List<OperationBody> numbered =
                sent.stream().map(OperationReader::numbered).toList();
        OperationReader reader = new OperationReader(LocalDate.EPOCH, numbered, register);
        return numbered.stream().map(reader::resolved).toList();
    }

    private static OperationBody numbered(OperationBody body) {
        List<PartBody> parts = body.parts() == null
                ? null
                : body.parts().stream()
                        .map(part -> new PartBody(part.into(), numbered(part.found()), part.children(), part.members()))
                        .toList();
        return new OperationBody(
                body.type(),
                body.unit(),
                body.units(),
                body.into(),
                numbered(body.found()),
                parts,
                body.parent(),
                body.name(),
                body.level(),
                body.form(),
                body.kind(),
                body.predecessors(),
                body.successors(),
                body.childrenTo(),
                body.membersTo(),
                body.measure());
    }

    private static @Nullable NewUnitBody numbered(@Nullable NewUnitBody unit) {
        return unit == null
                ? null
                : new NewUnitBody(
                        UnitId.next().value(),
                        unit.code(),
                        Texts.clean(unit.name()),
                        unit.level(),
                        unit.form(),
                        unit.kind(),
                        unit.parent());
    }

    private OperationBody resolved(OperationBody body) {
        List<PartBody> parts = body.parts() == null
                ? null
                : body.parts().stream()
                        .map(part -> new PartBody(
                                id(part.into()), resolved(part.found()), ids(part.children()), part.members()))
                        .toList();
        return new OperationBody(
                body.type(),
                id(body.unit()),
                ids(body.units()),
                id(body.into()),
                resolved(body.found()),
                parts,
                id(body.parent()),
                body.name(),
                body.level(),
                body.form(),
                body.kind(),
                ids(body.predecessors()),
                ids(body.successors()),
                id(body.childrenTo()),
                id(body.membersTo()),
                body.measure());
    }

    private @Nullable NewUnitBody resolved(@Nullable NewUnitBody unit) {
        return unit == null
                ? null
                : new NewUnitBody(
                        unit.id(),
                        unit.code(),
                        unit.name(),
                        unit.level(),
                        unit.form(),
                        unit.kind(),
                        named(unit.parent()).toString());
    }

    private @Nullable String id(@Nullable String name) {
        return name == null || name.isBlank() ? null : named(name).toString();
    }

    private @Nullable List<String> ids(@Nullable List<String> names) {
        return names == null
                ? null
                : names.stream().map(name -> named(name).toString()).toList();
    }

    /** Of what {@link #withIds} made. */
    public static UnitId byId(String id) {
        return new UnitId(UUID.fromString(id));
    }

    /** 404 where a unit is not in the register, 400 where an operation lacks what it is about. */
    public static List<Operation> read(
            List<OperationBody> bodies, LocalDate effectiveOn, Function<String, UnitId> register) {
        OperationReader reader = new OperationReader(effectiveOn, bodies, register);
        return Stream.iterate(0, i -> i < bodies.size(), i -> i + 1)
                .map(i -> reader.operation(bodies.get(i), "operations[" + i + "]"))
                .toList();
    }

    private static Stream<NewUnitBody> foundIn(OperationBody body) {
        Stream<NewUnitBody> own = Stream.ofNullable(body.found());
        return body.parts() == null
                ? own
                : Stream.concat(own, body.parts().stream().map(PartBody::found).flatMap(Stream::ofNullable));
    }

    private Operation operation(OperationBody body, String place) {
        return switch (body.type()) {
            case ESTABLISH ->
                new Operation.Establish(made(given(body.found(), place + ".found")), units(body.predecessors()));
            case MERGE -> {
                NewUnit made = body.found() == null ? null : made(body.found());
                yield new Operation.Merge(
                        units(given(body.units(), place + ".units")),
                        made == null ? unit(body.into(), place + ".into") : made.id(),
                        made);
            }
            case SPLIT ->
                new Operation.Split(
                        unit(body.unit(), place + ".unit"),
                        given(body.parts(), place + ".parts").stream()
                                .map(part -> part(part, place + ".parts"))
                                .toList());
            case RE_PARENT ->
                new Operation.RePlace(
                        units(given(body.units(), place + ".units")), unit(body.parent(), place + ".parent"));
            case RENAME ->
                new Operation.Rename(
                        unit(body.unit(), place + ".unit"), Texts.clean(given(body.name(), place + ".name")));
            case LEVEL ->
                new Operation.ChangeStanding(
                        unit(body.unit(), place + ".unit"),
                        new UnitStep.Standing(
                                given(body.level(), place + ".level"),
                                given(body.form(), place + ".form"),
                                body.kind()));
            case KIND ->
                new Operation.ChangeKind(unit(body.unit(), place + ".unit"), given(body.kind(), place + ".kind"));
            case END, DISSOLVE ->
                new Operation.End(
                        unit(body.unit(), place + ".unit"),
                        units(body.successors()),
                        unitIfAny(body.childrenTo()),
                        unitIfAny(body.membersTo()),
                        body.type() == OperationBody.Type.DISSOLVE,
                        measure(body.measure()));
        };
    }

    private Operation.Part part(PartBody part, String place) {
        NewUnit made = part.found() == null ? null : made(part.found());
        return new Operation.Part(
                made == null ? unit(part.into(), place + ".into") : made.id(),
                made,
                units(part.children()),
                part.members() == null
                        ? List.of()
                        : part.members().stream().map(MemberId::new).toList());
    }

    private NewUnit made(NewUnitBody unit) {
        UUID id = unit.id();
        return new NewUnit(
                id == null ? UnitId.next() : new UnitId(id),
                unit.code(),
                unit.name(),
                new UnitStep.Standing(unit.level(), unit.form(), unit.kind()),
                named(unit.parent()));
    }

    private @Nullable DecisionText measure(@Nullable MeasureBody measure) {
        return measure == null
                ? null
                : new DecisionText(
                        Texts.clean(measure.number()), Texts.clean(measure.body()), measure.signedOn(), effectiveOn);
    }

    private List<UnitId> units(@Nullable List<String> names) {
        return names == null ? List.of() : names.stream().map(this::named).toList();
    }

    private @Nullable UnitId unitIfAny(@Nullable String name) {
        return name == null || name.isBlank() ? null : named(name);
    }

    private UnitId unit(@Nullable String name, String place) {
        return named(given(name, place));
    }

    private UnitId named(String codeOrId) {
        NewUnitBody found = foundByCode.get(codeOrId.strip().toLowerCase(Locale.ROOT));
        UUID id = found == null ? null : found.id();
        return id == null ? register.apply(codeOrId) : new UnitId(id);
    }

    private static <T> T given(@Nullable T value, String place) {
        if (value == null) {
            throw ProblemException.unreadable(place, "It is missing for this type of operation", "Give it");
        }
        return value;
    }
}
