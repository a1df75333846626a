package fr.traboule.requests;

import fr.traboule.ground.files.FileId;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subject;
import fr.traboule.web.Language;
import java.util.List;
import java.util.Optional;

/**
 * A request as it comes in.
 *
 * @param id made by whoever files it: sent twice, it is received once
 * @param nature what it is taken for as long as no subject says it
 * @param language of the person
 */
public record NewRequest(
        RequestId id,
        Channel channel,
        Nature nature,
        Optional<Subject> subject,
        Language language,
        Statement statement,
        List<FileId> files) {}
