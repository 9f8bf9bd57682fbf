package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

    /** To the provider, on the morning of the last day: somebody waits still. */
    static final String HERINNERING = "aanmelding-herinnering";

    /** To the carer, a day before an offer ends. */
    static final String KIES = "aanmelding-kies";

    /** In {@link #KIES}: which offer. */
    static final String AANBOD = "aanbod";

    /** So long before an offer ends the carer hears of it once more. */
    private static final Duration VOOR_HET_EINDE = Duration.ofDays(1);

    /** To the provider: something it offered was chosen, refused, or lapsed. */
    static final String VERANDERD = "aanmelding-veranderd";

    /** To the makelaar: a house did not answer in time. */
    static final String STIL = "aanmelding-stil";

    /** To the makelaar: no house can, or will. */
    static final String ZONDER = "aanmelding-zonder";

    /** To the makelaar, on top of the list: it is needed today. */
    static final String SPOED = "aanmelding-spoed";

    /** To the carer: it is certain, with where the rest stands. */
    static final String ZEKER = "verblijf-zeker";

    /** To the carer, on the eve. */
    static final String MORGEN = "verblijf-morgen";

    /** In {@link #MORGEN}: the day of arrival that it is the eve of. */
    static final String AANKOMST = "aankomst";

    /** To the carer: something about a stay that was certain is otherwise. */
    static final String GEWIJZIGD = "verblijf-gewijzigd";

    /** To the carer: a stay that was certain is called off, and out of their calendar. */
    static final String AFGEZEGD = "verblijf-afgezegd";

    /** To the carer: one question, once it is over. */
    static final String TERUGBLIK = "verblijf-terugblik";

    /** design.md section 6: the day before, at 10:00 local; and as late in the morning for what is asked after it. */
    private static final LocalTime OCHTEND = LocalTime.of(10, 0);

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

    /** In {@link #HERINNERING}: which provider; one message for all its houses. */
    static final String WIE = "aanbieder";

    /** In both: until when they had; a house that was asked anew has longer, and another message. */
    static final String TERMIJN_TOT = "termijn";

    static final String AANBIEDER = "aanbieder:";
    private static final String DING = "aanmelding";

    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final Aanbieders aanbieders;
    private final List<Stapgevolg> ookTeVertellen;

    Verblijfpost(Geschiedenis geschiedenis, Postvak postvak, Aanbieders aanbieders, List<Stapgevolg> ookTeVertellen) {
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.aanbieders = aanbieders;
        this.ookTeVertellen = List.copyOf(ookTeVertellen);
    }

    /** A step, for whoever follows how far it is as well. */
    void stap(Handle handle, UUID aanmelding, String wat, String door, Instant nu) {
        regel(handle, aanmelding, wat, door, nu);
        Verblijfsaanmelding.Status.van(wat).ifPresent(status -> vertel(handle, aanmelding, status, nu));
    }

    /** A line of history and no more. Nothing of why: that may tell of care. */
    void regel(Handle handle, UUID aanmelding, String wat, String door, Instant nu) {
        geschiedenis.schrijf(handle, DING, aanmelding, wat, door, Optional.empty(), nu);
    }

    /** For who follows how far it is; not of every change is there a line. */
    void vertel(Handle handle, UUID aanmelding, Verblijfsaanmelding.Status status, Instant nu) {
        ookTeVertellen.forEach(een -> een.na(handle, aanmelding, status, nu));
    }

    List<Geschiedenis.Gebeurtenis> stappen(Handle handle, UUID aanmelding) {
        return geschiedenis.van(handle, aanmelding);
    }

    void aanMantelzorger(Handle handle, Verblijfsaanmelding aan, String soort, Instant nu) {
        aanMantelzorger(handle, aan, soort, Map.of(), nu, nu);
    }

    private void aanMantelzorger(
            Handle handle,
            Verblijfsaanmelding aan,
            String soort,
            Map<String, String> gegevens,
            Instant nietVoor,
            Instant nu) {
        var kanaal = aan.contact().email().isPresent() ? Kanaal.MAIL : Kanaal.BELLEN;
        postvak.plaats(
                handle,
                List.of(new NieuwBericht(
                        soort, kanaal, aan.id(), aan.versie(), DING + ":" + aan.id(), gegevens, nietVoor)),
                nu);
    }

    /** They hear at once that it is certain, and once more on the eve. */
    void zeker(Handle handle, Verblijfsaanmelding aan, LocalDate aankomst, Instant nu) {
        aanMantelzorger(handle, aan, ZEKER, nu);
        var vooravond = Tijdzone.instant(aankomst.minusDays(1), OCHTEND);
        if (vooravond.isAfter(nu)) {
            aanMantelzorger(handle, aan, MORGEN, Map.of(AANKOMST, aankomst.toString()), vooravond, nu);
        }
    }

    /** The day after they left. */
    void terugblik(Handle handle, Verblijfsaanmelding aan, Instant nu) {
        var morgen = Tijdzone.instant(Tijdzone.datum(nu).plusDays(1), OCHTEND);
        aanMantelzorger(handle, aan, TERUGBLIK, Map.of(), morgen, nu);
    }

    void aanHuis(Handle handle, Verblijfsaanmelding over, UUID aanbieder, String soort, Instant nu) {
        aanHuis(handle, over, aanbieder, soort, Map.of(), nu, nu);
    }

    private void aanHuis(
            Handle handle,
            Verblijfsaanmelding over,
            UUID aanbieder,
            String soort,
            Map<String, String> gegevens,
            Instant nietVoor,
            Instant nu) {
        postvak.plaats(
                handle,
                aanbieders.medewerkers(handle, aanbieder).stream()
                        .map(wie -> new NieuwBericht(
                                soort, Kanaal.MAIL, over.id(), over.versie(), AANBIEDER + wie, gegevens, nietVoor))
                        .toList(),
                nu);
    }

    /** The carer hears once more that they can choose, when there is time left to say so. */
    void alsNogTeKiezen(Handle handle, Verblijfsaanmelding aan, Aanbieding aanbieding, Instant nu) {
        var wanneer = aanbieding.verlooptOp().minus(VOOR_HET_EINDE);
        if (nu.isBefore(wanneer)) {
            aanMantelzorger(handle, aan, KIES, Map.of(AANBOD, aanbieding.id().toString()), wanneer, nu);
        }
    }

    void aanMakelaar(Handle handle, Verblijfsaanmelding over, String soort, Instant nu) {
        postvak.plaats(
                handle,
                List.of(new NieuwBericht(soort, Kanaal.BELLEN, over.id(), over.versie(), "makelaar", Map.of(), nu)),
                nu);
    }

    /** Somebody waits for this house until then: it hears so on the morning of that day, and after it the makelaar does. */
    void bewaak(Handle handle, Verblijfsaanmelding over, UUID aanbieder, UUID huis, Instant antwoordVoor, Instant nu) {
        var laatsteDag = Tijdzone.datum(antwoordVoor.minusMillis(1));
        var ochtend = Tijdzone.instant(laatsteDag, OCHTEND);
        if (nu.isBefore(ochtend)) {
            var wat = Map.of(WIE, aanbieder.toString(), TERMIJN_TOT, antwoordVoor.toString());
            aanHuis(handle, over, aanbieder, HERINNERING, wat, ochtend, nu);
        }
        postvak.plaats(
                handle,
                List.of(new NieuwBericht(
                        STIL,
                        Kanaal.BELLEN,
                        over.id(),
                        over.versie(),
                        "makelaar:" + huis,
                        Map.of(HUIS, huis.toString(), TERMIJN_TOT, antwoordVoor.toString()),
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
