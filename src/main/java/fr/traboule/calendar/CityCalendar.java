package fr.traboule.calendar;

import java.time.ZoneId;

/** What opening hours need to know of the city's days: its clock (Europe/Paris), public and school holidays. */
public record CityCalendar(ZoneId zone, WorkingDays workingDays, SchoolHolidays schoolHolidays) {}
