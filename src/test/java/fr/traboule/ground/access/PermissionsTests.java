package fr.traboule.ground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.traboule.WholeProgramTest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@WholeProgramTest
class PermissionsTests {

    private enum Sample implements Permission {
        PAINT
    }

    @Autowired
    Permissions permissions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyPermissionDeclaredIsGivenToSomebodyAndNoOtherStandsInTheTable() {
        var declared = declared().map(Permission::code).toList();

        var given = jdbc.sql("select distinct permission from ground.role_permission")
                .query(String.class)
                .list();

        assertThat(given).containsExactlyInAnyOrderElementsOf(declared);
    }

    /** The whole table: a line that appears or goes is a decision, and is taken here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESIDENT                | requests.file
            RECEPTION_AGENT         | field.file paper.handle_letters paper.print_sheets reception.call_back reception.log_encounter requests.deliver requests.file requests.note requests.read residents.keep residents.merge residents.read
            CASE_OFFICER            | answers.read field.file paper.handle_letters paper.print_sheets reception.call_back reception.log_encounter requests.deliver requests.export requests.file requests.handle requests.note requests.read residents.keep residents.merge residents.read
            UNIT_HEAD               | answers.edit answers.read desk.share_views field.file paper.handle_letters paper.print_sheets reception.call_back reception.log_encounter requests.deliver requests.export requests.export_words requests.file requests.handle requests.note requests.read residents.erase residents.keep residents.merge residents.read retention.hold retention.read_archived staff.manage_absences steering.see_team
            DATA_PROTECTION_OFFICER | privacy.read_access_log residents.erase residents.export residents.read retention.oversee retention.propose
            ARCHIVIST               | retention.hold retention.oversee retention.propose retention.read_archived retention.read_archived_everywhere retention.sign_visa
            ADMINISTRATOR           | answers.edit answers.edit_everywhere answers.read city.verify_hours correspondence.read_mailbox records.change requests.judge_files staff.change_rules staff.manage_accounts upkeep.run works.oversee works.rebuild
            """)
    void eachRoleMayDoThisAndNothingElse(Role role, String permitted) {
        assertThat(permissions.given(role)).containsExactly(permitted.split(" "));
    }

    @Test
    void everyRoleInTheTableIsOneOfOurs() {
        var roles = jdbc.sql("select distinct role from ground.role_permission")
                .query(String.class)
                .list();

        assertThat(roles)
                .isSubsetOf(Arrays.stream(Role.values()).map(Role::code).toList());
    }

    @Test
    void anybodyMayFileARequestAndAResidentNothingElse() {
        var mayDo = declared()
                .filter(permission -> permissions.allow(new Actor.Resident(), permission))
                .map(Permission::code);

        assertThat(mayDo).containsExactly("requests.file");
    }

    /** Of files set aside they see the name and the request's number: FilesControllerTests shows that it is no more. */
    @Test
    void anAdministratorDoesNotReadWhatPeopleWrite() {
        var administrator = new Actor.Agent(AccountId.next(), Set.of(Role.ADMINISTRATOR));

        var mayDo = declared()
                .filter(permission -> permissions.allow(administrator, permission))
                .map(Permission::code);

        assertThat(mayDo.filter(code -> code.startsWith("requests."))).containsExactly("requests.judge_files");
    }

    @Test
    void actingForAResidentGivesTheRightsOfTheAgent() {
        var agent = new Actor.Agent(AccountId.next(), Set.of(Role.RECEPTION_AGENT));

        assertThat(declared().filter(permission -> permissions.allow(new Actor.ForResident(agent), permission)))
                .containsExactlyElementsOf(declared()
                        .filter(permission -> permissions.allow(agent, permission))
                        .toList());
    }

    @Test
    void whatIsNotInTheTableIsRefusedToAllButTheProgramItself() {
        var all = new Actor.Agent(AccountId.next(), Set.of(Role.values()));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> permissions.require(all, Sample.PAINT))
                .withMessage("access.paint");
        assertThat(permissions.allow(new Actor.Program(), Sample.PAINT)).isTrue();
    }

    private static Stream<Permission> declared() {
        return new ClassFileImporter()
                .importPackages("fr.traboule").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Permission.class))
                        .filter(type -> !type.getName().contains("Tests"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Permission.class::cast)
                        .toList()
                        .stream();
    }
}
