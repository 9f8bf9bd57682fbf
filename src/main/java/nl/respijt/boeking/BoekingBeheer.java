package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * What can be done with a booking by who holds its key, or by the makelaar: see, cancel, move. Moments are locked
 * before bookings and in the order of their ids, here and everywhere.
 */
@Singleton
public final class BoekingBeheer {
    /** What can come of cancelling; doing it twice is the same as once. */
    public sealed interface AnnuleerResultaat {
        record Geannuleerd(Boeking boeking) implements AnnuleerResultaat {}

        /** It has begun; cancelling frees nothing any more. */
        record TeLaat(Boeking boeking) implements AnnuleerResultaat {}

        record Onbekend() implements AnnuleerResultaat {}
    }

    /** What can come of choosing another moment for a booking. */
    public sealed interface VerplaatsResultaat {
        record Verplaatst(Boeking boeking) implements VerplaatsResultaat {}

        record Vol(Boeking boeking, Moment naar, List<Moment> alternatieven) implements VerplaatsResultaat {}

        /** The carer has another booking at that time. */
        record AlGeboekt(Boeking boeking, Moment naar, List<Moment> alternatieven) implements VerplaatsResultaat {}

        /** Who comes at that time does not come to this household. */
        record PastNiet(Boeking boeking) implements VerplaatsResultaat {}

        /** The household had all the dagdelen of the year that it should go to. */
        record TegoedOp(Boeking boeking) implements VerplaatsResultaat {}

        /** Either the booking or the moment it should go to has begun or lapsed, or the booking was cancelled. */
        record TeLaat(Boeking boeking) implements VerplaatsResultaat {}

        record Onbekend() implements VerplaatsResultaat {}
    }

