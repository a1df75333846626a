package fr.traboule.city;

import java.util.Optional;

/**
 * What the city decided once for all.
 *
 * @param commune its code (INSEE): places elsewhere are other cities'
 * @param triageUnit where requests go that nobody knows how to place
 * @param complaintUnit who answers complaints: never the unit complained of alone
 * @param promiseDays working days in which an answer is promised where the subject says nothing
 * @param schoolZone A, B or C
 * @param phone where somebody answers for the whole city
 * @param mediator empty where the city has none
 */
public record CitySettings(
        String commune,
        UnitId triageUnit,
        UnitId complaintUnit,
        int promiseDays,
        String schoolZone,
        Optional<String> phone,
        Optional<Mediator> mediator) {}
