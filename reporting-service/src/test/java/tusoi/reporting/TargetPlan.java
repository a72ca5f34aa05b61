package tusoi.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tusoi.platform.ids.Ids;

/** A target as review-service tells it: the whole picture each time. Changed by hand, told by {@link History#target}. */
public final class TargetPlan {
    private final UUID id = Ids.next();
    private final UUID unit;
    private final String indicator;
    private final String measure;
    private final LocalDate from;
    private final LocalDate to;
    private final BigDecimal planned;
    private boolean main;
    private final List<Map<String, Object>> results = new ArrayList<>();

    public TargetPlan(UUID unit, String indicator, String measure, LocalDate from, LocalDate to, String planned) {
        this.unit = unit;
        this.indicator = indicator;
        this.measure = measure;
        this.from = from;
        this.to = to;
        this.planned = new BigDecimal(planned);
    }

    public static TargetPlan ofYear(UUID unit, String indicator, String measure, int year, String planned) {
        return new TargetPlan(unit, indicator, measure, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), planned);
    }

    public TargetPlan main() {
        main = true;
        return this;
    }

    /** To be reached, and so achieved from the plan on; instead of what there was of the day. */
    public TargetPlan reached(LocalDate on, String value) {
        BigDecimal amount = new BigDecimal(value);
        without(on);
        results.add(Map.of(
                "resultId",
                Ids.next(),
                "on",
                on,
                "value",
                amount,
                "achieved",
                amount.compareTo(planned) >= 0,
                "profile",
                "132+21-HD"));
        return this;
    }

    public TargetPlan without(LocalDate on) {
        results.removeIf(result -> on.equals(result.get("on")));
        return this;
    }

    UUID id() {
        return id;
    }

    Map<String, @Nullable Object> picture(boolean cancelled) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("targetId", id);
        data.put("unitId", unit);
        data.put("indicator", indicator);
        data.put("from", from);
        data.put("to", to);
        data.put("planned", planned);
        data.put("measure", measure);
        data.put("comparison", "AT_LEAST");
        data.put("main", main);
        data.put("cancelled", cancelled);
        data.put("results", List.copyOf(results));
        return data;
    }
}
