package nl.respijt.kortverblijf;

/**
 * Why a house does not take this guest, or not on these nights.
 *
 * @param waarde what it stumbles over: an answer, a weekday, a number of nights or a date, as the texts need it
 */
public record Reden(Regel regel, String waarde) {}
