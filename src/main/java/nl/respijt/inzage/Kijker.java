package nl.respijt.inzage;

import java.util.UUID;
import nl.respijt.toegang.Rol;

/** Who looks, for whom they work, and in which request. */
public record Kijker(String slug, String naam, Rol rol, String organisatie, UUID verzoek) {}
