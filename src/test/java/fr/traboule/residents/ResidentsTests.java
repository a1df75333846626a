package fr.traboule.residents;

import static fr.traboule.residents.ResidentFixture.address;
import static fr.traboule.residents.ResidentFixture.email;
import static fr.traboule.residents.ResidentFixture.name;
import static fr.traboule.residents.ResidentFixture.number;
import static fr.traboule.residents.ResidentFixture.phone;
import static fr.traboule.residents.ResidentFixture.shared;
import static fr.traboule.residents.ResidentFixture.wishing;
import static fr.traboule.residents.ResidentFixture.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.traboule.StaffFixture;
import fr.traboule.WholeProgramTest;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.residents.ResidentLedger.Outcome;
import fr.traboule.residents.ResidentLedger.Seen;
import fr.traboule.web.Language;
import fr.traboule.web.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of people on a real database: found however they are written, corrected with the reason, erased whole. */
@WholeProgramTest
class ResidentsTests {

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
    StaffFixture staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Agent agent;
    private Actor.Agent head;

    @BeforeEach
    void anAgentAtTheCounter() {
        agent = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
        head = staff.agent(Role.UNIT_HEAD, "mairie-3-accueil");
    }

    @Test
    void theSameFormSentTwiceIsOneRecord() {
        var wanted = wishing(name("Jeanne " + word()));

        keep(wanted);
        keep(wanted);

        assertThat(sheet(wanted.id()).details()).hasSize(1);
        assertThat(sheet(wanted.id()).story()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"01 23 45 67 89,+33 1 23 45 67 89", "01.23.45.67.89,0033123456789", "0123456789,01-23-45-67-89"})
    void aTelephoneNumberIsFoundHoweverItIsWritten(String kept, String typed) {
        var id = keep(wishing(phone(kept), name(word())));

        assertThat(found(typed)).contains(id);
    }

    @Test
    void anEmailAddressIsFoundInCapitals() {
        var id = keep(wishing(email(word() + "@demo.example")));
        var typed = sheet(id).details().getFirst().value().toUpperCase(Locale.ROOT);

        assertThat(found(" " + typed)).containsExactly(id);
    }

    @Test
    void aNameIsFoundInPartWithoutAccentsInAnyOrderAndALittleWrong() {
        var first = word();
        var id = keep(wishing(name("Élodie-" + first + " Besançon")));

        assertThat(found("besancon " + first)).containsExactly(id);
        assertThat(found("elodie " + first.substring(0, 8))).containsExactly(id);
        var wrong = first.substring(0, 5) + "z" + first.substring(6);
        assertThat(found("Elodie " + wrong + " Besançon")).contains(id);
    }

    @Test
    void anApostropheMakesNoDifference() {
        var last = word();
        var id = keep(wishing(name("Zoé O’" + last)));

        assertThat(found("o'" + last + " zoe")).containsExactly(id);
        assertThat(found("O’" + last)).containsExactly(id);
    }

