package nl.respijt.rooster;

import java.util.UUID;

public record GastheerId(UUID waarde) {}
