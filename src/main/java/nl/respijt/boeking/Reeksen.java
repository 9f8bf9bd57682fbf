package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.boeking.Wachtlijst.WachtResultaat;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;

/**
 * Bookings that are made as one: a place at each coming meeting of a group. They are told as one by whoever makes them;
 * of each there is only the reminder. All but {@link #van} is part of a larger change, in its transaction.
 */
@Singleton
public final class Reeksen {
    /** Whose places they are. {@code id} is the id of the membership that they belong to. */
    public record Reeks(
            UUID id, MantelzorgerId mantelzorger, String naam, Contact contact, int personen, Taal taal, String door) {}

    /** Somebody by the contacts they gave, held until the transaction ends. */
    public static final class Gegadigde {
        private final Herkenning herkenning;

        private Gegadigde(Herkenning herkenning) {
            this.herkenning = herkenning;
        }

        public MantelzorgerId id() {
            return herkenning.id();
        }

        /** Whoever it may be: a number may be that of more than one. */
        public List<UUID> allen() {
            return herkenning.wieAllemaal();
        }

        /** Those of them of whom we never saw that the contact is theirs. */
        public List<UUID> ongezien() {
            return herkenning.ongezien();
        }

        Herkenning herkenning() {
            return herkenning.vastgelegd();
        }
    }

    /** What can come of a place in a series. */
    public enum Uitkomst {
        GEBOEKT,
        /** It is full; they stand in line for it. */
        WACHT,
        /** They are somewhere else at that time, or have a place there already. */
        BEZET,
        /** It lapsed or has begun. */
        DICHT
    }

    /** design.md section 5: sixty days back and all that is ahead. */
    private static final Duration TERUG = Duration.ofDays(60);

