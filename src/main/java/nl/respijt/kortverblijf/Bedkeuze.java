package nl.respijt.kortverblijf;

import nl.respijt.kortverblijf.Logeerhuis.Bed;

/** A bed that a house can offer as it is: fit for the guest, and free all these nights. */
public record Bedkeuze(Bed bed, Verblijf nachten) {}
