package tusoi.reporting.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tusoi.reporting.indicators.Catalogue;

/** The reports that the files define. One that says what cannot be keeps the service from starting, with its file and line. */
@Component
public class StandingReports {
    private final Map<String, ReportDefinition> byCode = new TreeMap<>();

    StandingReports(Catalogue catalogue, @Value("${tusoi.reports.files}") String files) {
        ReportFile reader = new ReportFile(catalogue);
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(files);
            Arrays.sort(found, Comparator.comparing(StandingReports::name));
            for (Resource file : found) {
                ReportDefinition report = reader.read(name(file), file.getContentAsString(StandardCharsets.UTF_8));
                if (byCode.put(report.code(), report) != null) {
                    throw new IllegalArgumentException(
                            name(file) + ": there is another report with the code " + report.code());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The reports at " + files + " cannot be read", e);
        }
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    public Optional<ReportDefinition> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** By code. */
    public Collection<ReportDefinition> all() {
        return byCode.values();
    }
}
