/**
 * The city run from its pages: every record of every module shown and changed, changes looked at, prepared and undone, files
 * imported and exported, and a city of one's own set up step by step. It knows no particular record: it shows what each
 * {@link fr.traboule.records.RecordFile} declares.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.works", "records", "web", "works", "calendar", "city", "routing"
        })
@NullMarked
package fr.traboule.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
