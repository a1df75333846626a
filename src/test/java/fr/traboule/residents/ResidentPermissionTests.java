package fr.traboule.residents;

import static fr.traboule.residents.ResidentFixture.name;
import static fr.traboule.residents.ResidentFixture.wishing;
import static fr.traboule.residents.ResidentFixture.word;
import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.Language;
import fr.traboule.web.Wordings;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what with the record of a person. */
@WholeProgramTest
class ResidentPermissionTests {

    @Autowired
    KeepResident keepResident;

    @Autowired
    ReadResidents readResidents;

    @Autowired
    CorrectResident correct;

    @Autowired
    MergeResidents merge;

    @Autowired
    EraseResident erase;

    @Autowired
    ExportResident export;

    @Autowired
    Wordings wordings;

    @Autowired
    StaffFixture staff;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECEPTION_AGENT         | done    | done    | done    | refused | refused
            CASE_OFFICER            | done    | done    | done    | refused | refused
            UNIT_HEAD               | done    | done    | done    | done    | refused
            DATA_PROTECTION_OFFICER | done    | refused | refused | done    | done
            ADMINISTRATOR           | refused | refused | refused | refused | refused
            """)
    void mayDo(Role role, String read, String keep, String merged, String erased, String exported) {
        var agent = staff.agent(role);
        var other = kept();
        var id = kept();

        assertThat(told(() -> readResidents.seenBy(agent, id).isPresent())).isEqualTo(read);
        assertThat(told(() -> !readResidents.find(agent, "quelqu’un").isEmpty()))
                .isEqualTo(read);
        assertThat(told(() -> !readResidents.page(agent, Optional.empty(), 1).isEmpty()))
                .isEqualTo(read);
        assertThat(told(() -> keepResident.keep(agent, wishing(name(word()))) != null))
                .isEqualTo(keep);
        assertThat(told(() -> correct.add(agent, new Seen(id, 0), name(word())) == Outcome.DONE))
                .isEqualTo(keep);
        assertThat(told(() ->
                        merge.merge(agent, seen(id), seen(other), Set.of(LikenessReason.SAME_NAME)) == Outcome.DONE))
                .isEqualTo(merged);
        assertThat(told(() ->
                        !export.export(agent, id, wordings.in(Language.FR)).isEmpty()))
                .isEqualTo(exported);
        assertThat(told(() -> erase.erase(agent, seen(id)) == Outcome.DONE)).isEqualTo(erased);
    }

    private Seen seen(ResidentId id) {
        return new Seen(id, readResidents.sheet(head(), id).resident().version());
    }

    private Actor.Agent head() {
        return staff.agent(Role.UNIT_HEAD);
    }

    private ResidentId kept() {
        return keepResident.keep(head(), wishing(name("Quelqu’un " + word())));
    }

    private static String told(Supplier<Boolean> act) {
        try {
            return act.get() ? "done" : "nothing";
        } catch (AccessDeniedException refused) {
            return "refused";
        }
    }
}
