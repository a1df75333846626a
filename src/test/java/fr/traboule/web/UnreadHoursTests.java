package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.calendar.WrittenHours.NotUnderstood;
import fr.traboule.calendar.WrittenHours.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnreadHoursTests {

    private final UnreadHours french = new UnreadHours(Kit.wording(Language.FR));
    private final UnreadHours english = new UnreadHours(Kit.wording(Language.EN));

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsSentence(Reason reason) {
        assertThat(french.sentence(new NotUnderstood("", reason))).endsWith(".");
        assertThat(english.sentence(new NotUnderstood("", reason))).endsWith(".");
    }

    @Test
    void thePartIsQuoted() {
        assertThat(french.sentence(new NotUnderstood("25h", Reason.NO_SUCH_TIME)))
                .isEqualTo("«\u00a025h\u00a0»\u00a0: Cette heure n’existe pas.");
    }
}
