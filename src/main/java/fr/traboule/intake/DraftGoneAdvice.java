package fr.traboule.intake;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Back to the first question where there is no draft to go on with. */
@ControllerAdvice(basePackageClasses = DraftGoneAdvice.class)
class DraftGoneAdvice {

    @ExceptionHandler
    String startAgain(DraftGone gone) {
        return gone.door().redirect(Step.DESCRIBE);
    }
}
