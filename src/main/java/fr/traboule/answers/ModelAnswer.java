package fr.traboule.answers;

/**
 * A model answer (« réponse type ») as it is now.
 *
 * @param code as in the address of its page and in the city's folder
 */
record ModelAnswer(ModelId id, String code, ModelState state, int version, ModelContent content) {

    /** Names the model and its version for histories. */
    String reference() {
        return id.value() + ":" + version;
    }

    ModelAnswer become(ModelState next) {
        return new ModelAnswer(id, code, next, version, content);
    }

    ModelAnswer saying(ModelContent other) {
        return new ModelAnswer(id, code, state, version, other);
    }
}
