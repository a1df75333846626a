package fr.traboule.residents;

/** A record is erased: whatever is tied to it lets go of it, in the same transaction. */
public record ResidentErased(ResidentId resident) {}
