package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/** The decision of the gemeente, as the makelaar records it. It runs beside the search for a bed; a stay is certain after it. */
@Singleton
public final class Wmobesluiten {
    /** What can come of recording it. */
    public sealed interface BesluitResultaat {
        record Vastgelegd(Verblijfsaanmelding aanmelding) implements BesluitResultaat {}

        /** Fewer nights than the stay takes or took, or no yes any more. */
        record TeWeinigNachten() implements BesluitResultaat {}

        /** Not known yet, or before what came first. */
        record VerkeerdeDag(Optional<LocalDate> nietVoor) implements BesluitResultaat {}

        record Onbekend() implements BesluitResultaat {}
    }

    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final Aanmeldstappen stappen;
    private final Verblijfpost post;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Wmobesluiten(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            Aanmeldstappen stappen,
            Verblijfpost post,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.stappen = stappen;
        this.post = post;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** How far it is, by whose dates; empty for what is not there any more. */
    public Optional<Wmotermijn> termijn(UUID id) {
        return transacties.lees(handle -> aanmeldingen.find(handle, id).map(wie -> aanmeldingen.termijn(handle, id)));
    }

    /**
     * @param nachten how many it has in all; only with {@link Wmostand#TOEGEKEND}
     * @param op the day on which the gemeente was told, was asked, or decided
     */
    public BesluitResultaat legVast(UUID id, Wmostand besluit, OptionalInt nachten, LocalDate op, String door) {
        var resultaat = transacties.schrijf(handle -> aanmeldingen
                .metSlot(handle, id)
                .map(wie -> legVast(handle, wie, besluit, nachten, op, door))
                .orElseGet(BesluitResultaat.Onbekend::new));
        gevolgen.na();
        return resultaat;
    }

    private BesluitResultaat legVast(
            Handle handle, Verblijfsaanmelding wie, Wmostand besluit, OptionalInt nachten, LocalDate op, String door) {
        if (wie.wmoGebruikt() > 0 && (besluit != Wmostand.TOEGEKEND || nachten.orElse(0) < wie.wmoGebruikt())) {
            return new BesluitResultaat.TeWeinigNachten();
        }
        var was = aanmeldingen.termijn(handle, wie.id());
        var nietVoor = was.nietVoor(besluit);
        if (op.isAfter(klok.vandaag()) || nietVoor.filter(op::isBefore).isPresent()) {
            return new BesluitResultaat.VerkeerdeDag(nietVoor);
        }
        var termijn = was.met(besluit, op);
        if (termijn.equals(was) && nachten.equals(wie.wmoNachten())) {
            return new BesluitResultaat.Vastgelegd(wie);
        }
        var nu = klok.instant();
        aanmeldingen.besluit(handle, wie.id(), termijn, nachten, nu);
        post.stap(handle, wie.id(), "wmo-" + besluit.woord(), door, nu);
        var wordt = aanmeldingen.find(handle, wie.id()).orElseThrow();
        termijn.uiterlijk().ifPresent(uiterlijk -> post.alsTeLaat(handle, wordt, uiterlijk, nu));
        if (besluit == Wmostand.AFGEWEZEN && wordt.status().heeftBed()) {
            // Without the gemeente nobody pays; the bed is for who comes next, and the makelaar calls.
            var klaar = stappen.eindig(handle, wordt, Status.AFGEWEZEN, door);
            post.aanMakelaar(handle, klaar, Verblijfpost.ZONDER, nu);
            post.aanMantelzorger(handle, klaar, Verblijfpost.NIEUWS, nu);
            return new BesluitResultaat.Vastgelegd(klaar);
        }
        if (wordt.status() != Status.GEACCEPTEERD) {
            return new BesluitResultaat.Vastgelegd(wordt);
        }
        var gekozen = aanbiedingen.van(handle, wie.id()).stream()
                .filter(een -> een.status() == Aanbieding.Status.AANVAARD)
                .findFirst()
                .orElseThrow();
        if (!wordt.isGedekt(gekozen.verblijf().aantal())) {
            return new BesluitResultaat.Vastgelegd(wordt);
        }
        var zeker =
                stappen.stap(handle, wordt, Status.BEVESTIGD, gekozen.verblijf().aantal(), door, nu);
        post.zeker(handle, zeker, gekozen.verblijf().van(), nu);
        aanbiedingen.uitzettingen(handle, zeker).stream()
                .filter(uitzetting -> uitzetting.huis().equals(gekozen.huis()))
                .forEach(uitzetting -> post.aanHuis(handle, zeker, uitzetting.aanbieder(), Verblijfpost.VERANDERD, nu));
        return new BesluitResultaat.Vastgelegd(zeker);
    }
}
