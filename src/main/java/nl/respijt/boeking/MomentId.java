package nl.respijt.boeking;

import java.util.UUID;

public record MomentId(UUID waarde) {}
