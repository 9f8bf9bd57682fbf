package nl.respijt.toegang;

import java.util.Locale;

/** What somebody is to Respijt (domain.md "People"); decides what they may do. */
public enum Rol {
    MANTELZORGER,
    GASTHEER,
    GROEPSCOORDINATOR,
    MAKELAAR,
    AANBIEDER,
    VERWIJZER,
    GEMEENTE,
    BEHEERDER;

    /** The word in the database, the API and the bundles. */
    public String woord() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Rol van(String woord) {
        return valueOf(woord.toUpperCase(Locale.ROOT));
    }
}
