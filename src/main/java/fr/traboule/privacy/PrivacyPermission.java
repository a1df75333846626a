package fr.traboule.privacy;

import fr.traboule.ground.access.Permission;

/** What may be done to protect data. */
enum PrivacyPermission implements Permission {
    /** See who looked at whose data, and export what is about a person. */
    READ_ACCESS_LOG
}
