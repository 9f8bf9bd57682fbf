package nl.respijt.toegang;

/** How one gets in to do something. */
public enum Deur {
    /** Nobody is asked who they are. */
    IEDEREEN,
    /** A secret in the address or in a header opens the one thing it names. */
    SLEUTEL,
    /** Anyone, where there is a demo; in production the address does not exist. */
    DEMO,
    /** Somebody who is signed in, and whose role may. */
    AANMELDING
}
