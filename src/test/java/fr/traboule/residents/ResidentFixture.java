package fr.traboule.residents;

import fr.traboule.web.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** People of whom a record is kept, for the tests. */
public final class ResidentFixture {

    private static final Random RANDOM = new Random();

    private ResidentFixture() {}

    /** Somebody who wishes it, with these details. */
    public static NewResident wishing(Detail... details) {
        return new NewResident(
                ResidentId.next(),
                Grounds.WISH,
                List.of(details),
                AnswerWay.NONE,
                Language.FR,
                Needs.NONE,
                Optional.empty());
    }

    public static Detail name(String value) {
        return Detail.of(DetailKind.NAME, value, false);
    }

    public static Detail email(String value) {
        return Detail.of(DetailKind.EMAIL, value, false);
    }

    public static Detail phone(String value) {
        return Detail.of(DetailKind.PHONE, value, false);
    }

    public static Detail address(String value) {
        return Detail.of(DetailKind.ADDRESS, value, false);
    }

    public static Detail shared(Detail detail) {
        return Detail.of(detail.kind(), detail.value(), true);
    }

    /** A word that stands nowhere else. */
    public static String word() {
        return UUID.randomUUID().toString().replaceAll("[^a-z]", "") + letters(RANDOM.nextInt(1_000_000_000));
    }

    private static String letters(int number) {
        return Arrays.stream(String.valueOf(number).split(""))
                .map(digit -> String.valueOf((char) ('g' + Integer.parseInt(digit))))
                .reduce("", String::concat);
    }

    /** A French number that is nobody's else. */
    public static String number() {
        return "01 " + "%08d".formatted(RANDOM.nextInt(100_000_000)).replaceAll("(\\d\\d)(?=\\d)", "$1 ");
    }
}
