package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTests {

    private static final int QUIET = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org", "https://lyon.example/suivi/K7M-4PX-3TN#A2B3-C4D5", "Où est-ce ? مرحبا"})
    void aReaderFindsWhatWasDrawn(String content) throws ReaderException {
        assertThat(new Decoder().decode(modules(QrCode.of(content))).getText()).isEqualTo(content);
    }

    @Test
    void nothingIsDrawnInTheQuietZone() {
        var code = QrCode.of("https://example.org");

        assertThat(MODULE.matcher(code.path()).results().flatMap(module -> Stream.of(module.group(1), module.group(2))))
                .extracting(Integer::valueOf)
                .allMatch(at -> at >= QUIET && at < code.size() - QUIET);
    }

    @Test
    void theCodeIsReadableWhenASeventhOfItIsLost() throws ReaderException {
        assertThat(new Decoder()
                        .decode(modules(QrCode.of("https://example.org")))
                        .getECLevel())
                .isEqualTo("M");
    }

    @Test
    void whatIsTooLongForAnyCodeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.of("x".repeat(3000)));
    }

    @Test
    void thePictureHasANameForThoseWhoDoNotSeeIt() {
        var svg = Jsoup.parseBodyFragment(
                        Kit.render("qrCode", Map.of("code", QrCode.of("https://example.org"), "label", "Code QR")))
                .expectFirst("svg");

        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.attr("aria-label")).isEqualTo("Code QR");
    }

    /** As drawn, without the quiet zone. */
    private static BitMatrix modules(QrCode code) {
        var modules = new BitMatrix(code.size() - 2 * QUIET);
        MODULE.matcher(code.path())
                .results()
                .forEach(module -> modules.set(
                        Integer.parseInt(module.group(1)) - QUIET, Integer.parseInt(module.group(2)) - QUIET));
        return modules;
    }
}
