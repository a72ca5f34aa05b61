package tusoi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tusoi.journey.api.Answer;
import tusoi.journey.api.Api;
import tusoi.launcher.installation.Layout;

/** Quận Bình Thủy publishes how far its review of 2022 has come; the file is checked without any service, and read as a workbook. */
final class PublishingJourney {
    private static final String PUBLISHER = "bt.tochuc";
    private static final String PUBLISHED = "/api/reporting/v1/published-reports";
    private static final String OF_DISTRICT = "unit=BT&from=2022-01-01&to=2022-11-30&cycle=2022";

    private final Layout layout;
    private final Api api;

    PublishingJourney(Layout layout, Api api) {
        this.layout = layout;
        this.api = api;
    }

    void theDistrictPublishesItsProgress() throws IOException {
        JsonNode published = api.post(
                        PUBLISHER,
                        PUBLISHED,
                        Map.of(
                                "report", "review-progress",
                                "unit", "BT",
                                "from", "2022-01-01",
                                "to", "2022-11-30",
                                "cycle", "2022"),
                        "journey/published")
                .body();
        String path = PUBLISHED + "/" + published.path("id").asString();
        byte[] file = api.get(PUBLISHER, path + "/file").bytes();
        Path kept = layout.home().resolve("published.json");
        Files.write(kept, file);
        Terminal.Ended genuine = verify(kept);
        assertThat(genuine.code()).as(genuine.text()).isZero();

        JsonNode document = JsonMapper.shared().readTree(file).path("document");
        String completed = Long.toString(completed());
        assertThat(document.toString()).contains("review.units-completed").contains(completed);
        aChangedByteIsFound(file);
        exported(path + "/export?format=xlsx", published.path("sha256").asString(), completed);
        exported("/api/reporting/v1/reports/review-progress/export?format=xlsx&" + OF_DISTRICT, "", completed);
    }

    private void aChangedByteIsFound(byte[] file) throws IOException {
        byte[] changed = file.clone();
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf("\"value\" : ") + "\"value\" : ".length();
        assertThat(Character.isDigit(changed[at])).as("a figure of the file").isTrue();
        changed[at] = (byte) (changed[at] == '9' ? '8' : changed[at] + 1);
        Path forged = layout.home().resolve("published-changed.json");
        Files.write(forged, changed);
        Terminal.Ended refused = verify(forged);
        assertThat(refused.code()).as(refused.text()).isEqualTo(1);
    }

    private long completed() {
        Answer answer =
                api.get(PUBLISHER, "/api/reporting/v1/figures?indicators=review.units-completed&" + OF_DISTRICT);
        return answer.body().at("/figures/0/numerator").asLong();
    }

    /** A workbook whose cells are numbers; with the hash by which it can be checked, where it is of a published report. */
    private void exported(String path, String sha256, String number) throws IOException {
        byte[] workbook = api.get(PUBLISHER, path).bytes();
        Map<String, String> parts = new HashMap<>();
        Path kept = layout.home().resolve("exported.xlsx");
        Files.write(kept, workbook);
        try (var zip = new ZipFile(kept.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts).containsKeys("xl/workbook.xml", "xl/worksheets/sheet1.xml");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>" + number + "</v>");
        assertThat(String.join("", parts.values())).contains(sha256);
        System.out.println("GET " + path + ": a workbook of " + workbook.length + " bytes");
    }

    private Terminal.Ended verify(Path file) {
        return new Terminal(layout).run("verify", file.toString());
    }
}
