package tusoi.org.meetings.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tusoi.org.roster.AtHome;

/**
 * What the register knows about a meeting's day.
 *
 * @param openTasks set by former meetings and not done
 * @param answeredOn this meeting's tasks that other meetings answered, with the first day on which one did
 * @param unitsAbove the branch and what it stands under
 */
public record Known(
        LocalDate today,
        boolean branchLives,
        List<AtHome> atHome,
        Set<UUID> openTasks,
        Map<UUID, LocalDate> answeredOn,
        Set<UUID> unitsAbove) {}
