package fr.traboule.requests;

/** What the person takes away: the number of their request and the secret that lets them follow it. */
public record Receipt(RequestNumber number, TrackingSecret secret) {}