    private final Transacties transacties;
    private final BoekingRepository boekingen;
    private final MomentRepository momenten;
    private final Thuisregel thuisregel;
    private final Wachtrij wachtrij;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    BoekingBeheer(
            Transacties transacties,
            BoekingRepository boekingen,
            MomentRepository momenten,
            Thuisregel thuisregel,
            Wachtrij wachtrij,
            Geschiedenis geschiedenis,
            Postvak postvak,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.boekingen = boekingen;
        this.momenten = momenten;
        this.thuisregel = thuisregel;
        this.wachtrij = wachtrij;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** As part of a larger change. */
    public Optional<Boeking> find(Handle handle, BoekingId id) {
        return boekingen.find(handle, id);
    }

    public Optional<Boeking> find(BoekingId id) {
        return transacties.lees(handle -> boekingen.find(handle, id));
    }

    /** What somebody still has to come, first one first. */
    public List<BoekingId> komende(MantelzorgerId wie) {
        return transacties.lees(handle -> boekingen.findKomende(handle, wie, klok.instant()));
    }

    /** Whether nobody ever booked. */
    public boolean isLeeg() {
        return transacties.lees(boekingen::isLeeg);
    }

    /** A booking that was made up, and shows it. */
    public void merkAlsVoorbeeld(BoekingId id) {
        transacties.schrijf(handle -> {
            boekingen.merkAlsVoorbeeld(handle, id);
            return id;
        });
    }

    /** All that somebody ever booked, cancelled ones too; the earliest moment first. */
    public List<Boeking> van(MantelzorgerId wie) {
        return transacties.lees(handle -> boekingen.vanMantelzorger(handle, wie));
    }

    /** Bookings of moments that begin from {@code van} and before {@code tot}, first moment first. */
    public List<Boeking> zoek(Instant van, Instant tot, MomentVraag.Blad blad) {
        return transacties.lees(handle -> boekingen.zoek(handle, van, tot, blad.grootte(), blad.overslaan()));
    }

    public int tel(Instant van, Instant tot) {
        return transacties.lees(handle -> boekingen.tel(handle, van, tot));
    }

    public List<Geschiedenis.Gebeurtenis> geschiedenis(java.util.UUID ding) {
        return transacties.lees(handle -> geschiedenis.van(handle, ding));
    }

    public AnnuleerResultaat annuleer(BoekingId id, String door) {
        var resultaat = transacties.schrijf(handle -> annuleer(handle, id, door));
        gevolgen.na();
        return resultaat;
    }

    private AnnuleerResultaat annuleer(Handle handle, BoekingId id, String door) {
        var nu = klok.instant();
        var gevonden = metSlot(handle, id, List.of());
        if (gevonden.isEmpty()) {
            return new AnnuleerResultaat.Onbekend();
        }
        var boeking = gevonden.get();
        if (!boeking.isActief()) {
            return new AnnuleerResultaat.Geannuleerd(boeking);
        }
        if (boeking.moment().isBegonnen(nu)) {
            return new AnnuleerResultaat.TeLaat(boeking);
        }
        boekingen.annuleer(handle, id, nu);
        geschiedenis.schrijf(handle, "boeking", id.waarde(), "geannuleerd", door, Optional.empty(), nu);
        wachtrij.geefTerug(handle, boeking.moment().id(), boeking.personen(), nu);
        var geannuleerd = herlees(handle, id);
        postvak.plaats(handle, BoekingBerichten.bijAnnuleren(geannuleerd, nu), nu);
        meldAanbieder(handle, geannuleerd, nu);
        return new AnnuleerResultaat.Geannuleerd(geannuleerd);
    }

    public VerplaatsResultaat verplaats(BoekingId id, MomentId naar, String door) {
        try {
            var resultaat = transacties.schrijf(handle -> {
                var uitkomst = verplaats(handle, id, naar, door, this::vertel);
                if (uitkomst instanceof VerplaatsResultaat.Verplaatst(var boeking)) {
                    meldAanbieder(handle, boeking, klok.instant());
                }
                return uitkomst;
            });
            gevolgen.na();
            return resultaat;
        } catch (JdbiException fout) {
            if (Schending.van(fout)
                    .filter(schending -> schending.schendt("boeking_een_per_mantelzorger")
                            || schending.schendt("boeking_niet_op_twee_plaatsen"))
                    .isEmpty()) {
                throw fout;
            }
            return transacties.lees(handle -> nietGelukt(
                    handle,
                    id,
                    naar,
                    alGeboekt -> new VerplaatsResultaat.AlGeboekt(
                            alGeboekt.boeking(), alGeboekt.naar(), alGeboekt.alternatieven())));
        }
    }

    /**
     * As one of more, of which whoever moves them tells: of each there is only the reminder. What a constraint refuses
     * breaks the larger change.
     */
    public VerplaatsResultaat verplaatsMee(Handle handle, BoekingId id, MomentId naar, String door) {
        return verplaats(handle, id, naar, door, (boeking, _, nu) -> BoekingBerichten.herinnering(boeking, nu));
    }

    private List<NieuwBericht> vertel(Boeking boeking, Moment was, Instant nu) {
        return BoekingBerichten.bijWijzigen(boeking, was, Optional.empty(), nu);
    }

    /** What follows a move: the booking as it is then, and where it was. */
    @FunctionalInterface
    private interface Vertelling {
        List<NieuwBericht> over(Boeking boeking, Moment was, Instant nu);
    }

    private VerplaatsResultaat verplaats(
            Handle handle, BoekingId id, MomentId naar, String door, Vertelling vertelling) {
        var nu = klok.instant();
        // A visit is judged by what else comes to the household, so one at a time; people before moments, as in
        // booking.
        boekingen
                .find(handle, id)
                .filter(boeking -> isThuis(boeking.moment()))
                .ifPresent(boeking -> boekingen.houd(handle, boeking.mantelzorger()));
        var gevonden = metSlot(handle, id, List.of(naar));
        if (gevonden.isEmpty()) {
            return new VerplaatsResultaat.Onbekend();
        }
        var boeking = gevonden.get();
        var was = boeking.moment();
        if (was.id().equals(naar) && boeking.isActief()) {
            return new VerplaatsResultaat.Verplaatst(boeking);
        }
        if (!boeking.isTeWijzigen(nu) && !boeking.isVerlorenDoorAfgelasting()) {
            return new VerplaatsResultaat.TeLaat(boeking);
        }
        // A visit at home has an address beside it, and nothing else has.
        if (momenten.find(handle, naar)
                .filter(doel ->
                        doel.soort() == was.soort() || Stream.of(doel, was).noneMatch(BoekingBeheer::isThuis))
                .isEmpty()) {
            return new VerplaatsResultaat.Onbekend();
        }
        if (isThuis(was)) {
            var bezwaar = bezwaar(handle, boeking, naar);
            if (bezwaar.isPresent()) {
                return bezwaar.get();
            }
        }
        if (momenten.neemPlaatsen(handle, naar, boeking.personen(), nu).isEmpty()) {
            return nietGelukt(
                    handle,
                    id,
                    naar,
                    vol -> vol.naar().vervallen() || vol.naar().isBegonnen(nu)
                            ? new VerplaatsResultaat.TeLaat(vol.boeking())
                            : vol);
        }
        if (boeking.isActief()) {
            wachtrij.geefTerug(handle, was.id(), boeking.personen(), nu);
        }
        var doel = momenten.find(handle, naar).orElseThrow();
        var wachtOpAntwoord = isThuis(was) && !thuisregel.isToegezegd(handle, boeking);
        boekingen.verplaats(handle, id, doel, nu);
        if (wachtOpAntwoord && !boeking.isActief()) {
            boekingen.wordt(handle, id, Boeking.Status.AANGEVRAAGD, nu);
        }
        geschiedenis.schrijf(handle, "boeking", id.waarde(), "verplaatst", door, Optional.empty(), nu);
        var verplaatst = herlees(handle, id);
        if (wachtOpAntwoord) {
            thuisregel.vraagtOpnieuw(handle, verplaatst, nu);
        }
        postvak.plaats(handle, vertelling.over(verplaatst, was, nu), nu);
        return new VerplaatsResultaat.Verplaatst(verplaatst);
    }

    /**
     * Somebody else comes, at the same time: the same booking at another moment, while both are held, as part of a larger
     * change. Who comes is for the feature to tell. False when that moment is not to be had.
     */
    public boolean vervang(Handle handle, BoekingId id, MomentId naar, String door) {
        var nu = klok.instant();
        var boeking = herlees(handle, id);
        if (!boeking.isTeWijzigen(nu)
                || momenten.neemPlaatsen(handle, naar, boeking.personen(), nu).isEmpty()) {
            return false;
        }
        wachtrij.geefTerug(handle, boeking.moment().id(), boeking.personen(), nu);
        boekingen.verplaats(handle, id, momenten.find(handle, naar).orElseThrow(), nu);
        geschiedenis.schrijf(handle, "boeking", id.waarde(), "vervangen", door, Optional.empty(), nu);
        if (boeking.status() == Boeking.Status.BEVESTIGD) {
            postvak.plaats(handle, BoekingBerichten.herinnering(herlees(handle, id), nu), nu);
        }
        return true;
    }

    private Optional<VerplaatsResultaat> bezwaar(Handle handle, Boeking boeking, MomentId naar) {
        var doel = momenten.find(handle, naar).orElseThrow();
        return thuisregel.bezwaar(handle, boeking, doel).map(bezwaar -> switch (bezwaar) {
            case PAST_NIET -> new VerplaatsResultaat.PastNiet(boeking);
            case TEGOED_OP -> new VerplaatsResultaat.TegoedOp(boeking);
            case AL_GEBOEKT -> new VerplaatsResultaat.AlGeboekt(boeking, doel, List.of());
        });
    }

    private void meldAanbieder(Handle handle, Boeking boeking, Instant nu) {
        if (isThuis(boeking.moment())) {
            thuisregel.meldAanbieder(handle, boeking, nu);
        }
    }

    private static boolean isThuis(Moment moment) {
        return moment.soort() == Soort.THUIS;
    }

    private VerplaatsResultaat nietGelukt(
            Handle handle, BoekingId id, MomentId naar, Function<VerplaatsResultaat.Vol, VerplaatsResultaat> uitkomst) {
        var boeking = boekingen.find(handle, id);
        var doel = momenten.find(handle, naar);
        if (boeking.isEmpty() || doel.isEmpty()) {
            return new VerplaatsResultaat.Onbekend();
        }
        return uitkomst.apply(new VerplaatsResultaat.Vol(
                boeking.get(),
                doel.get(),
                momenten.alternatieven(handle, doel.get(), boeking.get().personen(), klok.instant())));
    }

    /** The booking, with its moment and the others locked; looked up again when it moved before we had the lock. */
    private Optional<Boeking> metSlot(Handle handle, BoekingId id, List<MomentId> anderen) {
        return boekingen.find(handle, id).flatMap(boeking -> {
            Stream.concat(Stream.of(boeking.moment().id()), anderen.stream())
                    .distinct()
                    .sorted(Comparator.comparing(moment -> moment.waarde().toString()))
                    .forEach(moment -> momenten.findVoorWijziging(handle, moment));
            var opnieuw = boekingen.find(handle, id);
            return opnieuw.isPresent()
                            && !opnieuw.get()
                                    .moment()
                                    .id()
                                    .equals(boeking.moment().id())
                    ? metSlot(handle, id, anderen)
                    : opnieuw;
        });
    }

    private Boeking herlees(Handle handle, BoekingId id) {
        return boekingen.find(handle, id).orElseThrow(() -> new IllegalStateException("lost " + id));
    }

    /** The choices for somebody who wants or has to move, nearest first. */
    public List<Moment> alternatieven(Boeking boeking) {
        if (isThuis(boeking.moment())) {
            return thuisregel.alternatieven(boeking);
        }
        Instant nu = klok.instant();
        return transacties.lees(handle -> momenten.alternatieven(handle, boeking.moment(), boeking.personen(), nu));
    }
}
