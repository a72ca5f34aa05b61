package tusoi.testkit.badinput;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/** Runs every variation of every operation of a service. */
public final class BadInput {
    private static final int AT_ONCE = 4;

    private final Description description;
    private final Calls calls;
    private final Caller caller;
    private final Tables tables;
    private final List<UUID> strangers;
    private final Refusals refusals;
    private final Schemas schemas;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder cases = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** @param strangers ids of things of several kinds, tried wherever an id is wanted */
    public BadInput(Description description, Calls calls, Caller caller, Tables tables, List<UUID> strangers) {
        this.description = description;
        this.calls = calls;
        this.caller = caller;
        this.tables = tables;
        this.strangers = List.copyOf(strangers);
        this.refusals = new Refusals(description.codes());
        this.schemas = new Schemas(description);
    }

    /** How many cases ran, how many of them were refused, and what was not as it should be. */
    public record Report(int operations, int cases, int refused, List<String> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        @Override
        public String toString() {
            return operations + " operations, " + cases + " cases, " + refused + " of them refused, " + faults.size()
                    + " faults"
                    + String.join("", faults.stream().map("\n  "::concat).toList());
        }
    }

    public Report run() {
        List<Operation> operations = description.operations();
        calls.strayOf(operations).forEach(name -> faults.add(name + " is no operation any more"));
        // Reads first: what the accepted commands leave behind is no district's register, but thousands of one name.
        operations.stream().filter(operation -> !operation.isCommand()).forEach(this::run);
        operations.stream().filter(Operation::isCommand).forEach(this::run);
        return new Report(operations.size(), cases.intValue(), refused.intValue(), faults);
    }

    private void run(Operation operation) {
        Calls.Valid valid = calls.of(operation).orElse(null);
        if (valid == null) {
            faults.add(operation.name() + " has no valid call");
            return;
        }
        Call call = valid.call().get();
        if (call.body() != null && operation.body() != null && !schemas.allows(operation.body(), call.body())) {
            faults.add(operation.name() + " is not described as its valid call is: " + call.body());
            return;
        }
        List<Variation> variations = variations(operation, call);
        leavesNothing(
                operation,
                call,
                variations.stream()
                        .filter(variation -> variation.isForbidden() || !operation.isCommand())
                        .toList(),
                this::sent);
        List<Variation> refusals = new ArrayList<>();
        for (Variation variation : variations) {
            if (operation.isCommand() && !variation.isForbidden()) {
                call = perhaps(operation, valid, call, variation, refusals);
            }
        }
        leavesNothing(
                operation,
                call,
                refusals,
                (of, variation, with) -> caller.send(of, variation.change().apply(with)));
        Caller.Answer answer = caller.send(operation, call);
        if (answer.status() >= 300 && answer.status() != valid.status()) {
            faults.add(operation.name() + " as it should be: " + told(answer));
        }
    }

    private List<Variation> variations(Operation operation, Call call) {
        List<Variation> variations = new ArrayList<>(new ParameterVariations(description, strangers).of(operation));
        variations.addAll(RequestVariations.of(operation, call));
        if (operation.body() != null && call.body() instanceof JsonNode body) {
            variations.addAll(new BodyVariations(description, strangers).of(operation.body(), body));
        }
        return variations;
    }

    private interface Sending {
        Caller.Answer send(Operation operation, Variation variation, Call call);
    }

    /**
     * All of them together, some at once, leave everything as it was; where they do not, each is asked. What is taken where it should be
     * refused changes something, and so is asked alone too.
     */
    private void leavesNothing(Operation operation, Call call, List<Variation> variations, Sending sending) {
        Map<String, String> before = tables.state();
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            variations.stream()
                    .map(variation -> senders.submit(() -> sending.send(operation, variation, call)))
                    .toList()
                    .forEach(BadInput::sent);
        }
        if (!Tables.differences(before, tables.state()).isEmpty()) {
            variations.forEach(variation -> alone(operation, call, variation));
        }
    }

    private static void sent(Future<Caller.Answer> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void alone(Operation operation, Call call, Variation variation) {
        Map<String, String> before = tables.state();
        if (caller.send(operation, variation.change().apply(call)).isRefusal()) {
            List<String> changed = Tables.differences(before, tables.state());
            if (!changed.isEmpty()) {
                faults.add(told(operation, variation) + " leaves something behind: " + changed);
            }
        }
    }

    /** The call to go on with: what was accepted has used the former one up. */
    private Call perhaps(
            Operation operation, Calls.Valid valid, Call call, Variation variation, List<Variation> refusals) {
        if (sent(operation, variation, call).isRefusal()) {
            refusals.add(variation);
            return call;
        }
        return valid.call().get();
    }

    private Caller.Answer sent(Operation operation, Variation variation, Call call) {
        Caller.Answer answer = caller.send(operation, variation.change().apply(call));
        cases.increment();
        refused.add(answer.isRefusal() ? 1 : 0);
        refusals.faultOf(variation, answer)
                .filter(fault -> !isExpected(operation, answer))
                .ifPresent(fault -> faults.add(told(operation, variation) + " " + fault + ": " + told(answer)));
        return answer;
    }

    /** What is answered to a valid call too, as something outside is not there. */
    private boolean isExpected(Operation operation, Caller.Answer answer) {
        return calls.of(operation)
                .map(valid -> valid.status() >= 300 && valid.status() == answer.status())
                .orElse(false);
    }

    private static String told(Operation operation, Variation variation) {
        return operation.name() + " with " + variation.place() + " " + variation.what();
    }

    private static String told(Caller.Answer answer) {
        String text = Objects.requireNonNullElse(answer.text(), "");
        return answer.status() + " " + text.substring(0, Math.min(400, text.length()));
    }
}
