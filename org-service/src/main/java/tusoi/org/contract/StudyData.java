package tusoi.org.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of every study event: schema study.v1. */
public record StudyData(
        UUID sessionId,
        UUID unitId,
        List<UUID> calledUnitIds,
        @Nullable String topic,
        @Nullable LocalDate noticedOn,
        LocalDate heldOn,
        String state,
        List<Attendance> attendance,
        List<PublishedList> lists) {
    public record Attendance(UUID memberId, UUID unitId, String status) {}

    public record PublishedList(UUID listId, LocalDate publishedOn, String sha256) {}
}
