package tusoi.reporting.published;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tusoi.platform.audit.Audit;
import tusoi.platform.ids.Ids;
import tusoi.platform.problems.ProblemException;
import tusoi.platform.time.TransactionClock;
import tusoi.reporting.facts.RecordedMeanwhile;
import tusoi.reporting.proof.ReportKey;
import tusoi.reporting.proof.SignedDocument;
import tusoi.reporting.reports.ReportDefinition;
import tusoi.reporting.reports.ReportDesk;
import tusoi.reporting.reports.ReportRequest;
import tusoi.reporting.reports.ReportView;
import tusoi.scope.Right;
import tusoi.scope.Scope;

/**
 * First the figures, and what is different from the report that is corrected, with no transaction open: they may take long, and wait for
 * connections of the loader's. Then one transaction: the rights, the lock, the signature, the row, the audit.
 *
 * <p>Who holds CYCLE_OPEN at the unit publishes, or who holds every right that its indicators ask for to see small parts: CASE_READ for
 * discipline, REVIEW_READ for reviews and grades, MEMBER_READ for members. At a base and below, where the table tells of persons, the
 * latter are needed in any case.
 */
@Component
class Publishing {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Levels under which parts of under five tell of persons; a reader needs the rights that figures ask for there. */
    private static final Set<String> TELL_OF_PERSONS =
            Set.of("GRASSROOTS", "SECTION_ORGANISATION", "SUBORDINATE_ORGANISATION", "BRANCH", "PARTY_GROUP");

    private final ReportDesk desk;
    private final PublishedReports reports;
    private final Scope scope;
    private final SigningKey signing;
    private final Papers papers;

    Publishing(ReportDesk desk, PublishedReports reports, Scope scope, SigningKey signing, Papers papers) {
        this.desk = desk;
        this.reports = reports;
        this.scope = scope;
        this.signing = signing;
        this.papers = papers;
    }

    /** What publishing writes with or looks up. */
    @Component
    record Papers(
            TransactionOperations transaction,
            TransactionClock clock,
            Audit audit,
            RecordedMeanwhile meanwhile,
            JsonMapper json) {}

    /** @param replaces the report that it corrects, for that reason */
    record PublishReport(
            String report,
            ReportRequest request,
            @Nullable UUID replaces,
            @Nullable String reason) {}

    PublishedReport handle(PublishReport command, HttpServletResponse response) {
        ReportKey key = signing.get()
                .orElseThrow(() -> new ProblemException(
                        503,
                        "no-signing-key",
                        "This installation has no key to sign reports with",
                        null,
                        "The operator sets TUSOI_REPORT_SIGNING_KEY"));
        ReportDefinition definition = desk.definition(command.report());
        ReportView table = desk.compute(definition, command.request(), response);
        rights(definition, table);
        ObjectNode correction = command.replaces() == null ? null : correction(command, definition, table);
        return papers.transaction().execute(_ -> publish(command, definition, table, new Drawn(key, correction)));
    }

    /** @param correction of a former report; null where it is the first */
    private record Drawn(ReportKey key, @Nullable ObjectNode correction) {}

    private PublishedReport publish(PublishReport command, ReportDefinition definition, ReportView table, Drawn drawn) {
        UUID account = scope.account();
        UUID unit = table.unit().id();
        List<Right> rights = rights(definition, table);
        UUID holding = reports.lockAndFindHolding(unit, table).orElse(null);
        if (command.replaces() != null) {
            former(command.replaces(), table);
        } else if (holding != null) {
            throw ProblemException.wrongState(
                    "It was published already, as " + holding + ": a further one corrects it");
        }
        Instant publishedAt = papers.clock().recordedAt();
        UUID id = Ids.next();
        ObjectNode document = document(id, definition, table, publishedAt);
        if (drawn.correction() != null) {
            document.set("corrects", drawn.correction());
        }
        ObjectNode file = SignedDocument.of(document, drawn.key());
        PublishedReport published = new PublishedReport(
                id,
                unit,
                definition.code(),
                definition.version(),
                table.from(),
                table.to(),
                table.asOf(),
                table.cycle(),
                table.knownAt(),
                publishedAt,
                account,
                command.replaces(),
                null,
                command.reason(),
                file.get("sha256").asString(),
                drawn.key().id(),
                rights);
        reports.add(published, PRETTY.writeValueAsString(file));
        papers.audit().changed("reporting.report-published", "unit", unit, unit, null, published, command.reason());
        return published;
    }

