package nl.respijt.inzage;

import java.util.Optional;
import java.util.UUID;

/** Something of one mantelzorger that is about to be shown. */
public record Gezien(UUID betrokkene, Ding ding, Optional<UUID> dingId) {}
