package fr.traboule.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.microsoft.playwright.Page;
import fr.traboule.ground.antivirus.TestClamd;
import fr.traboule.web.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** A letter as scanners leave it, in each kind of file that they write. */
final class ScannedLetter implements AutoCloseable {

    private static final String LETTER = """
            <!doctype html><meta charset="utf-8"><title>Lettre</title>
            <p>Lyon, le mois dernier</p><h1>Madame, Monsieur,</h1><p>Le lampadaire de ma rue est éteint.</p>
            """;
    private static final int BEGINNING = 40;

    private final Person writer;
    private final Path folder;

    ScannedLetter(RunningCity city, Path folder) throws IOException {
        this.folder = folder;
        writer = city.person(Language.FR);
        writer.page()
                .navigate(Files.writeString(folder.resolve("letter.html"), LETTER)
                        .toUri()
                        .toString());
    }

    Path pdf(String name) {
        var file = folder.resolve(name);
        writer.page().pdf(new Page.PdfOptions().setPath(file));
        return file;
    }

    Path png(String name) {
        var file = folder.resolve(name);
        writer.page().screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    /** Of two pages. */
    Path tiff(String name) throws IOException {
        var seen = ImageIO.read(png("seen.png").toFile());
        var sheet = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        sheet.createGraphics().drawImage(seen, 0, 0, null);
        var file = folder.resolve(name);
        Files.deleteIfExists(file);
        var pages = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(file.toFile())) {
            pages.setOutput(stream);
            pages.prepareWriteSequence(null);
            pages.writeToSequence(new IIOImage(sheet, null, null), null);
            pages.writeToSequence(new IIOImage(sheet, null, null), null);
            pages.endWriteSequence();
        }
        pages.dispose();
        return file;
    }

    /** The scanner was switched off in the middle. */
    Path broken(String name) throws IOException {
        return Files.write(folder.resolve(name), Arrays.copyOf(Files.readAllBytes(tiff("whole.tif")), BEGINNING));
    }

    /** Every antivirus takes it for a virus. */
    Path dangerous(String name) throws IOException {
        var content = new String(Files.readAllBytes(pdf("clean.pdf")), ISO_8859_1) + TestClamd.EICAR;
        return Files.writeString(folder.resolve(name), content, ISO_8859_1);
    }

    @Override
    public void close() {
        writer.close();
    }
}
