package nl.respijt.boeking;

import java.util.UUID;

public record BoekingId(UUID waarde) {}
