package fr.traboule.requests;

import java.util.Optional;

/**
 * Something that the person is to be told, whatever the way.
 *
 * @param said the message that it passes on, where it has words of its own
 */
record Notice(NoticeKind kind, Optional<Message> said) {

    static final Notice RECEIPT = new Notice(NoticeKind.RECEIPT, Optional.empty());

    static Notice of(NoticeKind kind, Message said) {
        return new Notice(kind, Optional.of(said));
    }

    String words() {
        return said.map(Message::words).orElse("");
    }
}
