package tusoi.reporting.figures;

import static tusoi.reporting.figures.Sql.field;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
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

    /** In one statement takes their facts from where they were counted and adds them to where they went. False, and nothing done, if they are too many. */
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
        dsl.fetch(Composer.compose(
                        there.with(there.persons().of(them.persons())),
                        strays.of(there),
                        ofThem,
                        taken(Composer.counts(there.with(Persons.PLAIN), ofThem))))
                .forEach(row -> tally.add(Count.of(row)));
        crossed.increment(parts.size());
        return true;
    }

    /** From where their facts are of. */
    private static Select<Record> taken(Select<Record> counts) {
        Table<Record> there = counts.asTable("there");
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        for (String name : List.of("figure", "side", "whole", "placed", "k1", "k2")) {
            columns.add(DSL.field(DSL.name("there", name)));
        }
        columns.add(field("there", "amount", BigDecimal.class).neg().as("amount"));
        return DSL.select(columns).from(there);
    }
}
