package nl.respijt.toegang;

/** How near a thing is to who asks for it. Each circle holds the ones before it. */
public enum Relatie {
    EIGEN,
    ZELFDE_GROEP_OF_HUIS,
    ZELFDE_ORGANISATIE,
    ANDER
}
