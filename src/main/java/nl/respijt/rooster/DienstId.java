package nl.respijt.rooster;

import java.util.UUID;

public record DienstId(UUID waarde) {}
