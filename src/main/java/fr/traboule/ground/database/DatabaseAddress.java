package fr.traboule.ground.database;

/** Where the database is and under which roles it is reached, whether we started it or not. */
record DatabaseAddress(String url, DatabaseLogin owner, DatabaseLogin app, DatabaseLogin mediation) {}
