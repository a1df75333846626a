package fr.traboule.residents;

import static fr.traboule.residents.ResidentFixture.email;
import static fr.traboule.residents.ResidentFixture.name;
import static fr.traboule.residents.ResidentFixture.number;
import static fr.traboule.residents.ResidentFixture.phone;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Merging records of the same person, and undoing it: whatever the order, what there was is there again. */
@WholeProgramTest
class MergeResidentsTests {

    private static final Set<LikenessReason> WHY = Set.of(LikenessReason.SAME_PHONE);

    @Autowired
    KeepResident keepResident;

    @Autowired
    ReadResidents readResidents;

    @Autowired
    Residents residents;

    @Autowired
    MergeResidents merge;

    @Autowired
    StaffFixture staff;

    private Actor.Agent agent;

    @BeforeEach
    void anAgent() {
        agent = staff.agent(Role.RECEPTION_AGENT, "mairie-3-accueil");
    }

    /** What is told of somebody, without what counts changes. */
    private record Told(
            List<Detail> details,
            List<Represented> representatives,
            List<Grounds> grounds,
            AnswerWay way,
            Language language,
            Needs needs) {}

    @Test
    void oneGoesOnForBothWithAllThatBothHad() {
        var number = number();
        var one = keep(wishing(name("Jeanne " + word()), phone(number)));
        var other = keep(wishing(phone(number), email(word() + "@demo.example")));

        assertThat(merge.merge(agent, seen(one), seen(other), WHY)).isEqualTo(Outcome.DONE);

        assertThat(readResidents.seenBy(agent, other).orElseThrow().resident().id())
                .isEqualTo(one);
        assertThat(sheet(one).details()).hasSize(4);
        assertThat(sheet(one).alike()).isEmpty();
        assertThat(readResidents.find(agent, number))
                .singleElement()
                .satisfies(card -> assertThat(card.id()).isEqualTo(one));
        assertThat(sheet(one).story())
                .extracting(told -> told.kind())
                .containsExactlyInAnyOrder("kept", "kept", "merged", "merged_here");
    }

    /** Random merges of whole trees, then every one undone in a random order that undoes the last of each first. */
    @RepeatedTest(5)
    void undoneInAnyOrderEachRecordIsWhatItWas() {
        var random = new Random();
        var all = new ArrayList<ResidentId>();
        for (var one = 0; one < 7; one++) {
            all.add(keep(new NewResident(
                    ResidentId.next(),
                    random.nextBoolean() ? Grounds.WISH : new Grounds(Basis.LAW, Optional.of("Loi " + one)),
                    List.of(name(word()), phone(number()), email(word() + "@demo.example")),
                    AnswerWay.values()[random.nextInt(2)],
                    Language.values()[random.nextInt(3)],
                    new Needs(List.of(Need.values()[random.nextInt(4)]), Optional.of(word())),
                    Optional.of(new Representative(word(), Representative.Quality.FAMILY)))));
        }
        var before = new HashMap<ResidentId, Told>();
        all.forEach(id -> before.put(id, told(id)));
        var merges = new ArrayDeque<Map.Entry<ResidentId, ResidentId>>();
        var between = new ArrayDeque<Map<ResidentId, Told>>();
        var roots = new ArrayList<>(all);
        while (roots.size() > 1) {
            var from = roots.remove(random.nextInt(roots.size()));
            var into = roots.get(random.nextInt(roots.size()));
            between.push(Map.of(from, told(from), into, told(into)));
            assertThat(merge.merge(agent, seen(into), seen(from), WHY)).isEqualTo(Outcome.DONE);
            merges.push(Map.entry(into, from));
        }
        assertThat(sheet(roots.getFirst()).details()).hasSize(21);

        while (!merges.isEmpty()) {
            var last = merges.pop();
            assertThat(merge.separate(agent, seen(last.getKey()), last.getValue()))
                    .isEqualTo(Outcome.DONE);
            between.pop().forEach((id, was) -> assertThat(told(id)).isEqualTo(was));
        }
        before.forEach((id, was) -> assertThat(told(id)).isEqualTo(was));
    }

    /** Not the last one first: whatever is separated takes with it what was merged into it, and nothing else. */
    @Test
    void aRecordFromTheMiddleIsSeparatedWithThoseMergedIntoIt() {
        var one = keep(wishing(name(word())));
        var two = keep(wishing(name(word())));
        var three = keep(wishing(name(word())));
        var twoWithThree = merged(two, three);
        var told = told(two);
        merged(one, two);

        assertThat(merge.separate(agent, seen(one), two)).isEqualTo(Outcome.DONE);

        assertThat(told(two)).isEqualTo(told);
        assertThat(sheet(one).details()).hasSize(1);
        assertThat(twoWithThree).isEqualTo(Outcome.DONE);
    }

    @Test
    void nothingIsMergedIntoItselfNorTwiceNorSeparatedFromAStranger() {
        var one = keep(wishing(name(word())));
        var two = keep(wishing(name(word())));
        var three = keep(wishing(name(word())));
        merged(one, two);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> merge.merge(agent, seen(one), seen(one), WHY));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> merge.merge(agent, seen(three), new Seen(two, 1), WHY));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> merge.separate(agent, seen(three), two));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> merge.separate(agent, seen(one), one));
    }

    @RepeatedTest(10)
    void ofTwoWhoMergeTheSameTheOtherWayRoundOneIsTold() throws Exception {
        var one = keep(wishing(name(word())));
        var two = keep(wishing(name(word())));
        var first = seen(one);
        var second = seen(two);

        List<Callable<Outcome>> acts =
                List.of(() -> merge.merge(agent, first, second, WHY), () -> merge.merge(agent, second, first, WHY));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = threads.invokeAll(acts).stream()
                    .map(MergeResidentsTests::told)
                    .toList();

            assertThat(outcomes).containsOnlyOnce(true);
        }
        assertThat(residents.root(one)).isEqualTo(residents.root(two)).isPresent();
    }

    private static boolean told(Future<Outcome> outcome) {
        try {
            return outcome.get() == Outcome.DONE;
        } catch (Exception overtaken) {
            return false;
        }
    }

    private Outcome merged(ResidentId into, ResidentId from) {
        return merge.merge(agent, seen(into), seen(from), WHY);
    }

    private ResidentId keep(NewResident wanted) {
        return keepResident.keep(agent, wanted);
    }

    private Told told(ResidentId id) {
        var sheet = sheet(id);
        return new Told(
                sheet.details(),
                sheet.representatives(),
                sheet.kin().stream().map(Resident::grounds).toList(),
                sheet.resident().way(),
                sheet.resident().language(),
                sheet.needs());
    }

    private ResidentSheet sheet(ResidentId id) {
        return readResidents.sheet(agent, id);
    }

    private Seen seen(ResidentId id) {
        return new Seen(id, residents.byId(id).orElseThrow().version());
    }
}
