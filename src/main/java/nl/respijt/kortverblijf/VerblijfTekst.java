package nl.respijt.kortverblijf;

import java.time.LocalDate;
import java.util.stream.Collectors;
import nl.respijt.web.Datums;
import nl.respijt.web.Teksten;

/** Why a house does not take somebody, in the words of who reads it. */
public final class VerblijfTekst {
    private VerblijfTekst() {}

    public static String van(Reden reden, Logeerhuis huis, Teksten t) {
        return switch (reden.regel()) {
            case LEEFTIJD, SPOED, AANKOMSTDAG, CONTRACT, VOL, VOORBIJ ->
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

    /** For the desk: the rule by its name, what it stumbles over, and what the house does take. */
    public static String voorStaf(Reden reden, Logeerhuis huis, Teksten t, Datums d) {
        var regels = huis.regels();
        return switch (reden.regel()) {
            case LEEFTIJD, MOBILITEIT, NACHTZORG, MEDICATIE, ONRUST, DEMENTIE -> {
                var vraag = reden.regel();
                var antwoord = antwoord(vraag, reden.waarde(), t);
                yield regels.neemt(vraag, reden.waarde())
                        ? t.van("regeltekst.geen-bed", naam(vraag, t), antwoord)
                        : t.van(
                                "regeltekst.vraag",
                                naam(vraag, t),
                                antwoord,
                                vraag.antwoorden().stream()
                                        .filter(een -> regels.neemt(vraag, een))
                                        .map(een -> antwoord(vraag, een, t))
                                        .collect(Collectors.joining(", ")));
            }
            case SPOED -> t.van("regeltekst.spoed");
            case NACHTEN ->
                t.van(
                        "regeltekst.nachten",
                        Integer.parseInt(reden.waarde()),
                        regels.minimaalNachten(),
                        regels.maximaalNachten());
            case AANKOMSTDAG ->
                t.van(
                        "regeltekst.aankomstdag",
                        d.weekdag(Integer.parseInt(reden.waarde())),
                        regels.aankomstdagen().stream()
                                .sorted()
                                .map(dag -> d.weekdag(dag.getValue()))
                                .collect(Collectors.joining(", ")));
            case CONTRACT -> t.van("regeltekst.contract", d.datum(LocalDate.parse(reden.waarde())));
            case VOL -> t.van("regeltekst.vol", Integer.parseInt(reden.waarde()));
            case VOORBIJ -> t.van("regeltekst.voorbij", d.datum(LocalDate.parse(reden.waarde())));
        };
    }

    private static String naam(Regel vraag, Teksten t) {
        return t.van("zorg." + vraag.woord());
    }

    private static String antwoord(Regel vraag, String woord, Teksten t) {
        return t.van("zorg." + vraag.woord() + "." + woord);
    }
}
