package fr.traboule.staff;

import fr.traboule.ground.access.Passwords;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field in which somebody chooses a password. */
@NotNull
@Size(min = Passwords.SHORTEST, max = Passwords.LONGEST)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface NewPassword {

    String message() default "{staff.password.short}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
