package tusoi.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a person would count of targets: those that begin in the span and end in its last year at the latest. */
public final class OracleTargets {
    private final Oracle oracle;
    private final LocalDate to;
    private final List<Planned> asked = new ArrayList<>();

    OracleTargets(Oracle oracle, List<JsonNode> targets, LocalDate from, LocalDate to) {
        this.oracle = oracle;
        this.to = to;
        for (JsonNode node : targets) {
            Planned target = new Planned(node);
            boolean begins = !target.from().isBefore(from) && !target.from().isAfter(to);
            boolean ends = target.to().getYear() <= to.getYear();
            if (begins && ends && !node.get("cancelled").asBoolean()) {
                asked.add(target);
            }
        }
    }

    private record Planned(JsonNode node) {
        String unit() {
            return node.get("unitId").asString();
        }

        String kind() {
            return node.get("indicator").asString() + "/" + node.get("measure").asString();
        }

        LocalDate from() {
            return LocalDate.parse(node.get("from").asString());
        }

        LocalDate to() {
            return LocalDate.parse(node.get("to").asString());
        }

        boolean covers(Planned other) {
            return !from().isAfter(other.from()) && !to().isBefore(other.to());
        }

        Optional<JsonNode> newest(LocalDate day) {
            return node.get("results")
                    .valueStream()
                    .filter(result -> !on(result).isAfter(day))
                    .max(Comparator.comparing(Planned::on));
        }

        private static LocalDate on(JsonNode result) {
            return LocalDate.parse(result.get("on").asString());
        }
    }

    /** @param main chief ones or the others; null for all */
    public int set(@Nullable Boolean main) {
        return (int) inside(main).size();
    }

    /** @param main chief ones or the others; null for all */
    public int achieved(@Nullable Boolean main) {
        return (int) inside(main).stream()
                .filter(target -> target.newest(to)
                        .filter(result -> result.get("achieved").asBoolean())
                        .isPresent())
                .count();
    }

    private List<Planned> inside(@Nullable Boolean main) {
        return asked.stream()
                .filter(target ->
                        main == null || main == target.node().get("main").asBoolean())
                .filter(target -> oracle.belongs(target.unit()))
                .toList();
    }

    /** By target and measure: what was reached of what was planned. */
    public Map<String, String> values() {
        return sums(Planned::kind, false);
    }

    /** The same of each child, and of the unit itself by its own code. */
    public Map<String, String> valuesByChild() {
        return sums(target -> oracle.childOf(target.unit()) + " " + target.kind(), true);
    }

    /** Null where nothing or several things were reached. */
    public @Nullable String value() {
        Set<String> kinds = new HashSet<>();
        counted().forEach(target -> kinds.add(target.kind()));
        return kinds.size() == 1 ? values().values().iterator().next() : null;
    }

    private Map<String, String> sums(Function<Planned, String> key, boolean byChild) {
        Map<String, BigDecimal> reached = new TreeMap<>();
        Map<String, BigDecimal> planned = new TreeMap<>();
        for (Planned target : counted()) {
            boolean isPart = counted().stream()
                    .anyMatch(other -> other.kind().equals(target.kind())
                            && other.covers(target)
                            && (other.unit().equals(target.unit())
                                    ? !target.covers(other)
                                    : oracle.overrules(other.unit(), target.unit())
                                            && !(byChild && isOfAnotherPart(other, target))));
            if (!isPart && !(byChild && key.apply(target).startsWith(" "))) {
                BigDecimal value = target.newest(to).orElseThrow().get("value").decimalValue();
                reached.merge(key.apply(target), value, BigDecimal::add);
                planned.merge(key.apply(target), target.node().get("planned").decimalValue(), BigDecimal::add);
            }
        }
        Map<String, String> sums = new TreeMap<>();
        reached.forEach((of, value) -> sums.put(of, plain(value) + "/" + plain(planned.get(of))));
        return sums;
    }

    private boolean isOfAnotherPart(Planned upper, Planned lower) {
        return upper.unit().equals(oracle.unit())
                || !oracle.childOf(upper.unit()).equals(oracle.childOf(lower.unit()));
    }

    /** With a result, of units inside; percents only of the very unit. */
    private List<Planned> counted() {
        return asked.stream()
                .filter(target -> target.newest(to).isPresent() && oracle.belongs(target.unit()))
                .filter(target ->
                        !target.kind().endsWith("/PERCENT") || target.unit().equals(oracle.unit()))
                .toList();
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }
}
