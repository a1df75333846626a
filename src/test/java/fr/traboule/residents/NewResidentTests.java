package fr.traboule.residents;

import static fr.traboule.residents.ResidentFixture.email;
import static fr.traboule.residents.ResidentFixture.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.traboule.web.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewResidentTests {

    @Test
    void aRecordIsOfSomebodyWhoCanBeFoundAgain() {
        assertThatIllegalArgumentException().isThrownBy(ResidentFixture::wishing);
    }

    @Test
    void aLawThatNeedsARecordIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grounds(Basis.LAW, Optional.empty()));
    }

    @Test
    void nobodyIsAnsweredInAWayThatNeedsWhatIsNotKnown() {
        assertThatIllegalArgumentException().isThrownBy(() -> answered(AnswerWay.PHONE));
        assertThatIllegalArgumentException().isThrownBy(() -> answered(AnswerWay.LETTER));
        assertThat(answered(AnswerWay.EMAIL).way()).isEqualTo(AnswerWay.EMAIL);
    }

    @Test
    void theFirstOfEachKindIsItsMainOne() {
        var kept = ResidentFixture.wishing(name("Un"), name("Deux"), email("a@b.fr"));

        assertThat(kept.details()).extracting(Detail::main).containsExactly(true, false, true);
    }

    @Test
    void aNameIsNotShared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Detail.of(DetailKind.NAME, "Jeanne", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sans-arobase", "a@b", "a b@c.fr", "a@b.fr, c@d.fr", "a@b.fr\0", "<a@b.fr>"})
    void whatIsNoEmailAddressIsRefused(String typed) {
        assertThat(DetailKind.EMAIL.accepts(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "zéro six", "06 12 34 56 78 poste 4", "06'; drop table residents.detail; --"})
    void whatIsNoTelephoneNumberIsRefused(String typed) {
        assertThat(DetailKind.PHONE.accepts(typed)).isFalse();
    }

    @Test
    void aNameMayBeWrittenInAnyScriptAndNotWithoutEnd() {
        assertThat(DetailKind.NAME.accepts("نور حداد")).isTrue();
        assertThat(DetailKind.NAME.accepts("O’Brien-Müller d’Éze")).isTrue();
        assertThat(DetailKind.NAME.accepts("x".repeat(201))).isFalse();
        assertThat(DetailKind.ADDRESS.accepts("x".repeat(501))).isFalse();
    }

    private static NewResident answered(AnswerWay way) {
        return new NewResident(
                ResidentId.next(),
                Grounds.WISH,
                List.of(email("a@b.fr")),
                way,
                Language.FR,
                Needs.NONE,
                Optional.empty());
    }
}
