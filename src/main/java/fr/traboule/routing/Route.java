package fr.traboule.routing;

import fr.traboule.city.OrganisationId;
import fr.traboule.city.UnitId;

/**
 * Where a request goes.
 *
 * @param unit of ours, that answers for it from now on
 * @param organisation that will do the work: ours, or another administration to which the unit passes it on
 */
public record Route(UnitId unit, OrganisationId organisation) {}
