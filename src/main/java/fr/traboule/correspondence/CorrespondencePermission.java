package fr.traboule.correspondence;

import fr.traboule.ground.access.Permission;

/** What may be done with messages. */
enum CorrespondencePermission implements Permission {
    /** Read the e-mails that did not leave, as there is no mail server. */
    READ_MAILBOX
}
