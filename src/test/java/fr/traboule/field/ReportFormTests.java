package fr.traboule.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.requests.RequestId;
import fr.traboule.web.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.multipart.MultipartFile;

/** What of a report can be taken. */
class ReportFormTests {

    @Test
    void aSubjectOrAWordIsEnough() {
        assertThat(wrong(form("Lampadaire", null, 0L))).isEmpty();
        assertThat(wrong(form(null, "Un trou", 0L))).isEmpty();
        assertThat(wrong(form(" ", null, 0L))).containsExactly("description");
    }

    @ParameterizedTest
    @CsvSource({
        "0,''",
        "-200,''",
        "2591999,''",
        "-301,ago",
        "2592001,ago",
        "9223372036854775807,ago",
        "-9223372036854775808,ago"
    })
    void itWasSeenWithinThirtyDaysAndNotInTheFuture(long ago, String field) {
        assertThat(wrong(form(null, "Un trou", ago))).isEqualTo(field.isEmpty() ? List.of() : List.of(field));
    }

    @Test
    void whatWasNeverSeenIsNoReport() {
        assertThatIllegalArgumentException().isThrownBy(() -> report(Duration.ofDays(31)));
        assertThatIllegalArgumentException().isThrownBy(() -> report(Duration.ofHours(-1)));
        assertThat(report(Duration.ofMinutes(4)).isLate()).isFalse();
        assertThat(report(Duration.ofMinutes(6)).isLate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {91, -91, Double.NaN, Double.POSITIVE_INFINITY})
    void aPositionIsOnEarth(double latitude) {
        assertThat(wrong(at(latitude, 4.85))).containsExactly("place");
        assertThat(wrong(at(45.75, 4.85))).isEmpty();
    }

    @Test
    void sixPhotosAreTooMany() {
        var five = photos(5);
        var six = photos(6);

        assertThat(wrong(new ReportForm(
                        UUID.randomUUID(),
                        null,
                        null,
                        null,
                        "x",
                        five,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)))
                .isEmpty();
        assertThat(wrong(new ReportForm(
                        UUID.randomUUID(), null, null, null, "x", six, null, null, null, null, null, null, null, null)))
                .containsExactly("files");
    }

    private static List<MultipartFile> photos(int count) {
        return IntStream.range(0, count)
                .<MultipartFile>mapToObj(each -> new MockMultipartFile("files", each + ".jpg", null, new byte[] {1}))
                .toList();
    }

    private static Report report(Duration ago) {
        return new Report(RequestId.next(), Optional.empty(), "Un trou", Optional.empty(), Language.FR, ago);
    }

    private static ReportForm form(@Nullable String subject, @Nullable String description, Long ago) {
        return new ReportForm(
                UUID.randomUUID(),
                null,
                subject,
                null,
                description,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ago);
    }

    private static ReportForm at(double latitude, double longitude) {
        return new ReportForm(
                UUID.randomUUID(),
                null,
                null,
                null,
                "Un trou",
                null,
                null,
                null,
                null,
                null,
                latitude,
                longitude,
                12.0,
                null);
    }

    private static List<String> wrong(ReportForm form) {
        var errors = new BeanPropertyBindingResult(form, "form");
        form.check(errors);
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }
}
