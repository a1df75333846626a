package fr.traboule.intake;

/**
 * What every question after the first knows.
 *
 * @param back address of the question before
 * @param action address this one's answer is sent to
 */
record StepPage(Draft draft, String back, String action) {

    static StepPage of(Draft draft, Step step, Journey journey, boolean changing) {
        var address = draft.door().address(step);
        return new StepPage(
                draft, journey.back(draft, step, changing), changing ? address + "?" + Journey.CHANGING : address);
    }
}
