package tusoi.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/** What became of the events of a transaction; counted once it is committed. */
final class Tally {
    private final Map<Line, Integer> lines = new HashMap<>();

    private record Line(String type, String result) {}

    void add(String type, String result) {
        lines.merge(new Line(type, result), 1, Integer::sum);
    }

    void addAll(Tally other) {
        other.lines.forEach((line, number) -> lines.merge(line, number, Integer::sum));
    }

    boolean hasDead() {
        return lines.keySet().stream().anyMatch(line -> line.result().equals("dead"));
    }

    void count(MeterRegistry meters) {
        lines.forEach(
                (line, number) -> meters.counter("tusoi.inbox.events", "type", line.type(), "result", line.result())
                        .increment(number));
    }
}
