package fr.traboule.residents;

import java.util.Set;

/** Somebody who may be the same person, and why. */
public record ResidentAlike(ResidentCard card, Set<LikenessReason> reasons) {}
