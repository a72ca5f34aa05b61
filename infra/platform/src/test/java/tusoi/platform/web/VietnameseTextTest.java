package tusoi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VietnameseTextTest {
    @Test
    void composedAndDecomposedAreOneSpelling() {
        assertThat(VietnameseText.normalise("Nguye\u0302\u0303n")).isEqualTo("Nguyễn");
    }

    @Test
    void icelandicEthBecomesTheVietnameseLetter() {
        assertThat(VietnameseText.normalise("\u00D0ảng ủy ")).isEqualTo("\u0110ảng ủy");
    }

    @Test
    void foldedTextHasNeitherMarksNorStrokes() {
        assertThat(VietnameseText.fold("Đảng bộ phường Trà An, Lê Bình ƯỚC đỗ"))
                .isEqualTo("dang bo phuong tra an, le binh uoc do");
    }
}
