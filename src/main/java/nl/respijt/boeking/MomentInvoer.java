package nl.respijt.boeking;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.web.Fout;
import nl.respijt.web.Velden;

/** Reads which moments somebody asks the API for. */
final class MomentInvoer {
    /** Without dates: from now on, as far as openstellingen are planned. */
    private static final Duration STANDAARD = Duration.ofDays(26 * 7);

    private static final List<String> SOORTEN = List.of("huis", "groep", "thuis", MomentJson.VERBLIJF);

    private static final List<String> DAGDELEN =
            Stream.of(Dagdeel.values()).map(Dagdeel::woord).toList();

    private MomentInvoer() {}

    /**
     * @param momenten whether moments are looked for
     * @param verblijven whether stays are: only for who asks for them by name, as they cannot be booked like the rest
     */
    record Gelezen(MomentVraag vraag, boolean momenten, boolean verblijven, Blad blad, List<Fout> fouten) {}

    static Gelezen lees(Velden velden, Gemeente gemeente, Instant nu) {
        var periode = velden.periode(nu, STANDAARD);
        var soorten = new HashSet<Soort>();
        var gevraagd = velden.keuzes("soort", SOORTEN);
        for (var woord : gevraagd) {
            if (!woord.equals(MomentJson.VERBLIJF)) {
                soorten.add(Soort.van(woord));
            }
        }
        var wijk = velden.keuze("wijk", gemeente.wijken());
        var wens = MomentVraag.tussen(periode.van(), periode.tot())
                .soorten(soorten)
                .wijk(wijk)
                .dagdeel(velden.keuze("dagdeel", DAGDELEN).map(Dagdeel::van))
                .taal(velden.tekst("taal", 3).filter(taal -> taalcode(velden, taal)))
                .ookVervallen();
        if (velden.jaNee("inDeBuurt").orElse(false)) {
            wens.buurt(wijk.map(gemeente::buren).orElse(List.of()));
        }
        if (velden.jaNee("rolstoel").orElse(false)) {
            wens.alleenRolstoel();
        }
        int personen = velden.getal("personen", 1, BoekVerzoek.MAX_PERSONEN).orElse(1);
        if (velden.jaNee("alleenVrij").orElse(false)) {
            wens.vrijVoor(personen);
        }
        var blad = new Blad(
                velden.getal("pagina", 1, 1_000_000).orElse(1),
                velden.getal("grootte", 1, Blad.MAX_GROOTTE).orElse(50));
        return new Gelezen(
                wens.vraag(),
                gevraagd.isEmpty() || !soorten.isEmpty(),
                gevraagd.contains(MomentJson.VERBLIJF),
                blad,
                velden.fouten());
    }

    private static boolean taalcode(Velden velden, String taal) {
        if (taal.matches("[a-z]{2,3}")) {
            return true;
        }
        velden.fout("taal", "fout.geen-taal");
        return false;
    }
}
