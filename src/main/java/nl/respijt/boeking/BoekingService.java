package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.respijt.boeking.BoekResultaat.AlBegonnen;
import nl.respijt.boeking.BoekResultaat.AlGeboekt;
import nl.respijt.boeking.BoekResultaat.AndereInhoud;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekResultaat.NogBezig;
import nl.respijt.boeking.BoekResultaat.Onbekend;
import nl.respijt.boeking.BoekResultaat.OnderVoorbehoud;
import nl.respijt.boeking.BoekResultaat.TeVeelOpen;
import nl.respijt.boeking.BoekResultaat.Vervallen;
import nl.respijt.boeking.BoekResultaat.Vol;
import nl.respijt.boeking.BoekResultaat.VraagtThuis;
import nl.respijt.boeking.BoekingRepository.Bekende;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The booking rule: nobody gets a place that is not there, nobody is at two places at once, asking twice is asking
 * once. What people contend for is decided by one guarded statement and by constraints, never by a read before them;
 * so a booking is that statement, one insert of all that belongs to it, and a commit.
 */
@Singleton
public final class BoekingService {
    /** How often a booking is tried when somebody else's changed what we had read (a contact, a code). */
    private static final int POGINGEN = 5;

    /** Places to come for one person whose contact is not verified: enough for a carer, too few to fill a house with. */
    static final int MAX_OPEN = 4;

    private final Transacties transacties;
    private final MomentRepository momenten;
    private final BoekingRepository boekingen;
    private final Antwoorden antwoorden;
    private final Thuisregel thuisregel;
    private final Klok klok;
    private final Gevolgen gevolgen;

    BoekingService(
            Transacties transacties,
            MomentRepository momenten,
            BoekingRepository boekingen,
            Antwoorden antwoorden,
            Thuisregel thuisregel,
            Klok klok,
            Gevolgen gevolgen) {
        this.transacties = transacties;
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.antwoorden = antwoorden;
        this.thuisregel = thuisregel;
        this.klok = klok;
        this.gevolgen = gevolgen;
    }

    public BoekResultaat boek(BoekVerzoek verzoek) {
        for (var poging = 1; poging <= POGINGEN; poging++) {
            var nu = klok.instant();
            try {
                var uitkomst = transacties.schrijf(handle -> neem(handle, verzoek, nu));
                if (uitkomst.filter(Geboekt.class::isInstance).isPresent()) {
                    gevolgen.na();
                    return uitkomst.get();
                }
                return eerder(verzoek, nu).orElseGet(() -> waarom(verzoek, nu, uitkomst));
            } catch (JdbiException fout) {
                var uitkomst = betekenis(fout, verzoek, nu);
                if (uitkomst.isPresent()) {
                    return uitkomst.get();
                }
            }
        }
        throw new IllegalStateException("a booking lost %d races".formatted(POGINGEN));
    }

    /** Empty when there is no place to take. Somebody at two places at once breaks a constraint and all of this with it. */
    private Optional<BoekResultaat> neem(Handle handle, BoekVerzoek verzoek, Instant nu) {
        var wie = Herkenning.van(boekingen.bekendenMetSlot(handle, verzoek.contact()), verzoek.contact(), nu);
        if (heeftTeVeelOpen(handle, wie, verzoek, nu)) {
            return Optional.of(new TeVeelOpen());
        }
        if (wie.zijnErMeer() && verzoek.thuis().isEmpty() && isEenVanHenBezet(handle, wie.bekenden(), verzoek)) {
            return Optional.empty();
        }
        return verzoek.thuis().isPresent()
                ? neemThuis(handle, wie, verzoek, verzoek.thuis().get(), nu)
                : neem(handle, wie, verzoek, Boeking.Status.BEVESTIGD, nu).map(boeking -> boeking);
    }

    private Optional<Geboekt> neem(
            Handle handle, Herkenning wie, BoekVerzoek verzoek, Boeking.Status status, Instant nu) {
        return momenten.neemPlaatsen(
                        handle,
                        verzoek.moment(),
                        verzoek.personen(),
                        !verzoek.isVanDeMantelzorger(),
                        verzoek.thuis().isPresent(),
                        nu)
                .map(moment -> {
                    boekingen.maakPlaats(handle, wie);
                    var antwoord = BoekAntwoord.nieuw(moment, status, nu);
                    var berichten = BoekingBerichten.bijBoeken(antwoord, verzoek, moment, nu);
                    boekingen.boek(handle, verzoek, wie, moment, antwoord, antwoorden.schrijf(antwoord), berichten, nu);
                    return new Geboekt(new BoekingId(antwoord.id()), antwoord);
                });
    }

    /** The visit with all that belongs to it, or none of it. */
    private Optional<BoekResultaat> neemThuis(
            Handle handle, Herkenning wie, BoekVerzoek verzoek, Thuisvraag vraag, Instant nu) {
        var gevraagd = momenten.find(handle, verzoek.moment());
        if (gevraagd.isEmpty()) {
            return Optional.empty();
        }
        var moment = gevraagd.get();
        if (moment.soort() != Soort.THUIS) {
            return Optional.of(new VraagtThuis(moment));
        }
        return switch (thuisregel.toets(handle, verzoek, vraag, moment, wie.id(), wie.wieAllemaal(), nu)) {
            case Thuisregel.Toets.MagNiet(var waarom) -> Optional.of(waarom);
            case Thuisregel.Toets.Mag(var status) ->
                neem(handle, wie, verzoek, status, nu).map(geboekt -> {
                    thuisregel.bewaar(handle, geboekt.id(), vraag, moment, wie.id(), status, nu);
                    if (status == Boeking.Status.AANGEVRAAGD) {
                        thuisregel.meldVraag(handle, geboekt.id(), moment, nu);
                    }
                    return geboekt;
                });
        };
    }

