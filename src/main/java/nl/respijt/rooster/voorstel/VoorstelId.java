package nl.respijt.rooster.voorstel;

import java.util.UUID;

public record VoorstelId(UUID waarde) {}
