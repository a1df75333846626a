package fr.traboule.paper;

import fr.traboule.ground.history.AccessLog;
import fr.traboule.ground.history.History;
import fr.traboule.ground.history.SchemaTrail;
import fr.traboule.requests.RequestNumber;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who saw which person's letters, and what happened to them. Whose a letter is, nobody knows before it is a request. */
@Service
class LetterTrail extends SchemaTrail {

    /** By what was typed with the request, which has the id of its letter. Shorter runs of digits are no number. */
    private static final Schema SCHEMA = new Schema(
            "paper",
            """
            select l.id
              from (select request_id from requests.statement where lower(email) = lower(:person)
                    union
                    select request_id from requests.statement
                     where length(requests.digits(:person)) >= 6 and requests.digits(phone) = requests.digits(:person)) as said
              join paper.letter l on l.id = said.request_id
            """,
            "select l.id from paper.letter l join requests.request r on r.id = l.id where r.number = :number",
            "select l.id, r.number from paper.letter l join requests.request r on r.id = l.id where l.id = any (:ids)");

    private static final Keys KEYS = new Keys(
            "paper.trail.title",
            code -> LetterFact.of(code).textKey(),
            code -> LetterLook.of(code).textKey(),
            code -> LetterLook.Reason.of(code).textKey(),
            number -> new RequestNumber(number).toString(),
            LetterLook.EXPORT.code(),
            LetterLook.Reason.DATA_PROTECTION.code());

    LetterTrail(JdbcClient jdbc, History paperHistory, AccessLog paperAccessLog, Clock clock) {
        super(SCHEMA, KEYS, jdbc, paperHistory, paperAccessLog, clock);
    }
}
