package tusoi.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportLinesTest {
    @Test
    void aReportIsToldWithItsColumnsRowsAndChecks() {
        var report = JsonMapper.shared().readTree("""
                {"title": {"vi": "Kết quả xếp loại"}, "unit": {"code": "D", "name": "Huyện"}, "from": "2022-01-01", "to": "2022-12-31",
                 "asOf": "2022-12-31", "knownAt": "2023-01-01T00:00:00Z",
                 "columns": [{"title": {"vi": "Đảng viên"}, "partTitle": null, "show": "count"},
                             {"title": {"vi": "Xếp loại"}, "partTitle": {"vi": "Tốt"}, "show": "percent"}],
                 "rows": [{"kind": "part", "key": "D.W", "label": "Phường", "cells": [{"value": 7}, {"value": 0.5}]},
                          {"kind": "total", "key": null, "label": null, "cells": [{"value": 9}, {"value": null, "absent": "no-cycle"}]}],
                 "checks": [{"title": {"vi": "Cân đối"}, "holds": true, "differences": []},
                            {"title": {"vi": "Không dòng"}, "holds": false, "differences": []},
                            {"title": {"vi": "Lệch"}, "holds": false, "differences": [{"row": "D.W"}]}]}
                """);
        assertThat(ReportLines.of(report).lines())
                .containsExactly(
                        "Kết quả xếp loại   D Huyện   2022-01-01 … 2022-12-31   tree of 2022-12-31   known at 2023-01-01T00:00:00Z",
                        "  (1) Đảng viên",
                        "  (2) Xếp loại: Tốt [percent]",
                        " ".repeat(36) + "       (1)       (2)",
                        "D.W Phường" + " ".repeat(26) + "         7   50.00 %",
                        "total" + " ".repeat(31) + "         9         –",
                        "Cân đối: holds",
                        "Không dòng: no row to check",
                        "Lệch: DOES NOT HOLD [{\"row\":\"D.W\"}]");
    }
}