    private final Transacties transacties;
    private final BoekingRepository boekingen;
    private final MomentRepository momenten;
    private final WachtplekRepository wachtplekken;
    private final Wachtlijst wachtlijst;
    private final Wachtrij rij;
    private final Antwoorden antwoorden;
    private final Thuisregel thuisregel;
    private final Geschiedenis geschiedenis;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Reeksen(
            Transacties transacties,
            BoekingRepository boekingen,
            MomentRepository momenten,
            WachtplekRepository wachtplekken,
            Wachtlijst wachtlijst,
            Wachtrij rij,
            Antwoorden antwoorden,
            Thuisregel thuisregel,
            Geschiedenis geschiedenis,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.boekingen = boekingen;
        this.momenten = momenten;
        this.wachtplekken = wachtplekken;
        this.wachtlijst = wachtlijst;
        this.rij = rij;
        this.antwoorden = antwoorden;
        this.thuisregel = thuisregel;
        this.geschiedenis = geschiedenis;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** Who this is; of somebody new nothing is kept until {@link #legVast}. */
    public Gegadigde herken(Handle handle, Contact contact, Instant nu) {
        return new Gegadigde(Herkenning.van(boekingen.bekendenMetSlot(handle, contact), contact, nu));
    }

    /**
     * Somebody who is signed in and gives a contact that may be of another: it stays theirs, and that contact whose it
     * was. Held as by {@link #herken}; empty once they are forgotten.
     */
    public Optional<Gegadigde> bekend(Handle handle, Contact contact, MantelzorgerId wie) {
        return boekingen.houd(handle, wie)
                ? Optional.of(new Gegadigde(Herkenning.bekend(contact, wie)))
                : Optional.empty();
    }

    /** From now on we know them by these contacts. */
    public void legVast(Handle handle, Gegadigde wie, Instant nu) {
        boekingen.legVast(handle, wie.herkenning, nu);
    }

    /** Nobody books for, or forgets, this person until the commit; before anything else is held. False once forgotten. */
    public boolean houd(Handle handle, MantelzorgerId wie) {
        return boekingen.houd(handle, wie);
    }

    /** One place more; the person is held, or this is a moment that nobody knew of until now. */
    public Uitkomst boek(Handle handle, Reeks reeks, MomentId id, Instant nu) {
        var moment = momenten.findVoorWijziging(handle, id).orElseThrow();
        if (moment.vervallen() || moment.isBegonnen(nu)) {
            return Uitkomst.DICHT;
        }
        var wie = Herkenning.bekend(reeks.contact(), reeks.mantelzorger());
        if (boekingen.isBezet(
                handle, List.of(reeks.mantelzorger().waarde()), reeks.contact().telefoon(), moment)) {
            return Uitkomst.BEZET;
        }
        var verzoek = verzoek(reeks, id);
        if (momenten.neemPlaatsen(handle, id, reeks.personen(), nu).isEmpty()) {
            return wachtlijst.zetInRij(handle, WachtVerzoek.voor(verzoek), wie, reeks.id(), nu)
                            instanceof WachtResultaat.InRij
                    ? Uitkomst.WACHT
                    : Uitkomst.BEZET;
        }
        var boeking = BoekAntwoord.nieuw(moment, nu);
        var berichten = BoekingBerichten.alleenHerinnering(boeking.id(), verzoek, moment, nu);
        boekingen.boek(handle, verzoek, wie, moment, boeking, antwoorden.schrijf(boeking), berichten, nu);
        boekingen.hoortBij(handle, new BoekingId(boeking.id()), reeks.id());
        return Uitkomst.GEBOEKT;
    }

    /** What can come of a visit of a series. */
    public sealed interface Bezoekpoging {
        record Gelukt(BoekAntwoord antwoord) implements Bezoekpoging {}

        /** Somebody else has it by now. */
        record Vergeven() implements Bezoekpoging {}

        record MagNiet(BoekResultaat waarom) implements Bezoekpoging {}
    }

    /** Who this may be, without holding anybody; only to look. */
    public Gegadigde wie(Handle handle, Contact contact) {
        return new Gegadigde(Herkenning.van(boekingen.bekenden(handle, contact), contact, klok.instant()));
    }

    /** A visit of a series, as it would be booked by itself and told with the others; the person is held. */
    public Bezoekpoging boekBezoek(Handle handle, BoekVerzoek verzoek, Gegadigde wie, UUID reeks, Instant nu) {
        var vraag = verzoek.thuis().orElseThrow();
        var gevraagd = momenten.find(handle, verzoek.moment()).orElseThrow();
        return switch (thuisregel.toets(handle, verzoek, vraag, gevraagd, wie.id(), wie.allen(), nu)) {
            case Thuisregel.Toets.MagNiet(var waarom) -> new Bezoekpoging.MagNiet(waarom);
            case Thuisregel.Toets.Mag(var status) ->
                neem(handle, verzoek, wie, reeks, status, nu)
                        .<Bezoekpoging>map(Bezoekpoging.Gelukt::new)
                        .orElseGet(Bezoekpoging.Vergeven::new);
        };
    }

    private Optional<BoekAntwoord> neem(
            Handle handle, BoekVerzoek verzoek, Gegadigde wie, UUID reeks, Boeking.Status status, Instant nu) {
        var vraag = verzoek.thuis().orElseThrow();
        return momenten.neemPlaatsen(
                        handle, verzoek.moment(), verzoek.personen(), !verzoek.isVanDeMantelzorger(), true, nu)
                .map(moment -> {
                    var antwoord = BoekAntwoord.nieuw(moment, status, nu);
                    var id = new BoekingId(antwoord.id());
                    var berichten = status == Boeking.Status.BEVESTIGD
                            ? BoekingBerichten.alleenHerinnering(antwoord.id(), verzoek, moment, nu)
                            : List.<NieuwBericht>of();
                    boekingen.boek(
                            handle,
                            verzoek,
                            wie.herkenning(),
                            moment,
                            antwoord,
                            antwoorden.schrijf(antwoord),
                            berichten,
                            nu);
                    thuisregel.bewaar(handle, id, vraag, moment, wie.id(), status, nu);
                    boekingen.hoortBij(handle, id, reeks);
                    return antwoord;
                });
    }

    private static BoekVerzoek verzoek(Reeks reeks, MomentId moment) {
        return new BoekVerzoek(
                "reeks:%s:%s".formatted(reeks.id(), moment.waarde()),
                moment,
                reeks.naam(),
                reeks.contact(),
                reeks.personen(),
                reeks.taal(),
                false,
                reeks.door());
    }

    /** Gives back all that is to come from {@code vanaf} on, and leaves every line; nobody is mailed about each of them. */
    public void geefTerug(Handle handle, UUID reeks, Instant vanaf, String door, Instant nu) {
        for (var plek : wachtplekken.vanReeks(handle, reeks)) {
            rij.trekIn(handle, plek, door, nu);
        }
        annuleer(handle, reeks, vanaf, door, nu);
    }

    private List<Boeking> annuleer(Handle handle, UUID reeks, Instant vanaf, String door, Instant nu) {
        var weg = new ArrayList<Boeking>();
        for (var id : boekingen.vanReeks(handle, reeks, vanaf)) {
            var moment = boekingen.find(handle, id).orElseThrow().moment().id();
            momenten.findVoorWijziging(handle, moment);
            var boeking = boekingen.find(handle, id).orElseThrow();
            if (!boeking.isActief()) {
                continue; // it lapsed while we waited
            }
            boekingen.annuleer(handle, id, nu);
            geschiedenis.schrijf(handle, "boeking", id.waarde(), "geannuleerd", door, Optional.empty(), nu);
            rij.geefTerug(handle, moment, boeking.personen(), nu);
            weg.add(boekingen.find(handle, id).orElseThrow());
        }
        return weg;
    }

    /**
     * Cancels this visit and all that come after it in its series, told as one; none when it is of no series of visits.
     * Doing it twice is the same as once.
     */
    public Optional<List<Boeking>> annuleerVanaf(BoekingId id, String door) {
        var afgezegd = transacties.schrijf(handle -> {
            var nu = klok.instant();
            var boeking = boekingen.find(handle, id).filter(een -> een.moment().soort() == Soort.THUIS);
            var reeks = boeking.flatMap(_ -> boekingen.reeksVan(handle, id));
            if (reeks.isEmpty()) {
                return Optional.<List<Boeking>>empty();
            }
            boekingen.houd(handle, boeking.orElseThrow().mantelzorger()); // none of them moves meanwhile
            var begin = boekingen.find(handle, id).orElseThrow().tijdvak().van();
            var weg = annuleer(handle, reeks.get(), begin.isAfter(nu) ? begin : nu, door, nu).stream()
                    .sorted(Comparator.comparing(een -> een.tijdvak().van()))
                    .toList();
            if (!weg.isEmpty()) {
                thuisregel.meldAfgezegd(handle, weg, nu);
            }
            return Optional.of(weg);
        });
        gevolgen.na();
        return afgezegd;
    }

    /** This visit and those after it in its series that can still be changed, in order; only itself when it stands alone. */
    public List<Boeking> vanaf(Handle handle, Boeking boeking) {
        var nu = klok.instant();
        return boekingen
                .reeksVan(handle, boeking.id())
                .map(reeks -> boekingen
                        .alleVanReeks(handle, reeks, boeking.tijdvak().van())
                        .stream()
                        .filter(een -> een.isTeWijzigen(nu))
                        .toList())
                .orElse(List.of(boeking));
    }

    /** The series that a boeking is of. */
    public Optional<UUID> vanBoeking(BoekingId id) {
        return transacties.lees(handle -> boekingen.reeksVan(handle, id));
    }

    /** What is to come of a series, first one first. */
    public List<Boeking> van(UUID reeks) {
        return transacties.lees(handle -> boekingen.alleVanReeks(handle, reeks, klok.instant())).stream()
                .filter(Boeking::isActief)
                .toList();
    }

    /** As a calendar shows it: sixty days back, and what was cancelled until the day after. */
    public List<Boeking> agenda(UUID reeks) {
        var vandaag = Tijdzone.beginVan(klok.vandaag());
        return transacties.lees(handle -> boekingen.alleVanReeks(handle, reeks, vandaag.minus(TERUG))).stream()
                .filter(boeking -> boeking.isActief()
                        || boeking.tijdvak().tot().plus(Duration.ofDays(1)).isAfter(vandaag))
                .toList();
    }

    /** A stamp that differs whenever that does. */
    public String stand(UUID reeks) {
        return klok.vandaag()
                + agenda(reeks).stream()
                        .map(boeking ->
                                "/" + boeking.versie() + boeking.gewijzigdOp().toEpochMilli())
                        .collect(Collectors.joining());
    }

    /** For what they still wait in a series. */
    public List<Wachtplek> wachtend(UUID reeks) {
        return transacties.lees(handle -> wachtplekken.vanReeks(handle, reeks));
    }
}
