package tusoi.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Members and graded reviews, half and half; every fifth event is the second version of a former one. */
final class MadeUpEvents {
    private static final int PARTITIONS = 12;
    private static final int UNITS = 400;
    private static final LocalDate DAY = LocalDate.of(2022, 12, 12);
    private static final Instant RECORDED = Instant.parse("2022-12-12T03:00:00Z");

    private final String bootstrap;

    MadeUpEvents(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    void send(int events) throws ExecutionException, InterruptedException {
        send("org.events", events / 2, this::member);
        send("review.events", events - events / 2, this::review);
    }

    private void send(String topic, int events, IntFunction<Made> made)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        int aggregates = Math.max(1, events * 4 / 5);
        try (var producer = new BareProducer(bootstrap, topic)) {
            producer.send(IntStream.range(0, events)
                    .mapToObj(number -> record(topic, number, aggregates, made))
                    .toList());
        }
    }

    /** @param types those of the first and of the second version */
    private record Made(UUID aggregate, List<String> types, String data) {}

    private static ProducerRecord<String, byte[]> record(
            String topic, int number, int aggregates, IntFunction<Made> made) {
        var event = made.apply(number % aggregates);
        int version = 1 + number / aggregates;
        var recordedAt = RECORDED.plus(number, ChronoUnit.MILLIS);
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("content-type", "application/json"),
                header("ce_id", UUID.randomUUID().toString()),
                header("ce_source", "/" + topic.substring(0, topic.indexOf('.')) + "-service"),
                header("ce_type", event.types().get(version - 1)),
                header("ce_time", recordedAt.toString()),
                header("ce_subject", event.aggregate().toString()),
                header("ce_aggregateversion", String.valueOf(version)),
                header("ce_actor", id('a', 1).toString()));
        byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(
                topic, null, recordedAt.toEpochMilli(), event.aggregate().toString(), data, headers);
    }

    private Made member(int number) {
        var data = """
                {"memberId":"%s","slices":[{"validFrom":"2012-05-19","validTo":null,"homeUnitId":"%s","state":"OFFICIAL",\
                "exempt":false,"suspended":false}],"movements":[{"on":"2012-05-19","kind":"REGISTERED","unitId":"%s",\
                "otherUnitId":null,"caseId":null}],"admittedOn":"2001-02-03","recognisedOn":"2002-02-03"}\
                """.formatted(id('c', number), unit(number), unit(number));
        return new Made(id('c', number), List.of("org.member-registered.v1", "org.member-exempted.v1"), data);
    }

    private Made review(int number) {
        var data = """
                {"reviewId":"%s","cycleId":"%s","year":2022,"subjectType":"MEMBER","subjectId":"%s","unitId":"%s",\
                "obligedFrom":"2022-11-15","excludedReason":null,"selfReviewedOn":"2022-12-01","selfGrade":"EXCELLENT",\
                "proposedOn":"2022-12-05","proposedGrade":"GOOD","grades":[{"revision":1,"grade":"GOOD","decidedOn":"%s",\
                "deciderUnitId":"%s"}],"reportedOn":null,"profile":"132+21-HD"}\
                """.formatted(id('d', number), id('b', 1), id('c', number), unit(number), DAY, unit(0));
        return new Made(id('d', number), List.of("review.grade-decided.v1", "review.completion-reported.v1"), data);
    }

    private static UUID unit(int number) {
        return id('e', number % UNITS);
    }

    private static UUID id(char kind, int number) {
        return new UUID(0x01900000_0000_7000L | ((long) kind << 32), Long.MIN_VALUE | number);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
