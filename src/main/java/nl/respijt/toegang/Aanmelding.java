package nl.respijt.toegang;

import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is signed in. {@code persoonId} is the row this person is elsewhere (a host's gastheer), where there is
 * one; {@code csrf} is the token that the session's forms carry.
 */
public record Aanmelding(String slug, String naam, Rol rol, Optional<UUID> persoonId, String csrf) {}
