package fr.traboule.desk;

import fr.traboule.ground.access.Permission;

/**
 * Something that a floor above does with several requests of the queue. The queue posts to it the numbers that were chosen
 * ({@value #NUMBER}), or {@value #ALL} with the filters of the list ({@value #QUERY}), for {@link QueueSelection}.
 *
 * @param text key of the text on its button
 */
public record QueueAct(String address, String text, Permission permission) {

    public static final String NUMBER = "number";
    public static final String ALL = "all";
    public static final String QUERY = "query";
}
