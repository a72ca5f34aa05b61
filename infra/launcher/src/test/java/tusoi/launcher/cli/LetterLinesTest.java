package tusoi.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LetterLinesTest {
    @Test
    void aLetterIsALineAndItsHistoryOneEach() {
        var detail = JsonMapper.shared().readTree("""
                {"letter": {"id": "5d0c", "topic": "org.events", "partition": 3, "offset": 7, "type": "org.unit-ended.v1",
                            "recordedAt": null, "state": "OPEN", "asked": "REPLAY_ASKED", "cause": "NOT_APPLIED", "tries": 2},
                 "headers": {"ce_type": "org.unit-ended.v1"}, "payload": "{}", "reason": "Not applied: x", "heldThrough": null,
                 "history": [{"number": 1, "at": "2026-01-01T00:00:00Z", "action": "CAME", "told": "Not applied: x"},
                             {"number": 2, "at": "2026-01-02T00:00:00Z", "action": "REPLAY_ASKED", "account": "a1", "told": "Đã sửa"}]}
                """);

        assertThat(LetterLines.whole("review", detail))
                .contains(
                        "5d0c  OPEN, REPLAY_ASKED  NOT_APPLIED  org.events-3@7  org.unit-ended.v1  no time, tried 2 times",
                        "holds    nothing",
                        "2  2026-01-02T00:00:00Z  REPLAY_ASKED by a1: Đã sửa");

        var closed = (ObjectNode) detail.deepCopy();
        ((ObjectNode) closed.path("letter")).put("state", "MENDED");
        closed.put("heldThrough", "2026-01-01T00:00:00Z");
        assertThat(LetterLines.whole("review", closed))
                .contains("held     2026-01-01")
                .doesNotContain("holds");
    }
}
