package fr.traboule.ground.works;

import fr.traboule.ground.access.Permission;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One kind of long work. Modules declare theirs as beans.
 *
 * <pre>{@code
 * @Component
 * class CountEverythingWork implements LongWork {
 *
 *     public Step next(Portion portion) {
 *         var rows = things.after(portion.position(), 500);      // read by key, from where the last portion ended
 *         rows.forEach(things::count);                           // in the transaction that is already open
 *         return rows.size() < 500 ? new Step.End(rows.size()) : new Step.On(rows.size(), rows.getLast().id());
 *     }
 *     ...
 * }
 * }</pre>
 */
public interface LongWork {

    /** Under which its works are kept: module and name, such as {@code requests.rebuild-search}. It never changes. */
    String kind();

    /** Key of its title, which may have the work's arguments in its gaps. */
    String title();

    /** Who may ask for it. What it makes is given to whoever asked alone, as long as they still may. */
    Permission permission();

    /**
     * Key of the sentence that says what it does, where it needs no parameters and may be asked for on the page of works; only
     * one such work is under way at a time.
     */
    default Optional<String> byHand() {
        return Optional.empty();
    }

    /** The page that shows what came of it, where its last step named an outcome. */
    default Optional<String> address(String outcome) {
        return Optional.empty();
    }

    /** How many there are to do; empty where nobody knows beforehand. Asked once, before the first portion. */
    OptionalLong total(Portion portion);

    /**
     * Does the next portion, of about a second; a longer one {@linkplain Portion#tell tells} how far it is. The transaction is already open, and is the one that moves the work on:
     * whatever it does in the database happens exactly once. What it does elsewhere may happen twice, if the machine stops
     * between the two, and must bear it. An exception undoes the portion; the work has failed then, with the class of the
     * exception as its reason, and can be tried again from that position. Where the database itself is away, it is tried
     * again by itself.
     */
    Step next(Portion portion);
}
