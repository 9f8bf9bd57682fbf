package nl.respijt.rooster;

import java.util.UUID;

/** A house as a gastheer knows it. */
public record Huis(UUID id, String naam) {}
