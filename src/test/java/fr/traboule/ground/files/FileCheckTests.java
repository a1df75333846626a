package fr.traboule.ground.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
        assertThat(check.check("a.pdf", "%%PDF-1.7\n1 0 obj".getBytes(UTF_8)))
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

    @ParameterizedTest
    @ValueSource(strings = {"heic", "heix", "mif1", "msf1", "avif"})
    void aPhotoThatATelephoneKeepsForItselfIsToldApart(String brand) {
        var content = ("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1" + brand).getBytes(ISO_8859_1);

        assertThat(check.check("IMG_0001.HEIC", content)).isInstanceOf(FileCheck.PhonePhoto.class);
    }

    @Test
    void anArchiveThatUnfoldsIntoGigabytesDoesNotComeInAndIsNotUnfolded() throws IOException {
        var bomb = zip(Map.of("a", folded(200), "b", folded(200)));
        var bombs = Map.of(
                "bombe.zip", bomb,
                "bombe de bombes.zip", zip(Map.of("1.zip", bomb, "2.zip", bomb)),
                "lettre.docx",
                        zip(Map.of(
                                "[Content_Types].xml", "<Types/>".getBytes(UTF_8), "word/document.xml", folded(200))),
                "tableau.xlsx",
                        zip(Map.of("[Content_Types].xml", "<Types/>".getBytes(UTF_8), "xl/workbook.xml", folded(200))),
                "lettre.odt", zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text".getBytes(UTF_8))),
                "bombe.gz", gzip(folded(50)));

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(bombs)
                        .allSatisfy((name, content) ->
                                assertThat(check.check(name, content)).isInstanceOf(FileCheck.WrongType.class)));
    }

    @Test
    void aPdfThatUnfoldsIntoGigabytesIsKeptAsItIsAndNotUnfolded() throws IOException {
        var stream = folded(200);
        var bomb = concat(
                "%%PDF-1.7\n1 0 obj <</Length %d /Filter /FlateDecode>> stream\n"
                        .formatted(stream.length)
                        .getBytes(US_ASCII),
                stream,
                "\nendstream endobj\n%%EOF".getBytes(US_ASCII));

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(check.check("bombe.pdf", bomb))
                        .isInstanceOfSatisfying(
                                FileCheck.Accepted.class,
                                accepted -> assertThat(accepted.content()).isEqualTo(bomb)));
    }

    @Test
    void wordsFoldedIntoAPictureFallOffWithoutBeingUnfolded() throws IOException {
        var png = picture("png");
        var folded = folded(200);
        var bomb = ByteBuffer.allocate(png.length + folded.length + 12)
                .put(png, 0, 33)
                .putInt(folded.length)
                .put("zTXt".getBytes(US_ASCII))
                .put(folded)
                .putInt(0)
                .put(png, 33, png.length - 33)
                .array();

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(check.check("photo.png", bomb))
                        .isInstanceOfSatisfying(
                                FileCheck.Accepted.class,
                                accepted -> assertThat(accepted.content()).isEqualTo(png)));
    }

    /** So many megabytes of nothing, which is a thousandth of that once folded. */
    private static byte[] folded(int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var folding = new DeflaterOutputStream(bytes)) {
            var nothing = new byte[1024 * 1024];
            for (var each = 0; each < megabytes; each++) {
                folding.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
