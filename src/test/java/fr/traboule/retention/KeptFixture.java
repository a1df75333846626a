package fr.traboule.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.StaffFixture;
import fr.traboule.calendar.CityTime;
import fr.traboule.ground.access.Actor;
import fr.traboule.ground.access.Role;
import fr.traboule.ground.files.FileCheck;
import fr.traboule.ground.files.FileStore;
import fr.traboule.requests.Contact;
import fr.traboule.requests.NewRequest;
import fr.traboule.requests.RequestFixture;
import fr.traboule.requests.RequestNumber;
import fr.traboule.requests.TakeOverRequest;
import fr.traboule.routing.Subjects;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that were answered long ago, for the tests. « lampadaire-eteint » is kept for 6 and 18 months in the demonstration. */
@TestComponent
public class KeptFixture {

    static final String LAMP = "lampadaire-eteint";
    static final String UNIT = "eclairage-public";

    private final TakeOverRequest takeOver;
    private final Subjects subjects;
    private final StaffFixture staff;
    private final ArchiveDue archiveDue;
    private final FileStore files;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptFixture(
            TakeOverRequest takeOver,
            Subjects subjects,
            StaffFixture staff,
            ArchiveDue archiveDue,
            FileStore requestsFiles,
            JdbcClient jdbc,
            Clock clock) {
        this.takeOver = takeOver;
        this.subjects = subjects;
        this.staff = staff;
        this.archiveDue = archiveDue;
        files = requestsFiles;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return CityTime.day(clock.instant());
    }

    /** Answered on that day. */
    RequestNumber answered(String subject, LocalDate day) {
        return answered(subject, day, "Le lampadaire est éteint", Contact.NONE);
    }

    RequestNumber answered(String subject, LocalDate day, String words, Contact contact) {
        var said = RequestFixture.said(words, contact);
        var at = CityTime.startOf(day).plus(Duration.ofHours(15));
        return takeOver.takeOver(
                new NewRequest(
                        said.id(),
                        said.channel(),
                        said.nature(),
                        subjects.byCode(subject),
                        said.language(),
                        said.statement(),
                        List.of()),
                new TakeOverRequest.Past(
                        at.minus(Duration.ofDays(3)), at, staff.agent(Role.CASE_OFFICER, UNIT), "C’est réparé"));
    }

    /** Past its time, and archived. */
    RequestNumber due() {
        var number = answered(LAMP, today().minusMonths(24));
        archive();
        return number;
    }

    void archive() {
        while (archiveDue.next() > 0) {}
    }

    Optional<String> column(RequestNumber number, String column) {
        return jdbc.sql("select " + column + "::text as found from requests.request where number = ?")
                .param(number.signs())
                .query((row, line) -> Optional.ofNullable(row.getString("found")))
                .single();
    }

    UUID id(RequestNumber number) {
        return UUID.fromString(column(number, "id").orElseThrow());
    }

    void attach(RequestNumber number, String name) {
        var content = name.getBytes(UTF_8);
        var file = files.store(new FileCheck.Accepted(name, "text/plain", content), clock.instant());
        files.attach(List.of(file.id()), id(number));
    }

    /** What its history tells, by codes. */
    List<String> facts(RequestNumber number) {
        return jdbc.sql("select kind from requests.history where subject_id = ? order by id")
                .param(id(number))
                .query(String.class)
                .list();
    }

    boolean isArchived(RequestNumber number) {
        return column(number, "archived_at").isPresent();
    }

    boolean isDestroyed(RequestNumber number) {
        return column(number, "destroyed_at").isPresent();
    }

    Actor.Agent archivist() {
        return staff.agent(Role.ARCHIVIST);
    }

    Actor.Agent officer() {
        return staff.agent(Role.DATA_PROTECTION_OFFICER);
    }
}
