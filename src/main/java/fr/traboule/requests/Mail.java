package fr.traboule.requests;

import fr.traboule.city.Directory;
import fr.traboule.ground.outbox.Email;
import fr.traboule.web.Wording;
import fr.traboule.web.Wordings;
import org.springframework.stereotype.Component;

/** What the city tells people, as an e-mail in their language. */
@Component
class Mail {

    private final Wordings wordings;
    private final Directory directory;
    private final Requests requests;
    private final Receipts receipts;

    Mail(Wordings wordings, Directory directory, Requests requests, Receipts receipts) {
        this.wordings = wordings;
        this.directory = directory;
        this.requests = requests;
        this.receipts = receipts;
    }

    Email of(Request request, String to, Notice notice) {
        var in = wordings.in(request.language());
        var number = request.number().toString();
        var subject = in.text("requests.mail." + notice.kind().code() + ".subject", number);
        return new Email(to, subject, text(request, notice, in));
    }

    private String text(Request request, Notice notice, Wording in) {
        var number = request.number().toString();
        var receipt = receipts.of(request);
        var link = receipts.link(receipt);
        return switch (notice.kind()) {
            case RECEIPT ->
                in.text(
                        "requests.mail.receipt.text",
                        number,
                        receipt.secret().toString(),
                        unit(request, in),
                        in.date(request.dueOn()),
                        link);
            case ANSWER ->
                in.text(
                        "requests.mail.answer.text",
                        number,
                        notice.words(),
                        unit(request, in),
                        link,
                        receipts.link(receipt, "reclamation"),
                        receipts.link(receipt, "mediateur"));
            case QUESTION -> in.text("requests.mail.question.text", number, notice.words(), unit(request, in), link);
            case REMINDER -> in.text("requests.mail.reminder.text", number, unit(request, in), link);
            case HANDED_OVER ->
                in.text("requests.mail.handed_over.text", number, organisation(request, in), notice.words(), link);
        };
    }

    /** Of the request that went on for it, where it was merged: that one was handed over. */
    private String organisation(Request request, Wording in) {
        return directory
                .organisation(requests.goingOn(request).organisation())
                .name()
                .in(in.language())
                .text();
    }

    private String unit(Request request, Wording in) {
        return directory.unit(request.unit()).name().in(in.language()).text();
    }
}
