package fr.traboule.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.FileStore;
import fr.traboule.ground.files.PictureFixture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What scanners write as TIFF is shown as a PDF with all its pages, and kept as it came. */
@WholeProgramTest
class ScannedTiffTests {

    private static final String UNIT = "mairie-3-accueil";

    @Autowired
    StaffFixture staff;

    @Autowired
    PaperFixture paper;

    @Autowired
    ReadLetters readLetters;

    @Autowired
    FileStore requestsFiles;

    @Autowired
    FileStore paperFiles;

    @Autowired
    Clock clock;

    private Actor.Agent agent;

    @BeforeEach
    void anAgent() {
        agent = staff.agent(Role.RECEPTION_AGENT, UNIT);
    }

    @Test
    void itsPagesArePagesOfAPdfAndTheTiffStaysAsItCame() throws IOException {
        var tiff = tiff(3, BufferedImage.TYPE_BYTE_BINARY);

        var letter = letter("courrier.tif", tiff);

        assertThat(readLetters.find(agent, letter).orElseThrow().condition()).isEqualTo(LetterCondition.READABLE);
        var shown = (FileStore.Content) readLetters.file(agent, letter).orElseThrow();
        assertThat(shown.file().mediaType()).isEqualTo("application/pdf");
        assertThat(shown.file().name()).isEqualTo("courrier.tif.pdf");
        assertThat(new String(shown.bytes(), ISO_8859_1)).contains("/Count 3");
        assertThat(requestsFiles.of(letter.value()))
                .as("which its request will have")
                .hasSize(1);
        var kept = paperFiles.of(letter.value()).getFirst();
        assertThat(((FileStore.Content)
                                paperFiles.read(kept.id(), letter.value()).orElseThrow())
                        .bytes())
                .isEqualTo(tiff);
    }

    @Test
    void whatIsOnThePageIsOnThePageOfThePdf() throws IOException {
        var pdf = ScannedTiff.pdf(tiff(1, BufferedImage.TYPE_INT_RGB)).orElseThrow();
        var text = new String(pdf, ISO_8859_1);
        var start = text.indexOf("stream\n", text.indexOf("/DCTDecode")) + "stream\n".length();

        var page = ImageIO.read(new ByteArrayInputStream(pdf, start, pdf.length - start));

        assertThat(new Color(page.getRGB(20, 20)).getBlue()).isLessThan(60);
        assertThat(new Color(page.getRGB(150, 200)).getBlue()).isGreaterThan(230);
        for (var object = 1; object <= 5; object++) {
            var table = text.indexOf("xref\n") + "xref\n0 6\n".length() + 20 * object;
            assertThat(text.substring(Integer.parseInt(text.substring(table, table + 10))))
                    .startsWith(object + " 0 obj");
        }
        assertThat(text.substring(text.indexOf("startxref\n") + 10)).startsWith(text.indexOf("xref\n") + "\n");
    }

    @Test
    void brokenItWaitsWithItsReasonAndNothingIsLost() throws IOException {
        var tiff = tiff(1, BufferedImage.TYPE_BYTE_BINARY);
        var broken = Arrays.copyOf(tiff, 40);

        var letter = letter("casse.tif", broken);

        assertThat(readLetters.find(agent, letter).orElseThrow().condition()).isEqualTo(LetterCondition.UNREADABLE);
        assertThat(paperFiles.of(letter.value())).hasSize(1);
    }

    @Test
    void whatUnfoldsIntoFarTooMuchIsLeftAsItIs() throws IOException {
        assertThat(ScannedTiff.pdf(tiff(61, BufferedImage.TYPE_BYTE_BINARY))).isEmpty();
        var tiff = tiff(1, BufferedImage.TYPE_BYTE_BINARY);
        var wide = ByteBuffer.wrap(tiff);
        wide.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = wide.getInt(4);
        for (var entry = 0; entry < wide.getShort(directory); entry++) {
            var at = directory + 2 + 12 * entry;
            if (wide.getShort(at) == 256 || wide.getShort(at) == 257) {
                wide.putShort(at + 2, (short) 4).putInt(at + 8, 100_000);
            }
        }
        assertThat(ScannedTiff.pdf(tiff)).isEmpty();
    }

    @Test
    void whateverIsChangedInItNothingFails() throws IOException {
        var tiff = tiff(2, BufferedImage.TYPE_BYTE_BINARY);
        var random = new Random(20261123);

        for (var attempt = 0; attempt < 200; attempt++) {
            var changed = tiff.clone();
            for (var change = 0; change < 4; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(ScannedTiff.pdf(changed)).isNotNull();
        }
        assertThat(ScannedTiff.isTiff(PictureFixture.png(10, 10))).isFalse();
        assertThat(ScannedTiff.isTiff(new byte[2])).isFalse();
    }

    private LetterId letter(String name, byte[] content) {
        return paper.letter(agent, UNIT, CityTime.day(clock.instant()), name, content);
    }

    private static byte[] tiff(int pages, int type) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (var page = 0; page < pages; page++) {
                var sheet = new BufferedImage(210, 297, type);
                var pen = sheet.createGraphics();
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, 210, 297);
                pen.setColor(Color.BLACK);
                pen.fillRect(10, 10, 60, 30);
                pen.dispose();
                writer.writeToSequence(new IIOImage(sheet, null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
