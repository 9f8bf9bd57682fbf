package nl.respijt.bericht;

import java.util.Locale;

/**
 * Why a message did not go. Kept as a word, with the code of who refused it where there is one, and explained by the
 * bundle.
 */
public enum Hapering {
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
    GEEN_ADRES,
    /** Another system does not accept who we say we are, or does not let us do this. */
    KOPPELING_TOEGANG,
    KOPPELING_WEIGERT,
    /** It does not take this now. */
    KOPPELING_WACHTEN,
    KOPPELING_STIL;

    public String woord() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String met(int code) {
        return met(String.valueOf(code));
    }

    /** @param code of the one who refused; never something that a person wrote */
    public String met(String code) {
        return woord() + " " + code;
    }
}