    /**
     * Whoever can be reached for sure, or has the makelaar on the line, may keep more: this is against filling houses
     * under an address that is nobody's. Somebody new has no bookings, and is not asked about.
     */
    private boolean heeftTeVeelOpen(Handle handle, Herkenning wie, BoekVerzoek verzoek, Instant nu) {
        var ongezien = wie.ongezien();
        return verzoek.isVanDeMantelzorger()
                && !ongezien.isEmpty()
                && boekingen.meesteOpen(handle, ongezien, verzoek.contact().telefoon(), nu) >= MAX_OPEN;
    }

    private boolean isEenVanHenBezet(Handle handle, List<Bekende> bekenden, BoekVerzoek verzoek) {
        var wie = bekenden.stream().map(Bekende::mantelzorgerId).toList();
        return momenten.find(handle, verzoek.moment())
                .filter(moment ->
                        boekingen.isBezet(handle, wie, verzoek.contact().telefoon(), moment))
                .isPresent();
    }

    /** What a refusal of the database means; empty when it only says that we have to look again. */
    private Optional<BoekResultaat> betekenis(JdbiException fout, BoekVerzoek verzoek, Instant nu) {
        var schending = Schending.van(fout).orElseThrow(() -> fout);
        if (schending.isWachttijdVoorbij()) {
            return Optional.of(new NogBezig());
        }
        var eerder = eerder(verzoek, nu);
        if (eerder.isPresent()) {
            return eerder;
        }
        if (schending.schendt("boeking_een_per_mantelzorger") || schending.schendt("boeking_niet_op_twee_plaatsen")) {
            return Optional.of(waaromNietDezePersoon(verzoek, nu));
        }
        if (schending.schendt("contact_pkey")
                || schending.schendt("boeking_code_uniek")
                || schending.schendt("idempotentie_pkey")) {
            return Optional.empty();
        }
        throw fout;
    }

    private Optional<BoekResultaat> eerder(BoekVerzoek verzoek, Instant nu) {
        return antwoorden
                .eerder(verzoek.sleutel(), verzoek.vingerafdruk(), BoekAntwoord.class, nu)
                .map(eerder -> switch (eerder) {
                    case Antwoorden.Eerder.Gegeven<BoekAntwoord>(var id, var antwoord) ->
                        new Geboekt(new BoekingId(id), antwoord);
                    case Antwoorden.Eerder.AndereInhoud<BoekAntwoord> _ -> new AndereInhoud();
                });
    }

    private BoekResultaat waarom(BoekVerzoek verzoek, Instant nu, Optional<BoekResultaat> geweigerd) {
        return transacties.lees(handle -> vindbaar(handle, verzoek)
                .map(moment -> waarom(handle, moment, verzoek, nu, geweigerd))
                .orElseGet(() -> new Onbekend(verzoek.moment())));
    }

    /** The meeting of a closed group is not there for strangers. */
    private Optional<Moment> vindbaar(Handle handle, BoekVerzoek verzoek) {
        return verzoek.isVanDeMantelzorger()
                ? momenten.findOpenbaar(handle, verzoek.moment())
                : momenten.find(handle, verzoek.moment());
    }

    private BoekResultaat waarom(
            Handle handle, Moment moment, BoekVerzoek verzoek, Instant nu, Optional<BoekResultaat> geweigerd) {
        var alternatieven = momenten.alternatieven(handle, moment, verzoek.personen(), nu);
        if (moment.vervallen()) {
            return new Vervallen(moment, alternatieven);
        }
        if (moment.isBegonnen(nu)) {
            return new AlBegonnen(moment, alternatieven);
        }
        if ((moment.soort() == Soort.THUIS) != verzoek.thuis().isPresent()) {
            return new VraagtThuis(moment);
        }
        if (moment.voorbehoud()) {
            return new OnderVoorbehoud(moment, alternatieven);
        }
        if (moment.soort() == Soort.THUIS) {
            return geweigerd.orElseGet(() -> new Vol(moment, alternatieven));
        }
        // Somebody with a place in a full house hears that they have one, not that it is full.
        return isEenVanHenBezet(handle, boekingen.bekenden(handle, verzoek.contact()), verzoek)
                ? new AlGeboekt(moment, alternatieven)
                : geweigerd.orElseGet(() -> new Vol(moment, alternatieven));
    }

    private BoekResultaat waaromNietDezePersoon(BoekVerzoek verzoek, Instant nu) {
        return transacties.lees(handle -> momenten.find(handle, verzoek.moment())
                .<BoekResultaat>map(
                        moment -> new AlGeboekt(moment, momenten.alternatieven(handle, moment, verzoek.personen(), nu)))
                .orElseGet(() -> new Onbekend(verzoek.moment())));
    }
}
