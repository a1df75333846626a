package fr.traboule.ground.database;

/** A role of the database and its password. */
record DatabaseLogin(String username, String password) {

    @Override
    public String toString() {
        return "DatabaseLogin[" + username + "]";
    }
}
