/** What every capability stands on: database, access, history, outbox, long works, files. It knows nothing of the city's business. */
@NullMarked
package fr.traboule.ground;

import org.jspecify.annotations.NullMarked;
