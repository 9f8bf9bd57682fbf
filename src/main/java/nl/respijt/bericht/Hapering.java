package nl.respijt.bericht;

import java.util.Locale;

/** Why a mail did not go. Kept as a word, with the relay's code where there is one, and explained by the bundle. */
enum Hapering {
    /** The relay does not accept our name and password. */
    INLOGGEN,
    WEIGERT,
    WACHTEN,
    /** No answer, or not one that can be understood. */
    STIL,
    /** The service stopped in the middle of an attempt, time and again. */
    AFGEBROKEN,
    GEEN_MAKER,
    /** The maker failed. */
    MAKEN,
    ADRES,
    GEEN_ADRES;

    String woord() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String met(int code) {
        return woord() + " " + code;
    }
}