    @Test
    void anArabicNameIsFoundToo() {
        var id = keep(wishing(name("نور حداد " + word())));
        var name = sheet(id).details().getFirst().value();

        assertThat(found(name)).containsExactly(id);
        assertThat(found("حداد " + name.substring(name.lastIndexOf(' ')))).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "a",
                "%%%",
                "___",
                "'; drop table residents.resident; --",
                "\0\0\0\0",
                "a@",
                "\\\\\\",
                "()()()",
                "+33",
                "🙂🙂🙂",
                "' or '1'='1"
            })
    void hostileWordsFindNobodyAndBreakNothing(String typed) {
        keep(wishing(name("Quelqu’un " + word())));

        assertThat(found(typed).size()).isLessThanOrEqualTo(20);
        assertThat(found("%".repeat(200))).isEmpty();
        assertThat(found("x ".repeat(99))).isEmpty();
    }

    @Test
    void eachLookIsLogged() {
        var id = keep(wishing(name(word())));

        readResidents.seenBy(agent, id);

        assertThat(jdbc.sql("select what from residents.access_log where subject_id = ? and account_id = ?")
                        .params(id.value(), agent.account().value())
                        .query(String.class)
                        .list())
                .containsExactly("page");
    }

    @Test
    void someoneWithTheSameTelephoneOrTheSameEmailAndNearlyTheSameNameIsProposedWithTheReasons() {
        var number = number();
        var mail = word() + "@demo.example";
        var last = word();
        var one = keep(wishing(name("Jeanne " + last), phone(number), email(mail)));
        var byPhone = keep(wishing(name("Tout autre " + word()), phone("+33" + number.substring(1))));
        var byMail = keep(wishing(name("Jean " + last), email(mail)));
        keep(wishing(name("Paul " + word()), email(mail)));

        assertThat(alike(one))
                .extracting(ResidentAlike::card)
                .extracting(ResidentCard::id)
                .containsExactlyInAnyOrder(byPhone, byMail);
        assertThat(alike(byMail)).singleElement().satisfies(found -> {
            assertThat(found.card().id()).isEqualTo(one);
            assertThat(found.reasons())
                    .containsExactlyInAnyOrder(LikenessReason.SAME_EMAIL, LikenessReason.SIMILAR_NAME);
        });
    }

    @Test
    void twoWhoOnlyLiveTogetherOrShareTheirTelephoneAreTwo() {
        var home = "12 rue " + word() + ", 69003 Lyon";
        var number = number();
        var one = keep(wishing(name("Lucie " + word()), address(home), shared(phone(number))));
        keep(wishing(name("Paul " + word()), address(home), phone(number)));
        keep(wishing(address(home)));

        assertThat(alike(one)).isEmpty();
    }

    @Test
    void theSameNameAtTheSameAddressIsProposedHoweverTheyAreWritten() {
        var last = word();
        var street = word();
        var one = keep(wishing(name("Élise " + last), address("12, rue " + street + "\n69003 LYON")));
        var other = keep(
                wishing(name(last.toUpperCase(Locale.ROOT) + " Elise"), address("12 rue " + street + " 69003 Lyon")));

        assertThat(alike(one)).singleElement().satisfies(found -> {
            assertThat(found.card().id()).isEqualTo(other);
            assertThat(found.reasons()).contains(LikenessReason.SAME_ADDRESS);
        });
    }

    @Test
    void twoWhoWereToldApartAreNotProposedAgainOnEitherSide() {
        var number = number();
        var one = keep(wishing(name(word()), phone(number)));
        var other = keep(wishing(name(word()), phone(number)));
        assertThat(alike(one)).hasSize(1);

        assertThat(merge.keepApart(agent, seen(one), other)).isEqualTo(Outcome.DONE);

        assertThat(alike(one)).isEmpty();
        assertThat(alike(other)).isEmpty();
    }

    @Test
    void whatIsCorrectedKeepsWhatStoodThereAndWhyAndTheHistoryNoWord() {
        var id = keep(wishing(name("Jane Robin"), phone(number())));
        var wrong = sheet(id).of(DetailKind.NAME).getFirst();

        assertThat(correct.correct(agent, seen(id), wrong.id(), "Jeanne Robin", false, "Pièce d’identité vue"))
                .isEqualTo(Outcome.DONE);

        assertThat(sheet(id).card().who()).isEqualTo("Jeanne Robin");
        assertThat(sheet(id).corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.former()).isEqualTo("Jane Robin");
            assertThat(correction.now()).contains("Jeanne Robin");
            assertThat(correction.reason()).isEqualTo("Pièce d’identité vue");
            assertThat(correction.account()).isEqualTo(agent.account());
        });
        assertThat(jdbc.sql("select string_agg(h::text, ' ') from residents.history h where subject_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .doesNotContain("Jane", "Robin", "Pièce");
    }

    @Test
    void whoWasOvertakenChangesNothing() {
        var id = keep(wishing(name(word()), email(word() + "@demo.example")));
        var before = seen(id);
        correct.answerBy(agent, before, AnswerWay.EMAIL);

        assertThat(correct.add(agent, before, phone(number()))).isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(merge.keepApart(agent, before, keep(wishing(name(word()))))).isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(sheet(id).details()).hasSize(2);
    }

    @Test
    void answersGoOnlyWhereTheyCanAndTheLastThingStays() {
        var id = keep(wishing(email(word() + "@demo.example"), phone(number())));
        assertThat(correct.answerBy(agent, seen(id), AnswerWay.LETTER)).isEqualTo(Outcome.ANSWERS_NEED_IT);
        assertThat(correct.answerBy(agent, seen(id), AnswerWay.EMAIL)).isEqualTo(Outcome.DONE);
        var mail = sheet(id).of(DetailKind.EMAIL).getFirst();
        var phone = sheet(id).of(DetailKind.PHONE).getFirst();

        assertThat(correct.remove(agent, seen(id), mail.id(), "Plus le sien")).isEqualTo(Outcome.ANSWERS_NEED_IT);
        correct.answerBy(agent, seen(id), AnswerWay.NONE);
        assertThat(correct.remove(agent, seen(id), mail.id(), "Plus le sien")).isEqualTo(Outcome.DONE);
        assertThat(correct.remove(agent, seen(id), phone.id(), "Plus le sien")).isEqualTo(Outcome.THE_LAST_ONE);
    }

    @Test
    void ofSeveralOneIsUsedFirstAndWhenItGoesAnotherIs() {
        var first = number();
        var second = number();
        var id = keep(wishing(name(word()), phone(first), phone(second)));
        var other = sheet(id).of(DetailKind.PHONE).getLast();

        correct.prefer(agent, seen(id), other.id());
        assertThat(sheet(id).card().first(DetailKind.PHONE)).contains(second);
        correct.remove(agent, seen(id), other.id(), "Changé");

        assertThat(sheet(id).of(DetailKind.PHONE)).singleElement().satisfies(left -> {
            assertThat(left.value()).isEqualTo(first);
            assertThat(left.main()).isTrue();
        });
    }

    @Test
    void nobodyTouchesADetailOfSomebodyElse() {
        var id = keep(wishing(name(word())));
        var other = keep(wishing(name(word())));
        var detail = sheet(other).details().getFirst();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> correct.correct(agent, seen(id), detail.id(), "Autre", false, "Pour voir"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> correct.representNoMore(agent, seen(id), UUID.randomUUID()));
    }

    @Test
    void aRecordHasNoEndlessLines() {
        var id = keep(wishing(name(word())));
        for (var line = 1; line < 40; line++) {
            assertThat(correct.add(agent, seen(id), name(word()))).isEqualTo(Outcome.DONE);
        }

        assertThat(correct.add(agent, seen(id), name(word()))).isEqualTo(Outcome.TOO_MANY);
    }

    @Test
    void whatALawNeedsIsNotErasedAndWhatThePersonNoLongerWishesIsWhole() {
        var secret = word();
        var id = keep(new NewResident(
                ResidentId.next(),
                new Grounds(Basis.LAW, Optional.of("Code " + secret)),
                List.of(name(secret), phone(number())),
                AnswerWay.PHONE,
                Language.FR,
                new Needs(List.of(Need.HEARING), Optional.of(secret)),
                Optional.of(new Representative(secret, Representative.Quality.GUARDIAN))));
        var detail = sheet(id).details().getFirst();
        correct.correct(agent, seen(id), detail.id(), secret + "x", false, secret);
        var other = keep(wishing(name(secret + "xy")));
        merge.merge(agent, seen(id), seen(other), Set.of(LikenessReason.SIMILAR_NAME));

        assertThat(erase.erase(head, seen(id))).isEqualTo(Outcome.NEEDED_BY_LAW);
        correct.describe(agent, seen(id), Language.FR, Needs.NONE, Grounds.WISH);
        assertThat(erase.erase(head, seen(id))).isEqualTo(Outcome.DONE);

        assertThat(readResidents.seenBy(agent, id)).isEmpty();
        assertThat(readResidents.seenBy(agent, other)).isEmpty();
        assertThat(found(secret)).isEmpty();
        for (var table : List.of("resident", "detail", "representative", "correction", "apart", "history")) {
            assertThat(jdbc.sql("select count(*) from residents." + table + " t where t::text like ?")
                            .param("%" + secret + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select kind from residents.history where subject_id = ? order by id desc limit 1")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("erased");
    }

    @Test
    void theListGoesOnWhereItEndedAndShowsNobodyTwice() {
        for (var one = 0; one < 5; one++) {
            keep(wishing(name(word())));
        }

        var first = readResidents.page(agent, Optional.empty(), 3);
        var second = readResidents.page(agent, Optional.of(first.getLast().id()), 2);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(second.getFirst().id().value().toString())
                .isLessThan(first.getLast().id().value().toString());
    }

    private List<ResidentAlike> alike(ResidentId id) {
        return sheet(id).alike();
    }

    private List<ResidentId> found(String typed) {
        return readResidents.find(agent, typed).stream().map(ResidentCard::id).toList();
    }

    private ResidentId keep(NewResident wanted) {
        return keepResident.keep(agent, wanted);
    }

    private ResidentSheet sheet(ResidentId id) {
        return readResidents.sheet(agent, id);
    }

    private Seen seen(ResidentId id) {
        return new Seen(id, sheet(id).resident().version());
    }
}
