package fr.traboule.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33 6 12 34 56 78",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "=cmd|' /C calc'!A0\nb"
            })
    void noCellIsAFormula(String cell) {
        assertThat(Spreadsheet.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 rue de la République", "1 = 1", "été"})
    void allOtherCellsStayAsTheyAre(String cell) {
        assertThat(Spreadsheet.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void theFirstPartHasTheMarkAndTheHead() {
        var first = Spreadsheet.csv(Optional.of(List.of("Rue", "Ville")), Stream.of(List.of("a,b", "Lyon")));
        var next = Spreadsheet.csv(Optional.empty(), Stream.of(List.of("c\"d", "Lyon")));

        assertThat(new String(first, UTF_8) + new String(next, UTF_8))
                .isEqualTo("\ufeffRue,Ville\r\n\"a,b\",Lyon\r\n\"c\"\"d\",Lyon\r\n");
    }
}
