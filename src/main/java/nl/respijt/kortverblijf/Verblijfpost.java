package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/** Writes down each step, and tells whom it concerns; what the messages say is {@link VerblijfBerichtMaker}'s. */
@Singleton
final class Verblijfpost {
    /** To the carer: it arrived. */
    static final String ONTVANGEN = "aanmelding-ontvangen";

    /** To the carer: something happened, behind the key. */
    static final String NIEUWS = "aanmelding-nieuws";

    /** To the provider: somebody waits for an answer. */
    static final String GEVRAAGD = "aanmelding-gevraagd";

    /** To the provider: something it offered was chosen, refused, or lapsed. */
    static final String VERANDERD = "aanmelding-veranderd";

    /** To the makelaar: a house did not answer in time. */
    static final String STIL = "aanmelding-stil";

    /** To the makelaar: no house can, or will. */
    static final String ZONDER = "aanmelding-zonder";

    /** To the makelaar, on top of the list: it is needed today. */
    static final String SPOED = "aanmelding-spoed";

    /** To the makelaar: nobody came on the day of arrival. */
    static final String NIET_GEKOMEN = "verblijf-niet-gekomen";

    /** To the makelaar: the carer asks the house for another day of departure. */
    static final String ANDERE_DAG = "verblijf-andere-dag";

    /** To the provider: something changed in a stay, behind its login. */
    static final String VERBLIJF_VERANDERD = "verblijf-veranderd";

    /** To the makelaar: the gemeente is past the term that the law gives it. */
    static final String TERMIJN = "aanmelding-termijn";

    /** In {@link #TERMIJN}: the last day of that term. */
    static final String UITERLIJK = "uiterlijk";

    /** In {@link #STIL}: which house. */
    static final String HUIS = "huis";

    static final String AANBIEDER = "aanbieder:";
    private static final String DING = "aanmelding";

    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final Aanbieders aanbieders;

    Verblijfpost(Geschiedenis geschiedenis, Postvak postvak, Aanbieders aanbieders) {
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.aanbieders = aanbieders;
    }

    /** Nothing of why: that may tell of care. */
    void stap(Handle handle, UUID aanmelding, String wat, String door, Instant nu) {
        geschiedenis.schrijf(handle, DING, aanmelding, wat, door, Optional.empty(), nu);
    }

    List<Geschiedenis.Gebeurtenis> stappen(Handle handle, UUID aanmelding) {
        return geschiedenis.van(handle, aanmelding);
    }

    void aanMantelzorger(Handle handle, Verblijfsaanmelding aan, String soort, Instant nu) {
        var kanaal = aan.contact().email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
        postvak.plaats(
                handle,
                List.of(new NieuwBericht(soort, kanaal, aan.id(), aan.versie(), DING + ":" + aan.id(), Map.of(), nu)),
                nu);
    }

    void aanHuis(Handle handle, Verblijfsaanmelding over, UUID aanbieder, String soort, Instant nu) {
        postvak.plaats(
                handle,
                aanbieders.medewerkers(handle, aanbieder).stream()
                        .map(wie -> new NieuwBericht(
                                soort, Kanaal.MAIL, over.id(), over.versie(), AANBIEDER + wie, Map.of(), nu))
                        .toList(),
                nu);
    }

    void aanMakelaar(Handle handle, Verblijfsaanmelding over, String soort, Instant nu) {
        postvak.plaats(
                handle,
                List.of(new NieuwBericht(soort, Kanaal.BELLEN, over.id(), over.versie(), "makelaar", Map.of(), nu)),
                nu);
    }

    /** Said only when the house did not answer by then. */
    void alsStil(Handle handle, Verblijfsaanmelding over, UUID huis, Instant antwoordVoor, Instant nu) {
        postvak.plaats(
                handle,
                List.of(new NieuwBericht(
                        STIL,
                        Kanaal.BELLEN,
                        over.id(),
                        over.versie(),
                        "makelaar:" + huis,
                        Map.of(HUIS, huis.toString()),
                        antwoordVoor)),
                nu);
    }

    /** Said on the day after the term, and only when the gemeente did nothing until then. */
    void alsTeLaat(Handle handle, Verblijfsaanmelding over, LocalDate uiterlijk, Instant nu) {
        var daarna = Tijdzone.beginVan(uiterlijk.plusDays(1));
        postvak.plaats(
                handle,
                List.of(new NieuwBericht(
                        TERMIJN,
                        Kanaal.BELLEN,
                        over.id(),
                        over.versie(),
                        "makelaar",
                        Map.of(UITERLIJK, uiterlijk.toString()),
                        daarna.isBefore(nu) ? nu : daarna)),
                nu);
    }
}
