package fr.traboule.pact;

import fr.traboule.web.Translated;

/** Something that the city promised to everybody. */
record Commitment(int number, Orientation orientation, Translated words) {}
