package fr.traboule.records;

/** Records of the city may not be what they were; told after the transaction, so that what was remembered is read again. */
public record RecordsChanged() {}
