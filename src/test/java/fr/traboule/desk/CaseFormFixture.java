package fr.traboule.desk;

import fr.traboule.requests.ContactForm;

/** What an agent typed, for the tests. */
final class CaseFormFixture {

    private CaseFormFixture() {}

    static CaseForm answering(String words) {
        return new CaseForm(
                null,
                words,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ContactForm.BLANK);
    }
}
