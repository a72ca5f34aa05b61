package tusoi.testkit.badinput;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A valid call for each operation, made anew, with all it needs, each time it is asked for: what was accepted has used its state up. */
public final class Calls {
    private final Map<String, Valid> byOperation = new LinkedHashMap<>();

    /** @param status what the call is answered with; less than 300 but where something outside is missing in a test */
    record Valid(Supplier<Call> call, int status) {}

    /** @param operation its method and its path below the base, as described */
    public Calls on(String operation, Supplier<Call> call) {
        return on(operation, 200, call);
    }

    /** For an operation that cannot succeed in a test, as it needs what is not there. */
    public Calls on(String operation, int status, Supplier<Call> call) {
        if (byOperation.put(operation, new Valid(call, status)) != null) {
            throw new IllegalArgumentException(operation + " twice");
        }
        return this;
    }

    /** What takes no argument, or only such as may be left out, is called as it is. */
    Optional<Valid> of(Operation operation) {
        Valid given = byOperation.get(operation.name());
        return given == null && operation.needsNothing()
                ? Optional.of(new Valid(Call::plain, 200))
                : Optional.ofNullable(given);
    }

    /** Those that are of no operation, by mistake or because it is gone. */
    List<String> strayOf(List<Operation> operations) {
        List<String> known = operations.stream().map(Operation::name).toList();
        return byOperation.keySet().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }
}
