package fr.traboule.ground.outbox;

/** Delivers one kind of message (e-mail, ...). It may be given the same message twice, if a machine stopped in between. */
public interface Courier {

    String kind();

    /**
     * @return whether it left for the person; not where it only waits to be read by administrators
     * @throws RuntimeException where it could not be delivered: it is tried again later
     */
    boolean deliver(OutboxMessage message);
}
