package nl.respijt.boeking;

/**
 * Where a moment is.
 *
 * @param plaats how one finds it: a street, or the name of a house
 */
public record Plek(String wijk, String plaats, boolean rolstoeltoegankelijk) {}
