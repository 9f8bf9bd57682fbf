package nl.respijt.kortverblijf;

import nl.respijt.web.Teksten;

/** Why a house does not take somebody, in the words of who reads it. */
public final class VerblijfTekst {
    private VerblijfTekst() {}

    public static String van(Reden reden, Logeerhuis huis, Teksten t) {
        return switch (reden.regel()) {
            case LEEFTIJD, SPOED, AANKOMSTDAG, CONTRACT, VOL ->
                t.van("verblijf.reden." + reden.regel().woord());
            case NACHTEN ->
                t.van(
                        "verblijf.reden.nachten",
                        huis.regels().minimaalNachten(),
                        huis.regels().maximaalNachten());
            case MOBILITEIT, NACHTZORG, MEDICATIE, ONRUST, DEMENTIE ->
                t.van("verblijf.reden." + reden.regel().woord() + "." + reden.waarde());
        };
    }
}
