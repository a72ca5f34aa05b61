package tusoi.reporting.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import tusoi.platform.persistence.Loader;
import tusoi.reporting.sums.Hops;

/** Puts persons whom reorganisations took over a border where they went, by their facts: sums count them where their facts are of. */
@Component
class CrossedPersons {
    private final Concerned concerned;
    private final Strays strays;
    private final DSLContext dsl;
    private final Counter crossed;
    private final Counter crowded;

    CrossedPersons(Concerned concerned, Strays strays, MeterRegistry meters, @Loader DataSource loader) {
        this.concerned = concerned;
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
        List<Part> ofThem = parts.stream().map(steps -> steps.ofFacts(them)).toList();
        Question there = question.among(them.units());
        counts(there.with(Persons.PLAIN), ofThem).forEach(tally::subtract);
        counts(there.with(question.persons().of(them.persons())), ofThem).forEach(tally::add);
        crossed.increment(parts.size());
        return true;
    }

    private List<Count> counts(Question question, List<Part> parts) {
        return dsl.fetch(Composer.compose(question, strays.of(question), parts)).stream()
                .map(Count::of)
                .toList();
    }
}
