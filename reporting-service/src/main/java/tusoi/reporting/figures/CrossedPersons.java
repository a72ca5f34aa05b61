package tusoi.reporting.figures;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.indicators.Dimension;
import tusoi.reporting.sums.Hops;

/** Puts persons whom reorganisations took over a border where they went, by their facts: sums count them where their facts are of. */
@Component
class CrossedPersons {
    private final Concerned concerned;
    private final MovedStocks stocks;
    private final Strays strays;
    private final DSLContext dsl;
    private final Counter crossed;
    private final Counter crowded;

    CrossedPersons(
            Concerned concerned, MovedStocks stocks, Strays strays, MeterRegistry meters, @Loader DataSource loader) {
        this.concerned = concerned;
        this.stocks = stocks;
        this.strays = strays;
        this.dsl = DSL.using(new TransactionAwareDataSourceProxy(loader), SQLDialect.POSTGRES);
        this.crossed = SummedFigures.counter(meters, "crossed");
        this.crowded = SummedFigures.counter(meters, "crowded");
    }

    /** Takes their facts from where they were counted and adds them to where they went. False, and nothing done, if they are too many. */
    boolean isAdjusted(Question question, List<Steps> parts, List<Hops.Hop> crossings, Tally tally) {
        if (crossings.isEmpty()) {
            return true;
        }
        Concerned.Persons them = concerned.by(crossings).orElse(null);
        if (them == null) {
            crowded.increment(parts.size());
            return false;
        }
        Map<UUID, Place> places = places(question.among(them.units()), parts);
        Map<MovedStocks.Asked, List<MovedStocks.Moved>> found = new HashMap<>();
        for (Steps steps : parts) {
            found
                    .computeIfAbsent(MovedStocks.Asked.of(steps.stock()), asked -> stocks.of(asked, question, them))
                    .stream()
                    .filter(moved -> steps.stock().keeps(moved.values()))
                    .forEach(moved -> {
                        add(steps, places.get(moved.from()), moved, -moved.amount(), tally);
                        add(steps, places.get(moved.to()), moved, moved.amount(), tally);
                    });
        }
        crossed.increment(parts.size());
        return true;
    }

    private static void add(Steps steps, @Nullable Place place, MovedStocks.Moved moved, int amount, Tally tally) {
        if (place != null) {
            steps.at(place, moved.values(), amount).forEach(tally::add);
        }
    }

    /** Of the units by name, where those stand that are inside. */
    private Map<UUID, Place> places(Question among, List<Steps> parts) {
        if (!among.isOwn() && among.among() != null && parts.stream().allMatch(Steps::isOfNoPlace)) {
            return strays.inside(among, among.among()).stream().collect(toMap(unit -> unit, _ -> Place.INSIDE));
        }
        List<Dimension> told = among.by().stream().filter(Inside::tells).toList();
        return dsl.with(Inside.expression(among, strays.of(among))).selectFrom(Inside.as("i")).stream()
                .collect(toMap(row -> row.get("unit_id", UUID.class), row -> place(row, told)));
    }

    private static Place place(Record row, List<Dimension> told) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : told) {
            String value = row.get(dimension.name(), String.class);
            if (value != null) {
                values.put(dimension, value);
            }
        }
        return new Place(row.get("placed", Boolean.class), values);
    }
}
