package fr.traboule.start;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.WholeProgramTest;
import java.util.List;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who tries the demonstration finds on paper. */
@WholeProgramTest
class DemonstrationPaperTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void lettersToQualifyTwoOfThemTroubledTwoDraftsAndSheets() {
        assertThat(count("paper.letter l join ground.account a on a.id = l.brought_by where a.name like '%(ficti%'"))
                .isEqualTo(6);
        assertThat(
                        count(
                                "paper.letter where name in ('courrier-0415.pdf', 'courrier-0416.odt') and condition <> 'readable'"))
                .isEqualTo(2);
        assertThat(count("reception.draft d join ground.account a on a.id = d.holder where a.name like '%(ficti%'"))
                .isEqualTo(2);
        assertThat(count("paper.sheet s join ground.account a on a.id = s.printed_by where a.name like '%(ficti%'"))
                .isEqualTo(6);
    }

    @Test
    void theLettersArePdf() {
        assertThat(new Tika().detect(PlainPdf.of(List.of("Bonjour (à tous)")))).isEqualTo("application/pdf");
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
