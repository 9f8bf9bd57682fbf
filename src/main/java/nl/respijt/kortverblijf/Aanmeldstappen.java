package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.respijt.aanbieder.Bevestigtermijn;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * How far an intake is, and what a step does to the beds that are held for it, to the houses and to what people hear. Within
 * the transaction of whoever takes the step, who holds the row of the intake.
 */
@Singleton
final class Aanmeldstappen {
    /** Who takes a step that time takes. */
    static final String SYSTEEM = "systeem";

    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final Bevestigtermijn termijn;
    private final Verblijfpost post;
    private final Klok klok;

    Aanmeldstappen(
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            Bevestigtermijn termijn,
            Verblijfpost post,
            Klok klok) {
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.termijn = termijn;
        this.post = post;
        this.klok = klok;
    }

    Verblijfsaanmelding stap(Handle handle, Verblijfsaanmelding wie, Status status, String door, Instant nu) {
        return stap(handle, wie, status, 0, door, nu);
    }

    Verblijfsaanmelding stap(
            Handle handle, Verblijfsaanmelding wie, Status status, int wmoGebruikt, String door, Instant nu) {
        var wordt = aanmeldingen.wordt(handle, wie.id(), status, wmoGebruikt, nu);
        post.stap(handle, wie.id(), status.woord(), door, nu);
        return wordt;
    }

    /** Ends it while it is open or has a bed: every bed is free from today on, and the houses hear it. */
    Verblijfsaanmelding eindig(Handle handle, Verblijfsaanmelding wie, Status hoe, String door) {
        if (!wie.status().isOpen() && !wie.status().heeftBed()) {
            return wie;
        }
        var nu = klok.instant();
        geefVrij(handle, wie.id(), _ -> true, nu);
        aanbiedingen.van(handle, wie.id()).stream()
                .filter(een -> een.status() == Aanbieding.Status.AANVAARD)
                .forEach(een ->
                        aanbiedingen.geefVrij(handle, een.id(), Aanbieding.Status.VRIJGEGEVEN, klok.vandaag(), nu));
        var wordt = stap(handle, wie, hoe, 0, door, nu);
        sluit(handle, wordt, Optional.empty(), nu);
        if (wie.status() == Status.BEVESTIGD) {
            post.aanMantelzorger(handle, wordt, Verblijfpost.AFGEZEGD, nu);
        }
        return wordt;
    }

    /** An offer that nobody took: its nights are free, the house is asked again and told, as is the carer when it lapsed. */
    Verblijfsaanmelding voorbij(
            Handle handle,
            Verblijfsaanmelding wie,
            Aanbieding aanbieding,
            Aanbieding.Status hoe,
            String door,
            Instant nu) {
        aanbiedingen.geefVrij(handle, aanbieding.id(), hoe, LocalDate.MIN, nu);
        aanbiedingen.vraagOpnieuw(handle, wie.id(), aanbieding.huis(), Aanmeldingen.antwoordVoor(termijn, wie, nu));
        post.stap(handle, wie.id(), "aanbod-" + hoe.woord(), door, nu);
        var wordt = kijkOpnieuw(handle, wie, door, nu);
        aanbiedingen.uitzettingen(handle, wordt).stream()
                .filter(uitzetting -> uitzetting.huis().equals(aanbieding.huis()))
                .forEach(uitzetting -> {
                    post.aanHuis(handle, wordt, uitzetting.aanbieder(), Verblijfpost.VERANDERD, nu);
                    post.bewaak(
                            handle, wordt, uitzetting.aanbieder(), uitzetting.huis(), uitzetting.antwoordVoor(), nu);
                });
        return wordt;
    }

    /** Open offers of this intake that this is about, with their nights. */
    void geefVrij(Handle handle, UUID aanmelding, Predicate<Aanbieding> welke, Instant nu) {
        aanbiedingen.van(handle, aanmelding).stream()
                .filter(een -> een.status() == Aanbieding.Status.AANGEBODEN)
                .filter(welke)
                .forEach(een ->
                        aanbiedingen.geefVrij(handle, een.id(), Aanbieding.Status.VRIJGEGEVEN, LocalDate.MIN, nu));
    }

    /** No house is asked any more; those that still were hear that something changed. */
    void sluit(Handle handle, Verblijfsaanmelding wie, Optional<UUID> gekozen, Instant nu) {
        for (var uitzetting : aanbiedingen.uitzettingen(handle, wie)) {
            if (uitzetting.isAf()) {
                continue;
            }
            if (gekozen.filter(uitzetting.huis()::equals).isEmpty()) {
                aanbiedingen.wordt(handle, uitzetting.id(), Uitzetting.Status.VRIJGEGEVEN, nu);
            }
            post.aanHuis(handle, wie, uitzetting.aanbieder(), Verblijfpost.VERANDERD, nu);
        }
    }

    /** How far it is by what is offered and asked; when nothing is left, the makelaar calls. */
    Verblijfsaanmelding kijkOpnieuw(Handle handle, Verblijfsaanmelding wie, String door, Instant nu) {
        if (!wie.status().isOpen()) {
            return wie;
        }
        if (aanbiedingen.van(handle, wie.id()).stream().anyMatch(een -> een.status() == Aanbieding.Status.AANGEBODEN)) {
            return terug(handle, wie, Status.AANGEBODEN, nu);
        }
        if (aanbiedingen.uitzettingen(handle, wie).stream().anyMatch(een -> !een.isAf())) {
            return terug(handle, wie, Status.UITGEZET, nu);
        }
        var wordt = stap(handle, wie, Status.AFGEWEZEN, door, nu);
        post.aanMakelaar(handle, wordt, Verblijfpost.ZONDER, nu);
        post.aanMantelzorger(handle, wordt, Verblijfpost.NIEUWS, nu);
        return wordt;
    }

    /** As it was before; the line of what was lost says it already. */
    private Verblijfsaanmelding terug(Handle handle, Verblijfsaanmelding wie, Status status, Instant nu) {
        post.vertel(handle, wie.id(), status, nu);
        return aanmeldingen.wordt(handle, wie.id(), status, 0, nu);
    }
}
