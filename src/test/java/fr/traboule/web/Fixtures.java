package fr.traboule.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The fixtures of a component of govuk-frontend that use no other options than those ours has. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(Fixtures.Provider.class)
@interface Fixtures {

    String of();

    /** Patterns of the settings that ours has, as in {@code label.text=.*}. */
    String[] with();

    /** An option without which ours does not go. */
    String needs() default "";

    /** Names of those that ours cannot be like all the same. */
    String[] except() default {};

    /** How many there are, so that none is lost unseen. */
    int count();

    class Provider implements ArgumentsProvider, AnnotationConsumer<Fixtures> {

        private List<Fixture> fixtures = List.of();

        @Override
        public void accept(Fixtures wanted) {
            var ours = Pattern.compile(String.join("|", wanted.with()), Pattern.DOTALL)
                    .asMatchPredicate();
            fixtures = Fixture.of(wanted.of()).stream()
                    .filter(fixture -> wanted.needs().isEmpty() || fixture.has(wanted.needs()))
                    .filter(fixture -> !List.of(wanted.except()).contains(fixture.name()))
                    .filter(fixture -> fixture.settings().stream().allMatch(ours))
                    .toList();
            if (fixtures.size() != wanted.count()) {
                throw new IllegalStateException(
                        "%d fixtures of %s: %s".formatted(fixtures.size(), wanted.of(), fixtures));
            }
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return fixtures.stream().map(Arguments::of);
        }
    }
}
