package tusoi.bench.nation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same nation as its owners would have told it, event by event. */
public final class NationEvents {
    public static final String ORG = "org.events";
    public static final String REVIEW = "review.events";
    private static final String TREE = "tree";

    private final Nation nation;

    public NationEvents(Nation nation) {
        this.nation = nation;
    }

    /** @param key of the record; all units share one */
    public record Event(
            String topic, String key, String type, UUID aggregate, long version, Instant recordedAt, byte[] data) {}

    /** Tree, account and cycles first, then lives, then each year's reviews; those of one aggregate in their order. */
    public <E extends Exception> void each(Each<Event, E> sink) throws E {
        List<Units.Picture> units = new ArrayList<>();
        new Units(nation).<RuntimeException>each(units::add);
        units.sort(Comparator.comparing(Units.Picture::recordedFrom));
        for (Units.Picture unit : units) {
            sink.take(event(ORG, TREE, unit.type(), unit.id(), unit.version(), unit.recordedFrom(), unit(unit)));
        }
        administrator(sink);
        for (int year = Nation.FIRST_YEAR; year <= Nation.LAST_YEAR; year++) {
            sink.take(
                    event(REVIEW, "review.cycle-opened.v1", Nation.cycle(year), 1, Nation.openedAt(year), cycle(year)));
        }
        for (int member = 0; member < nation.size().members(); member++) {
            UUID id = Ids.MEMBER.of(member);
            for (Story.Picture life : new Story(nation, member).pictures()) {
                sink.take(event(ORG, life.type(), id, life.version(), life.recordedFrom(), member(id, life)));
            }
        }
        for (int year = Nation.FIRST_YEAR; year <= Nation.LAST_YEAR; year++) {
            for (int member = 0; member < nation.size().members(); member++) {
                Review review = new Story(nation, member).review(year);
                for (int version = 1; review != null && version <= review.versions(); version++) {
                    sink.take(event(
                            REVIEW,
                            review.type(version),
                            review.id(),
                            version,
                            review.recordedFrom(version),
                            review(review, version)));
                }
            }
        }
    }

    private static <E extends Exception> void administrator(Each<Event, E> sink) throws E {
        UUID account = Ids.ACCOUNT.of(1);
        UUID grant = Ids.GRANT.of(1);
        sink.take(event(ORG, "org.account-registered.v1", account, 1, Instant.EPOCH, """
                {"accountId":"%s","subject":"%s","locked":false}""".formatted(
                        account, NationWriter.SUBJECT)));
        sink.take(event(ORG, "org.grant-given.v1", grant, 1, Instant.EPOCH, """
                {"grantId":"%s","accountId":"%s","role":"REGISTER_ADMINISTRATOR","unitId":"%s","validFrom":"2010-01-01","validTo":null}\
                """.formatted(grant, account, Nation.ID)));
    }

    private static Event event(
            String topic, String type, UUID aggregate, long version, Instant recordedAt, String data) {
        return event(topic, aggregate.toString(), type, aggregate, version, recordedAt, data);
    }

    private static Event event(
            String topic, String key, String type, UUID aggregate, long version, Instant recordedAt, String data) {
        return new Event(topic, key, type, aggregate, version, recordedAt, data.getBytes(StandardCharsets.UTF_8));
    }

    private static String unit(Units.Picture unit) {
        String slices = unit.slices().stream()
                .map(slice -> "{\"validFrom\":" + text(slice.from()) + ",\"validTo\":" + text(slice.to()) + ",\"name\":"
                        + text(unit.name()) + ",\"level\":" + text(unit.level()) + ",\"form\":" + text(unit.form())
                        + ",\"kind\":" + text(unit.kind()) + ",\"parentId\":" + text(slice.parent()) + "}")
                .collect(Collectors.joining(","));
        String links = unit.links().stream()
                .map(link ->
                        "{\"predecessorId\":" + text(link.predecessor()) + ",\"successorId\":" + text(link.successor())
                                + ",\"on\":" + text(link.on()) + ",\"kind\":" + text(link.kind()) + "}")
                .collect(Collectors.joining(","));
        return "{\"unitId\":" + text(unit.id()) + ",\"code\":" + text(unit.code()) + ",\"slices\":[" + slices
                + "],\"predecessors\":[],\"successors\":[],\"lineage\":[" + links + "]}";
    }

    private static String cycle(int year) {
        LocalDate opened = Nation.openingOf(year);
        return "{\"cycleId\":" + text(Nation.cycle(year)) + ",\"kind\":\"ANNUAL\",\"year\":" + year
                + ",\"openedByUnitId\":" + text(Nation.ID) + ",\"openedOn\":" + text(opened) + ",\"dueOn\":"
                + text(opened.plusMonths(2)) + ",\"profile\":null,\"subjectTypes\":[\"MEMBER\"]}";
    }

    private static String member(UUID id, Story.Picture life) {
        var data = new StringBuilder("{\"memberId\":").append(text(id)).append(",\"slices\":[");
        for (Story.Slice slice : life.slices()) {
            data.append(data.charAt(data.length() - 1) == '[' ? "" : ",")
                    .append("{\"validFrom\":")
                    .append(text(slice.from()))
                    .append(",\"validTo\":")
                    .append(text(slice.to()))
                    .append(",\"homeUnitId\":")
                    .append(text(slice.home()))
                    .append(",\"state\":")
                    .append(text(slice.state()))
                    .append(",\"exempt\":false,\"suspended\":false}");
        }
        data.append("],\"movements\":[");
        for (Story.Move move : life.moves()) {
            data.append(data.charAt(data.length() - 1) == '[' ? "" : ",")
                    .append("{\"on\":")
                    .append(text(move.on()))
                    .append(",\"kind\":")
                    .append(text(move.kind()))
                    .append(",\"unitId\":")
                    .append(text(move.unit()))
                    .append(",\"otherUnitId\":")
                    .append(text(move.other()))
                    .append(",\"caseId\":null,\"reorganisationId\":")
                    .append(text(move.reorganisation()))
                    .append('}');
        }
        return data.append("],\"admittedOn\":null,\"recognisedOn\":null}").toString();
    }

    private static String review(Review review, int version) {
        var data = new StringBuilder("{\"reviewId\":")
                .append(text(review.id()))
                .append(",\"cycleId\":")
                .append(text(Nation.cycle(review.year())))
                .append(",\"year\":")
                .append(review.year())
                .append(",\"subjectType\":\"MEMBER\",\"subjectId\":")
                .append(text(review.member()))
                .append(",\"unitId\":")
                .append(text(review.home()))
                .append(",\"obligedFrom\":")
                .append(text(Nation.openingOf(review.year())))
                .append(",\"excludedReason\":null,\"selfReviewedOn\":")
                .append(text(review.selfReviewed()))
                .append(",\"selfGrade\":null,\"proposedOn\":null,\"proposedGrade\":null,\"grades\":[");
        for (int n = 0; n < version; n++) {
            Review.Grade grade = review.grades().get(n);
            data.append(n == 0 ? "" : ",")
                    .append("{\"revision\":")
                    .append(n + 1)
                    .append(",\"grade\":")
                    .append(text(grade.grade()))
                    .append(",\"decidedOn\":")
                    .append(text(grade.decided()))
                    .append(",\"deciderUnitId\":")
                    .append(text(Nation.ID))
                    .append('}');
        }
        return data.append("],\"reportedOn\":null,\"profile\":null}").toString();
    }

    private static String text(@Nullable Object value) {
        return value == null || value.equals(LocalDate.MAX) ? "null" : "\"" + value + "\"";
    }
}
