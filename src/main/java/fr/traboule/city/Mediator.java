package fr.traboule.city;

import java.util.Optional;

/**
 * The city's mediator (« médiateur territorial », CGCT article L1112-24): outside the administration, independent and neutral.
 *
 * @param name of the person or of the service
 * @param link page that says how to write to them
 */
public record Mediator(String name, Optional<String> phone, Optional<String> link) {}
