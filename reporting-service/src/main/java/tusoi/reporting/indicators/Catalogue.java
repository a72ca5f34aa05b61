package tusoi.reporting.indicators;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every indicator whose facts exist by now. */
@Component
public class Catalogue {
    private final Map<String, Indicator> byId = new TreeMap<>();

    public Catalogue() {
        Stream.of(
                        RegisterIndicators.ALL,
                        BranchLifeIndicators.ALL,
                        PostIndicators.ALL,
                        ReviewIndicators.ALL,
                        TargetIndicators.ALL,
                        DisciplineIndicators.ALL)
                .flatMap(List::stream)
                .forEach(indicator -> byId.put(indicator.id(), indicator));
    }

    public Optional<Indicator> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By id. */
    public Collection<Indicator> all() {
        return byId.values();
    }
}
