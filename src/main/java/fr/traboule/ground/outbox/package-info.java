/**
 * Work that must happen once a transaction is done, and surely: outgoing messages written in the transaction of the act,
 * delivered afterwards by a job; scheduled jobs; facts between modules that were not heard at once. Each schema has an
 * {@link Outbox} of its own.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.traboule.ground.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
