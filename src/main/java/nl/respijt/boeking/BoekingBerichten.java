package nl.respijt.boeking;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.tijd.Tijdzone;

/** Which messages belong to what happens to a booking; what they say is {@link BoekingBerichtMaker}'s. */
final class BoekingBerichten {
    static final String BEVESTIGING = "boeking-bevestiging";
    static final String AANVRAAG = "boeking-aanvraag";
    static final String AFWIJZING = "boeking-afwijzing";
    static final String HERINNERING = "boeking-herinnering";
    static final String WIJZIGING = "boeking-wijziging";
    static final String ANDERE_PLAATS = "boeking-andere-plaats";
    static final String ANNULERING = "boeking-annulering";
    static final String AFGELASTING = "boeking-afgelasting";
    static final String IEMAND_MEE = "boeking-iemand-mee";

    /** In {@link NieuwBericht#gegevens()}: the time it was before, the reason that was given. */
    static final String WAS = "was";

    static final String REDEN = "reden";

    /** There when the place is another as well. */
    static final String OOK_PLAATS = "ookPlaats";

    static final String MAKELAAR = "makelaar";

    /** design.md section 6: the day before, at 10:00 local. */
    private static final LocalTime TIJD_VAN_HERINNERING = LocalTime.of(10, 0);

    private BoekingBerichten() {}

    /** Of what is still to be confirmed there is no reminder yet. */
    static List<NieuwBericht> bijBoeken(BoekAntwoord antwoord, BoekVerzoek verzoek, Moment moment, Instant nu) {
        var id = antwoord.id();
        var bevestigd = antwoord.status().equals(Boeking.Status.BEVESTIGD.woord());
        var berichten = new ArrayList<NieuwBericht>();
        if (verzoek.contact().email().isPresent()) {
            berichten.add(bericht(bevestigd ? BEVESTIGING : AANVRAAG, Kanaal.MAIL, id, 0, Map.of(), nu));
        }
        if (verzoek.contact().email().isPresent() && bevestigd) {
            herinnering(id, 0, moment, nu).ifPresent(berichten::add);
        }
        if (verzoek.iemandMee()) {
            berichten.add(new NieuwBericht(IEMAND_MEE, Kanaal.BELLEN, id, 0, MAKELAAR, Map.of(), nu));
        }
        return berichten;
    }

    /** Somebody else said yes to what was asked: it is told to whoever asked. */
    static List<NieuwBericht> bijBevestigen(Boeking boeking, Instant nu) {
        var id = boeking.id().waarde();
        var berichten = new ArrayList<NieuwBericht>();
        berichten.add(bericht(BEVESTIGING, kanaal(boeking), id, boeking.versie(), Map.of(), nu));
        berichten.addAll(herinnering(boeking, nu));
        return berichten;
    }

    /** The day before, to who has mail; not of what nobody said yes to. */
    static List<NieuwBericht> herinnering(Boeking boeking, Instant nu) {
        return boeking.email().isEmpty() || boeking.status() != Boeking.Status.BEVESTIGD
                ? List.of()
                : herinnering(boeking.id().waarde(), boeking.versie(), boeking.moment(), nu).stream()
                        .toList();
    }

    static List<NieuwBericht> bijAfwijzen(Boeking boeking, String reden, Instant nu) {
        return List.of(
                bericht(AFWIJZING, kanaal(boeking), boeking.id().waarde(), boeking.versie(), Map.of(REDEN, reden), nu));
    }

    /** Of a booking that is told together with others. */
    static List<NieuwBericht> alleenHerinnering(UUID id, BoekVerzoek verzoek, Moment moment, Instant nu) {
        return verzoek.contact().email().isPresent()
                ? herinnering(id, 0, moment, nu).stream().toList()
                : List.of();
    }

    /**
     * The booking has its new time already; it was at {@code was}. Who chose another moment knows where that is; who is
     * told that theirs is somewhere else has to hear it.
     */
    static List<NieuwBericht> bijWijzigen(Boeking boeking, Moment was, Optional<String> reden, Instant nu) {
        var gegevens = new java.util.LinkedHashMap<String, String>();
        gegevens.put(WAS, was.tijdvak().van().toString());
        reden.ifPresent(tekst -> gegevens.put(REDEN, tekst));
        var elders = was.id().equals(boeking.moment().id())
                && !was.plek().equals(boeking.moment().plek());
        if (elders) {
            gegevens.put(OOK_PLAATS, "ja");
        }
        var soort = elders && was.tijdvak().equals(boeking.tijdvak()) ? ANDERE_PLAATS : WIJZIGING;
        var berichten = new ArrayList<NieuwBericht>();
        berichten.add(bericht(soort, kanaal(boeking), boeking.id().waarde(), boeking.versie(), gegevens, nu));
        if (boeking.email().isPresent()) {
            herinnering(boeking.id().waarde(), boeking.versie(), boeking.moment(), nu)
                    .ifPresent(berichten::add);
        }
        return berichten;
    }

    /** The carer cancelled: a mail as proof; who has no mail cancelled on a page or by phone and knows. */
    static List<NieuwBericht> bijAnnuleren(Boeking boeking, Instant nu) {
        return boeking.email().isEmpty()
                ? List.of()
                : List.of(bericht(ANNULERING, Kanaal.MAIL, boeking.id().waarde(), boeking.versie(), Map.of(), nu));
    }

    static List<NieuwBericht> bijAfgelasten(Boeking boeking, String reden, Instant nu) {
        return List.of(bericht(
                AFGELASTING,
                kanaal(boeking),
                boeking.id().waarde(),
                boeking.versie(),
                reden.isBlank() ? Map.of() : Map.of(REDEN, reden),
                nu));
    }

    private static Kanaal kanaal(Boeking boeking) {
        return boeking.email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
    }

    private static Optional<NieuwBericht> herinnering(UUID id, int versie, Moment moment, Instant nu) {
        var dagErvoor = Tijdzone.datum(moment.tijdvak().van()).minusDays(1);
        var moment10uur = Tijdzone.instant(dagErvoor, TIJD_VAN_HERINNERING);
        return moment10uur.isAfter(nu)
                ? Optional.of(bericht(HERINNERING, Kanaal.MAIL, id, versie, Map.of(), moment10uur))
                : Optional.empty();
    }

    private static NieuwBericht bericht(
            String soort, Kanaal kanaal, UUID id, int versie, Map<String, String> gegevens, Instant nietVoor) {
        return new NieuwBericht(soort, kanaal, id, versie, "boeking:" + id, gegevens, nietVoor);
    }
}
