package fr.traboule.requests;

import fr.traboule.ground.files.FileId;
import fr.traboule.residents.ResidentId;
import fr.traboule.routing.Nature;
import fr.traboule.routing.Subject;
import fr.traboule.web.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request as it comes in.
 *
 * @param id made by whoever files it: sent twice, it is received once
 * @param nature what it is taken for as long as no subject says it
 * @param language of the person
 * @param arrivedAt when it really came in, where an agent writes it down later: the promise counts from then
 * @param resident whose record it is tied to, where there is one
 */
public record NewRequest(
        RequestId id,
        Channel channel,
        Nature nature,
        Optional<Subject> subject,
        Language language,
        Statement statement,
        List<FileId> files,
        Optional<Instant> arrivedAt,
        Optional<ResidentId> resident) {

    /** One that comes in now, of somebody of whom no record is kept. */
    public NewRequest(
            RequestId id,
            Channel channel,
            Nature nature,
            Optional<Subject> subject,
            Language language,
            Statement statement,
            List<FileId> files) {
        this(id, channel, nature, subject, language, statement, files, Optional.empty(), Optional.empty());
    }
}
