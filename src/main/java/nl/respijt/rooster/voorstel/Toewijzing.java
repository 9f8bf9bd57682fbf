package nl.respijt.rooster.voorstel;

import java.util.Optional;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.GastheerId;

/** One place on an openstelling: whose it is now, if it is planned, and whose it would be; empty when nobody's. */
record Toewijzing(MomentId moment, Optional<DienstId> dienst, Optional<GastheerId> gastheer) {}
