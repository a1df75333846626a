package fr.traboule.web;

import fr.traboule.ground.access.Permission;

/**
 * An entry of the desk's navigation, offered to those who may use it. Floors above declare theirs as beans.
 *
 * @param title key of its text
 */
public record DeskLink(String address, String title, Permission permission) {}
