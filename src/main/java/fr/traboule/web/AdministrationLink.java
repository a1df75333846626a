package fr.traboule.web;

import fr.traboule.ground.access.Permission;

/**
 * A page of the administration, offered to those who may use it. Floors above declare theirs as beans.
 *
 * @param title key of its title
 * @param summary key of one sentence that says what it is for
 */
public record AdministrationLink(String address, String title, String summary, Permission permission) {}
