package fr.traboule.start;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** A page of typewritten lines as the smallest PDF there is (ISO 32000-1, annex H): the demonstration's letters. */
final class PlainPdf {

    private static final Charset LATIN = Charset.forName("windows-1252");

    private PlainPdf() {}

    static byte[] of(List<String> lines) {
        var words = new StringBuilder("BT /F1 12 Tf 60 760 Td 18 TL\n");
        lines.forEach(line -> words.append('(').append(escaped(line)).append(") '\n"));
        words.append("ET");
        var content = words.toString();
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length %d >>\nstream\n%s\nendstream".formatted(content.length(), content),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        return written(objects).getBytes(LATIN);
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private static String written(List<String> objects) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var starts = new ArrayList<Integer>();
        for (var object : objects) {
            starts.add(pdf.length());
            pdf.append("%d 0 obj\n%s\nendobj\n".formatted(starts.size(), object));
        }
        var table = pdf.length();
        pdf.append("xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        starts.forEach(start -> pdf.append("%010d 00000 n \n".formatted(start)));
        return pdf.append("trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.size() + 1, table))
                .toString();
    }
}
