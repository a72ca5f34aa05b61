package tusoi.reporting.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue, for every client that wants to know what can be asked. */
@RestController
@RequestMapping("/api/reporting/v1/indicators")
class IndicatorsController {
    private final Catalogue catalogue;

    IndicatorsController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    record IndicatorsView(List<IndicatorView> items) {}

    record IndicatorView(
            String id,
            String kind,
            Text text,
            Text counts,
            @Nullable String denominatorName,
            List<DimensionView> dimensions,
            int version) {
        static IndicatorView of(Indicator indicator) {
            List<DimensionView> dimensions = indicator.dimensions().stream()
                    .map(dimension -> new DimensionView(
                            dimension.code(),
                            dimension.text(),
                            !indicator.multiValued().contains(dimension)))
                    .toList();
            return new IndicatorView(
                    indicator.id(),
                    indicator.kind().code(),
                    indicator.text(),
                    indicator.counts(),
                    indicator.denominatorName(),
                    dimensions,
                    indicator.version());
        }
    }

    /** @param additive whether the parts sum to the whole */
    record DimensionView(String id, Text text, boolean additive) {}

    @GetMapping
    IndicatorsView all() {
        return new IndicatorsView(
                catalogue.all().stream().map(IndicatorView::of).toList());
    }
}
