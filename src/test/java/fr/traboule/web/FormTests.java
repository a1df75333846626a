package fr.traboule.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.traboule.web.Form.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;

class FormTests {

    /** In the order of its page. */
    record Visit(
            @Nullable String name,
            @Nullable Integer people,
            @Nullable Contact contact,
            @Nullable DateFields date,
            @Nullable List<String> languages) {}

    record Contact(@Nullable String email, @Nullable String phone) {}

    @Test
    void problemsAreInTheOrderOfThePage() {
        var visit = bound(Map.of("contact.phone", "", "date.day", "1"));
        visit.rejectValue("languages", "web.components.missing");
        visit.rejectValue("contact.phone", "web.components.missing");
        visit.rejectValue("name", "web.components.missing");
        visit.rejectValue("contact.email", "web.components.missing");

        assertThat(french(visit).problems())
                .extracting(Problem::id)
                .containsExactly("name", "contact.email", "contact.phone", "languages");
    }

    @Test
    void aProblemWithADateLeadsToItsFirstField() {
        var visit = bound(Map.of("date.day", "31", "date.month", "4", "date.year", "2026"));
        visit.rejectValue("date", "web.components.wrongDate");

        assertThat(french(visit).problems())
                .containsExactly(new Problem("date-day", "Écrivez une date qui existe, comme 27 11 2026"));
    }

    @Test
    void aProblemIsToldOnceEvenWhereTwoRulesFoundIt() {
        var visit = bound(Map.of("name", ""));
        visit.rejectValue("name", "staff.name.missing");
        visit.rejectValue("name", "staff.name.missing");

        assertThat(french(visit).problems()).hasSize(1);
    }

    @Test
    void whatWasTypedIsKeptEvenWhereItIsWrong() {
        var form = french(bound(Map.of("name", "Ada", "people", "three", "date.day", "31", "date.month", "avril")));

        assertThat(form.value("name")).isEqualTo("Ada");
        assertThat(form.value("people")).isEqualTo("three");
        assertThat(form.value("date.day")).isEqualTo("31");
        assertThat(form.value("date.month")).isEqualTo("avril");
        assertThat(form.value("date.year")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldInPlainWords() {
        var form = french(bound(Map.of("people", "three")));

        assertThat(form.error("people")).contains("Nous n’avons pas compris cette réponse. Répondez à nouveau");
        assertThat(form.problems())
                .extracting(Problem::message)
                .containsExactly(form.error("people").orElseThrow());
    }

    @Test
    void nothingTypedIsAnEmptyValueInNestedFieldsToo() {
        var form = french(bound(Map.of()));

        assertThat(form.value("name")).isEmpty();
        assertThat(form.value("contact.email")).isEmpty();
        assertThat(form.value("date.day")).isEmpty();
        assertThat(form.values("languages")).isEmpty();
    }

    @Test
    void severalChoicesAreKept() {
        assertThat(french(bound(Map.of("languages", List.of("fr", "ar")))).values("languages"))
                .isEqualTo(Set.of("fr", "ar"));
    }

    @Test
    void aFieldIsDescribedByItsHintThenByItsError() {
        var visit = bound(Map.of());
        visit.rejectValue("name", "staff.name.missing");
        var form = french(visit);

        assertThat(form.describedBy("name", "As on the door")).isEqualTo("name-hint name-error");
        assertThat(form.describedBy("name", null)).isEqualTo("name-error");
        assertThat(form.describedBy("people", "With you")).isEqualTo("people-hint");
        assertThat(form.describedBy("people", null)).isNull();
    }

    @Test
    void onlyAWrongFieldSaysThatItIsInvalid() {
        var visit = bound(Map.of());
        visit.rejectValue("name", "staff.name.missing");

        assertThat(french(visit).invalid("name")).isEqualTo("true");
        assertThat(french(visit).invalid("people")).isNull();
    }

    @Test
    void aFileNameInAProblemKeepsItsDirection() {
        var visit = bound(Map.of());
        visit.rejectValue("name", "requests.files.empty", new Object[] {"photo (1).jpg"}, "");

        assertThat(Kit.form(visit, Language.AR).error("name").orElseThrow()).contains("«\u2068photo (1).jpg\u2069»");
    }

    private static Form french(BindingResult binding) {
        return Kit.form(binding, Language.FR);
    }

    /** As Spring binds what a browser sends. */
    private static BindingResult bound(Map<String, ?> typed) {
        var binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(Visit.class));
        binder.construct(new DataBinder.ValueResolver() {
            @Override
            public @Nullable Object resolveValue(String name, Class<?> type) {
                return typed.get(name);
            }

            @Override
            public Set<String> getNames() {
                return Set.copyOf(typed.keySet());
            }
        });
        return binder.getBindingResult();
    }
}
