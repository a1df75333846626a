/** Measures the program as it runs, beside what the database does alone with the same statements. See bench/README.md. */
@NullMarked
package fr.traboule.bench;

import org.jspecify.annotations.NullMarked;
