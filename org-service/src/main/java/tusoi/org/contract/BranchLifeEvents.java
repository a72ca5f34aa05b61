package tusoi.org.contract;

import org.springframework.stereotype.Component;
import tusoi.platform.outbox.Outbox;
import tusoi.platform.outbox.OutgoingEvent;

/** Announces what happens in branches: ids, codes and days, never what somebody wrote. */
@Component
public class BranchLifeEvents {
    private final Outbox outbox;

    BranchLifeEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void meeting(String type, long version, MeetingData data) {
        outbox.publish(new OutgoingEvent(type, data.meetingId().toString(), data.meetingId(), version, data));
    }

    public void ground(String type, long version, GroundData data) {
        outbox.publish(new OutgoingEvent(type, data.memberId().toString(), data.groundId(), version, data));
    }

    public void study(String type, long version, StudyData data) {
        outbox.publish(new OutgoingEvent(type, data.sessionId().toString(), data.sessionId(), version, data));
    }

    public void attendanceItem(String type, long version, AttendanceItemData data) {
        outbox.publish(new OutgoingEvent(type, data.itemId().toString(), data.itemId(), version, data));
    }

    public void workingRules(String type, long version, WorkingRulesData data) {
        outbox.publish(new OutgoingEvent(type, data.workingRulesId().toString(), data.workingRulesId(), version, data));
    }
}
