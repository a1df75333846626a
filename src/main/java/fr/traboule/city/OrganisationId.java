package fr.traboule.city;

import java.util.UUID;

/** An administration: the city, an arrondissement town hall, the Métropole... */
public record OrganisationId(UUID value) {}