    /** Asks for what the publisher needs, and answers what a reader will need beside FIGURES_READ. */
    private List<Right> rights(ReportDefinition definition, ReportView table) {
        UUID unit = table.unit().id();
        List<Right> detail = detailRights(definition);
        if (detail.isEmpty() || !detail.stream().allMatch(right -> scope.holds(right, unit))) {
            scope.require(Right.CYCLE_OPEN, unit);
        }
        String level = table.unit().level();
        if (level == null) {
            throw ProblemException.wrongState("The unit is not in the tree of " + table.asOf());
        }
        List<Right> rights = TELL_OF_PERSONS.contains(level) ? detail : List.of();
        rights.forEach(right -> scope.require(right, unit));
        return rights;
    }

    private static List<Right> detailRights(ReportDefinition definition) {
        return definition.columns().stream()
                .map(column -> column.indicator().detailRight())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private ObjectNode document(UUID id, ReportDefinition definition, ReportView table, Instant publishedAt) {
        ObjectNode document = papers.json().createObjectNode();
        document.put("id", id.toString());
        document.put("publishedAt", publishedAt.toString());
        document.put("publishedBy", scope.account().toString());
        document.set("report", papers.json().valueToTree(table));
        Map<String, Integer> versions = new TreeMap<>();
        definition
                .columns()
                .forEach(column ->
                        versions.put(column.indicator().id(), column.indicator().version()));
        ObjectNode definitions = document.putObject("definitions");
        definitions.put("report", definition.version());
        definitions.set("indicators", papers.json().valueToTree(versions));
        return document;
    }

    private PublishedReport former(UUID id, ReportView table) {
        PublishedReport former = reports.find(id).orElseThrow(() -> ProblemException.notFound("The published report"));
        if (!former.report().equals(table.report())
                || !former.unit().equals(table.unit().id())
                || !former.from().equals(table.from())
                || !former.to().equals(table.to())
                || !former.asOf().equals(table.asOf())
                || !former.cycle().equals(table.cycle())) {
            throw ProblemException.wrongState("It is another report, or of another unit, span, tree or cycle");
        }
        if (former.replacedBy() != null) {
            throw ProblemException.wrongState("It was corrected already, by " + former.replacedBy());
        }
        if (!table.knownAt().isAfter(former.knownAt())) {
            throw ProblemException.wrongState("Nothing was known at " + table.knownAt() + " that was not known to it");
        }
        return former;
    }

    /** Which figures are different, and what was recorded between the two instants of which they tell. */
    private ObjectNode correction(PublishReport command, ReportDefinition definition, ReportView table) {
        Former read = papers.transaction().execute(_ -> {
            scope.account();
            PublishedReport former = former(Objects.requireNonNull(command.replaces()), table);
            return new Former(former, reports.file(former.id()));
        });
        PublishedReport former = read.report();
        JsonNode before = papers.json().readTree(read.file()).at("/document/report");
        Set<String> indicators = definition.columns().stream()
                .map(column -> column.indicator().id())
                .collect(Collectors.toSet());
        ObjectNode correction = papers.json().createObjectNode();
        correction.put("id", former.id().toString());
        correction.put("sha256", former.sha256());
        correction.put("reason", command.reason());
        correction.set(
                "changes",
                papers.json().valueToTree(Changes.between(papers.json().treeToValue(before, ReportView.class), table)));
        correction.set(
                "recordedMeanwhile",
                papers.json()
                        .valueToTree(papers.meanwhile()
                                .of(table.unit().id(), table.asOf(), former.knownAt(), table.knownAt(), indicators)));
        return correction;
    }

    private record Former(PublishedReport report, String file) {}
}
