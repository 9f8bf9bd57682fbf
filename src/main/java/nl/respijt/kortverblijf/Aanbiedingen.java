package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Bevestigtermijn;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Houses offer a bed for some nights, and the carer takes one. An offer holds its nights by inserting them: the primary key of
 * bednacht says who was first. Whoever takes a step with an intake holds its row, so that of two choices, or of a choice and
 * a lapse, one comes after the other. Intakes are locked before providers, those before beds.
 */
@Singleton
public final class Aanbiedingen {
    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final LogeerhuisRepository huizen;
    private final Aanmeldstappen stappen;
    private final Aanbod aanbod;
    private final Aanbieders aanbieders;
    private final Bevestigtermijn termijn;
    private final Verblijfpost post;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Aanbiedingen(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            LogeerhuisRepository huizen,
            Aanmeldstappen stappen,
            Aanbod aanbod,
            Aanbieders aanbieders,
            Bevestigtermijn termijn,
            Verblijfpost post,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.huizen = huizen;
        this.stappen = stappen;
        this.aanbod = aanbod;
        this.aanbieders = aanbieders;
        this.termijn = termijn;
        this.post = post;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** Whether this was sent to a house of who asks; of all others there is nothing. */
    public boolean isGevraagd(UUID aanmelding, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        return transacties.lees(handle -> aanmeldingen
                .find(handle, aanmelding)
                .filter(gevonden -> aanbiedingen.uitzettingen(handle, gevonden).stream()
                        .anyMatch(uitzetting -> eigen.contains(uitzetting.aanbieder())))
                .isPresent());
    }

    /** @param bed by its name or its id */
    public BiedResultaat bied(UUID aanmelding, String bed, Verblijf verblijf, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        try {
            var resultaat = transacties.schrijf(handle -> aanmeldingen
                    .metSlot(handle, aanmelding)
                    .map(gevonden -> aanbod.doe(handle, gevonden, bed, verblijf, eigen, wie.slug(), klok.instant()))
                    .orElseGet(BiedResultaat.Onbekend::new));
            gevolgen.na();
            return resultaat;
        } catch (JdbiException fout) {
            var schending = Schending.van(fout).orElseThrow(() -> fout);
            if (schending.schendt("bednacht_pkey") || schending.isWachttijdVoorbij()) {
                return new BiedResultaat.BedBezet();
            }
            throw fout;
        }
    }

    /** What can come of a house's no. */
    public sealed interface AfwijsResultaat {
        /** Twice is the same as once. */
        record Afgewezen(UUID aanmelding) implements AfwijsResultaat {}

        /** The carer chose it already, or it is over. */
        record TeLaat() implements AfwijsResultaat {}

        record Onbekend() implements AfwijsResultaat {}
    }

    /** @param reden encrypted with what the carer told */
    public AfwijsResultaat wijsAf(UUID aanmelding, String reden, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        var resultaat = transacties.schrijf(handle -> aanmeldingen
                .metSlot(handle, aanmelding)
                .map(gevonden -> wijsAf(handle, gevonden, reden, eigen, wie.slug(), klok.instant()))
                .orElseGet(AfwijsResultaat.Onbekend::new));
        gevolgen.na();
        return resultaat;
    }

    private AfwijsResultaat wijsAf(
            Handle handle, Verblijfsaanmelding aanmelding, String reden, Set<UUID> eigen, String door, Instant nu) {
        var gevraagd = aanbiedingen.uitzettingen(handle, aanmelding).stream()
                .filter(uitzetting -> eigen.contains(uitzetting.aanbieder()))
                .toList();
        if (gevraagd.isEmpty()) {
            return new AfwijsResultaat.Onbekend();
        }
        if (gevraagd.stream().allMatch(een -> een.status() == Uitzetting.Status.AFGEWEZEN)) {
            return new AfwijsResultaat.Afgewezen(aanmelding.id());
        }
        var open = gevraagd.stream().filter(een -> !een.isAf()).toList();
        if (!aanmelding.status().isOpen() || open.isEmpty()) {
            return new AfwijsResultaat.TeLaat();
        }
        for (var uitzetting : open) {
            aanbiedingen.wijsAf(handle, aanmelding.mantelzorger(), uitzetting.id(), reden, nu);
            stappen.geefVrij(handle, aanmelding.id(), een -> een.huis().equals(uitzetting.huis()), nu);
        }
        post.stap(handle, aanmelding.id(), "huis-afgewezen", door, nu);
        stappen.kijkOpnieuw(handle, aanmelding, door, nu);
        return new AfwijsResultaat.Afgewezen(aanmelding.id());
    }

    /** What can come of asking a house. */
    public sealed interface VraagResultaat {
        /** Twice is the same as once. */
        record Gevraagd() implements VraagResultaat {}

        /** They have a bed, or it is over. */
        record TeLaat() implements VraagResultaat {}

        record Onbekend() implements VraagResultaat {}
    }

    /** The makelaar asks a house again that said no or nothing, or one that was not asked: its rules are no law. */
    public VraagResultaat vraag(UUID aanmelding, UUID huis, String door) {
        var resultaat = transacties.schrijf(handle -> aanmeldingen
                .metSlot(handle, aanmelding)
                .flatMap(wie -> huizen.find(handle, huis, klok.vandaag())
                        .map(gevonden -> vraag(handle, wie, gevonden, door, klok.instant())))
                .orElseGet(VraagResultaat.Onbekend::new));
        gevolgen.na();
        return resultaat;
    }

    private VraagResultaat vraag(Handle handle, Verblijfsaanmelding wie, Logeerhuis huis, String door, Instant nu) {
        var opnieuw = wie.status() == Status.AFGEWEZEN && !wie.verblijf().van().isBefore(klok.vandaag());
        if (!wie.status().isOpen() && !opnieuw) {
            return new VraagResultaat.TeLaat();
        }
        var eerder = aanbiedingen.uitzettingen(handle, wie).stream()
                .filter(een -> een.huis().equals(huis.id()))
                .findFirst();
        if (eerder.filter(een ->
                        een.status() == Uitzetting.Status.GEVRAAGD || een.status() == Uitzetting.Status.AANGEBODEN)
                .isPresent()) {
            return new VraagResultaat.Gevraagd();
        }
        var antwoordVoor = Aanmeldingen.antwoordVoor(termijn, wie, nu);
        eerder.ifPresentOrElse(
                een -> aanbiedingen.zetOpnieuwUit(handle, een.id(), antwoordVoor),
                () -> aanbiedingen.zetUit(handle, Id.nieuw(nu), wie.id(), huis.id(), antwoordVoor, nu));
        var status = wie.status() == Status.AANGEBODEN ? Status.AANGEBODEN : Status.UITGEZET;
        var wordt = aanmeldingen.wordt(handle, wie.id(), status, 0, nu);
        post.stap(handle, wie.id(), "huis-gevraagd", door, nu);
        if (status != wie.status()) {
            post.vertel(handle, wie.id(), status, nu);
        }
        post.bewaak(handle, wordt, huis.aanbieder(), huis.id(), antwoordVoor, nu);
        post.aanHuis(handle, wordt, huis.aanbieder(), Verblijfpost.GEVRAAGD, nu);
        if (opnieuw) {
            post.aanMantelzorger(handle, wordt, Verblijfpost.NIEUWS, nu);
        }
        return new VraagResultaat.Gevraagd();
    }

    /** The carer takes this one; every other that is held for them is free in the same transaction. */
    public KiesResultaat aanvaard(UUID aanbieding, UUID aanmelding, String door) {
        return metSlot(aanbieding, aanmelding, (handle, wie, gevonden) -> {
            var nu = klok.instant();
            if (gevonden.status() == Aanbieding.Status.AANVAARD) {
                return new KiesResultaat.Gekozen(gevonden, wie);
            }
            if (!gevonden.isTeKiezen(nu)) {
                return new KiesResultaat.Verlopen();
            }
            aanbiedingen.neem(handle, gevonden, nu);
            stappen.geefVrij(handle, aanmelding, een -> !een.id().equals(aanbieding), nu);
            var nachten = gevonden.verblijf().aantal();
            var wordt = wie.isGedekt(nachten)
                    ? stappen.stap(handle, wie, Status.BEVESTIGD, nachten, door, nu)
                    : stappen.stap(handle, wie, Status.GEACCEPTEERD, door, nu);
            stappen.sluit(handle, wordt, Optional.of(gevonden.huis()), nu);
            if (wordt.status() == Status.BEVESTIGD) {
                post.zeker(handle, wordt, gevonden.verblijf().van(), nu);
            } else {
                post.aanMantelzorger(handle, wordt, Verblijfpost.NIEUWS, nu);
            }
            return new KiesResultaat.Gekozen(
                    aanbiedingen.find(handle, aanbieding).orElseThrow(), wordt);
        });
    }

    /** The carer does not take this one; its nights are free at once, and the house can offer others. */
    public KiesResultaat wijsAf(UUID aanbieding, UUID aanmelding, String door) {
        return metSlot(aanbieding, aanmelding, (handle, wie, gevonden) -> {
            var nu = klok.instant();
            if (gevonden.status() == Aanbieding.Status.AFGEWEZEN) {
                return new KiesResultaat.Gekozen(gevonden, wie);
            }
            if (!gevonden.isTeKiezen(nu)) {
                return new KiesResultaat.Verlopen();
            }
            var wordt = stappen.voorbij(handle, wie, gevonden, Aanbieding.Status.AFGEWEZEN, door, nu);
            return new KiesResultaat.Gekozen(
                    aanbiedingen.find(handle, aanbieding).orElseThrow(), wordt);
        });
    }

    private interface Keuze {
        KiesResultaat doe(Handle handle, Verblijfsaanmelding wie, Aanbieding aanbieding);
    }

    private KiesResultaat metSlot(UUID aanbieding, UUID aanmelding, Keuze keuze) {
        var resultaat = transacties.schrijf(handle -> aanmeldingen
                .metSlot(handle, aanmelding)
                .flatMap(wie -> aanbiedingen
                        .find(handle, aanbieding)
                        .filter(gevonden -> gevonden.aanmelding().equals(aanmelding))
                        .map(gevonden -> keuze.doe(handle, wie, gevonden)))
                .orElseGet(KiesResultaat.Onbekend::new));
        gevolgen.na();
        return resultaat;
    }

    /**
     * Withdraws it: every bed that is held or taken for a night to come is free, and the houses hear it. The carer hears it when
     * another did it for them. From the day of arrival on a stay that is certain is not withdrawn any more: the house says
     * whether they came, and when they left.
     */
    public Optional<Verblijfsaanmelding> trekIn(UUID id, String door) {
        var resultaat =
                transacties.schrijf(handle -> aanmeldingen.metSlot(handle, id).map(wie -> trekIn(handle, wie, door)));
        gevolgen.na();
        return resultaat;
    }

    private Verblijfsaanmelding trekIn(Handle handle, Verblijfsaanmelding wie, String door) {
        if (wie.isBegonnen(aanbiedingen.van(handle, wie.id()), klok.vandaag())) {
            return wie;
        }
        var wordt = stappen.eindig(handle, wie, Status.INGETROKKEN, door);
        var alVerteld = wie.status() == Status.BEVESTIGD || door.equals(BoekVerzoek.DOOR_MANTELZORGER);
        if (wordt.versie() != wie.versie() && !alVerteld) {
            post.aanMantelzorger(handle, wordt, Verblijfpost.NIEUWS, klok.instant());
        }
        return wordt;
    }

    /** Frees what nobody chose in time; looks at each again while it is held. */
    public void laatVerlopen() {
        var nu = klok.instant();
        for (var id : transacties.lees(handle -> aanbiedingen.verlopen(handle, nu))) {
            transacties.schrijf(handle -> laatVerlopen(handle, id, nu));
        }
        transacties.schrijf(handle -> aanbiedingen.laatStilleVerlopen(handle, nu));
        var voor = klok.vandaag().minusDays(Passen.DAGEN_ZOEKEN);
        for (var id : transacties.lees(handle -> aanmeldingen.voorbij(handle, voor))) {
            transacties.schrijf(handle -> aanmeldingen
                    .metSlot(handle, id)
                    .filter(wie -> wie.status().isOpen())
                    .map(wie -> stappen.eindig(handle, wie, Status.VERLOPEN, Aanmeldstappen.SYSTEEM)));
        }
        gevolgen.na();
    }

    private boolean laatVerlopen(Handle handle, UUID id, Instant nu) {
        var wie = aanbiedingen.find(handle, id).flatMap(een -> aanmeldingen.metSlot(handle, een.aanmelding()));
        // As it is now that nobody else can take it.
        var nog = aanbiedingen
                .find(handle, id)
                .filter(een -> een.status() == Aanbieding.Status.AANGEBODEN && !een.isTeKiezen(nu));
        if (wie.isEmpty() || nog.isEmpty()) {
            return false;
        }
        var wordt =
                stappen.voorbij(handle, wie.get(), nog.get(), Aanbieding.Status.VERLOPEN, Aanmeldstappen.SYSTEEM, nu);
        post.aanMantelzorger(handle, wordt, Verblijfpost.NIEUWS, nu);
        return true;
    }
}
