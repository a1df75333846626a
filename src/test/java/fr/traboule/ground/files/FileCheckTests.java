package fr.traboule.ground.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileCheckTests {

    private final FileCheck check = new FileCheck();

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg"})
    void aPictureIsKnownByItsContentWhateverItsName(String format, String mediaType) throws IOException {
        assertThat(check.check("facture.pdf", picture(format)))
                .isInstanceOfSatisfying(
                        FileCheck.Accepted.class,
                        accepted -> assertThat(accepted.mediaType()).isEqualTo(mediaType));
    }

    @Test
    void aPdfIsAccepted() {
        assertThat(check.check("a.pdf", "%PDF-1.7\n1 0 obj".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        FileCheck.Accepted.class,
                        accepted -> assertThat(accepted.mediaType()).isEqualTo("application/pdf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "#!/bin/sh\nrm -rf /",
                "MZ\u0090\u0000\u0003",
                "PK\u0003\u0004\u0014\u0000",
                "{\\rtf1\\ansi}"
            })
    void whatIsNeitherPictureNorPdfNorTextIsRefusedEvenUnderAGoodName(String content) {
        assertThat(check.check("photo.jpg", content.getBytes(UTF_8))).isInstanceOf(FileCheck.WrongType.class);
    }

    @Test
    void anEmptyFileAndATooLargeOneAreToldApart() {
        assertThat(check.check("a.txt", new byte[0])).isInstanceOf(FileCheck.Empty.class);
        assertThat(check.check("a.txt", new byte[FileCheck.LARGEST + 1])).isInstanceOf(FileCheck.TooLarge.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C:\\Users\\moi\\photo.jpg|photo.jpg",
                "../../etc/passwd|passwd",
                "a\u202egpj.exe|agpj.exe",
                "a\"b<c>.txt|abc.txt",
                "///|fichier"
            })
    void namesAreHarmless(String given, String kept) {
        assertThat(check.check(given, "bonjour".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        FileCheck.Accepted.class,
                        accepted -> assertThat(accepted.name()).isEqualTo(kept));
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
