package fr.traboule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import fr.traboule.ground.database.Remembered;
import fr.traboule.ground.outbox.MessageDelivered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The rules of CONTRIBUTING.md that a machine can check. */
class ArchitectureTests {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOptions(Set.of(new ImportOption.DoNotIncludeTests(), ArchitectureTests::isWritten))
            .importPackages("fr.traboule");

    private static final Set<String> THE_PRESENT = Set.of("now", "currentTimeMillis", "nanoTime");
    private static final Pattern PLAIN = Pattern.compile(
            ".*\\.\\w+(Id|Number)|" + String.join("|", Instant.class.getName(), LocalDate.class.getName()));

    /** Classes of pages are generated. */
    private static boolean isWritten(Location location) {
        return !location.contains("Generated");
    }

    /** A stream of rows holds its connection until somebody closes it: a list never forgets to. */
    @Test
    void rowsAreReadAsListsAndNeverAsOpenStreams() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "rows left open",
                        (JavaMethodCall call) -> call.getName().equals("stream")
                                && call.getTargetOwner().isAssignableTo(JdbcClient.MappedQuerySpec.class)))
                .check(PROGRAM);
    }

    @Test
    void nobodyReadsTheTimeButFromTheClock() {
        noClasses()
                .that()
                .areNotAssignableTo(Remembered.class)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "the present read past the clock",
                        (JavaAccess<?> access) -> THE_PRESENT.contains(access.getName())
                                && access.getTargetOwner().getPackageName().startsWith("java.")))
                .check(PROGRAM);
    }

    @Test
    void pagesAskStoresAndActsNeverTheDatabase() {
        noClasses()
                .that(annotatedWith(Controller.class).or(annotatedWith(RestController.class)))
                .should(dependOnClassesThat(resideInAPackage("org.springframework.jdbc..")))
                .check(PROGRAM);
    }

    @Test
    void actsAndStoresKnowNothingOfTheWeb() {
        noClasses()
                .that(annotatedWith(Service.class)
                        .or(annotatedWith(Repository.class))
                        .or(annotatedWith(Transactional.class)))
                .and()
                .resideOutsideOfPackage("fr.traboule.ground.access")
                .should(dependOnClassesThat(
                        resideInAPackage("jakarta.servlet..").or(resideInAPackage("org.springframework.web.."))))
                .check(PROGRAM);
    }

    @Test
    void controllersAreSeenByNobody() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .check(PROGRAM);
    }

    @Test
    void beansSayInTheirConstructorWhatTheyNeed() {
        noFields().should().beAnnotatedWith(Autowired.class).check(PROGRAM);
        fields().that()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat(annotatedWith(Service.class).or(annotatedWith(Controller.class)))
                .should()
                .beFinal()
                .check(PROGRAM);
    }

    @Test
    void factsHoldIdsAndInstantsNeverWords() {
        methods()
                .that()
                .areAnnotatedWith(EventListener.class)
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "facts of plain values",
                        types -> types.stream()
                                // a message names its kind by a code
                                .filter(fact -> !fact.isEquivalentTo(MessageDelivered.class))
                                .flatMap(fact -> fact.getFields().stream())
                                .allMatch(field -> field.getName().equals("schema") || isPlain(field.getRawType()))))
                .check(PROGRAM);
    }

    private static boolean isPlain(JavaClass type) {
        return type.isEnum()
                || type.isPrimitive()
                || type.isEquivalentTo(UUID.class)
                || type.isEquivalentTo(Optional.class)
                || PLAIN.matcher(type.getName()).matches();
    }

    @Test
    void namesShowTheIdea() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Utils?|Data|Info|Impl|Base|Helper)")
                .check(PROGRAM);
    }
}
