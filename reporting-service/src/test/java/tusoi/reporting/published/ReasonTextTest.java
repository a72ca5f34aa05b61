package tusoi.reporting.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tusoi.platform.problems.ProblemException;

class ReasonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sót đồng chí có CCCD 092085001234",
                "092 085 001 234",
                "012.345.678.901",
                "số cũ 012.345.678",
                "091.234.5678",
                "0912 - 345 - 678",
                "CMND 362123456",
                "gọi 0912 345 678",
                "+84-912-345-678",
                "thẻ đảng 12345678",
                "từ 2022-11-30 gọi 0912345678"
            })
    void whatLooksLikeAPersonsNumberIsRefused(String reason) {
        assertThatThrownBy(() -> ReasonText.checked(reason)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("reason-tells-of-a-person");
            assertThat(refused.getMessage()).doesNotContain("0912", "12345678");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kết nạp ghi nhận muộn",
                "Ghi nhận ngày 30/11/2022 theo QĐ 1234-QĐ/TU ngày 1.7.2025",
                "từ 2022-01-01 đến 2022-12-31",
                "nhiệm kỳ 2020-2025, các năm 2020 2021 2022",
                "7.170.000.000 đồng, 5.432 đảng viên",
                "thay báo cáo 01900000-0000-7000-8000-000000000501",
                "biết đến 2023-01-01T10:15:30.123456Z"
            })
    void daysYearsAmountsAndReportsArePassed(String reason) {
        assertThat(ReasonText.checked("  " + reason + " ")).isEqualTo(reason);
    }
}
