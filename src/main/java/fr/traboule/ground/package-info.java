/** What every capability stands on: database, access, history, outbox, files. It knows nothing of the city's business. */
@NullMarked
package fr.traboule.ground;

import org.jspecify.annotations.NullMarked;
