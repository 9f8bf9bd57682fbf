package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Aanvragen;
import nl.respijt.boeking.Aanvragen.Beslist;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;

/** Visits as their provider sees and answers them: only those addressed to it; of all others there is nothing. */
@Singleton
public final class Huisbezoeken {
    private final Transacties transacties;
    private final HuisbezoekRepository huisbezoeken;
    private final MedewerkerRepository medewerkers;
    private final BoekingBeheer boekingen;
    private final Aanvragen aanvragen;
    private final Reeksen reeksen;
    private final Bezoekreeksen bezoekreeksen;
    private final Aanbieders aanbieders;
    private final Klok klok;

    Huisbezoeken(
            Transacties transacties,
            HuisbezoekRepository huisbezoeken,
            MedewerkerRepository medewerkers,
            BoekingBeheer boekingen,
            Aanvragen aanvragen,
            Reeksen reeksen,
            Bezoekreeksen bezoekreeksen,
            Aanbieders aanbieders,
            Klok klok) {
        this.transacties = transacties;
        this.huisbezoeken = huisbezoeken;
        this.medewerkers = medewerkers;
        this.boekingen = boekingen;
        this.aanvragen = aanvragen;
        this.reeksen = reeksen;
        this.bezoekreeksen = bezoekreeksen;
        this.aanbieders = aanbieders;
        this.klok = klok;
    }

    /** For whoever may see it: of a provider its own, the makelaar every one. */
    public Optional<Huisbezoek> find(BoekingId id, Aanmelding wie) {
        return vanBoeking(id).filter(bezoek -> mag(bezoek, wie));
    }

    /** The visit that a boeking is, for who holds its key. */
    public Optional<Huisbezoek> vanBoeking(BoekingId id) {
        return boekingen
                .find(id)
                .filter(boeking -> boeking.moment().soort() == Soort.THUIS)
                .flatMap(this::metAdres);
    }

    private Optional<Huisbezoek> metAdres(Boeking boeking) {
        return transacties.lees(handle -> huisbezoeken
                .find(handle, boeking.id())
                .flatMap(bewaard -> medewerkers
                        .find(handle, boeking.moment().bronId())
                        .map(wie -> new Huisbezoek(boeking, wie, bewaard.vraag(), bewaard.bevestigenVoor()))));
    }

    private boolean mag(Huisbezoek bezoek, Aanmelding wie) {
        return aanbieders.zichtbaarVoor(wie).stream()
                .map(Aanbieder::id)
                .anyMatch(bezoek.medewerker().aanbieder()::equals);
    }

    /** Requests first, the first to be answered first; then visits to come by time. */
    public List<Huisbezoek> komende(UUID aanbieder) {
        return transacties.lees(handle -> huisbezoeken.komende(handle, aanbieder, klok.instant())).stream()
                .flatMap(id -> vanBoeking(id).stream())
                .toList();
    }

    /** Yes to the first of a household; asked as a series, to all of it. */
    public Beslist bevestig(BoekingId id, Aanmelding wie) {
        if (find(id, wie).isEmpty()) {
            return new Beslist.Onbekend();
        }
        return reeksen.vanBoeking(id)
                .map(reeks -> bezoekreeksen.bevestig(reeks, id, wie.slug()))
                .orElseGet(() -> aanvragen.bevestig(id, wie.slug()));
    }

    /** @param reden read by the carer */
    public Beslist wijsAf(BoekingId id, String reden, Aanmelding wie) {
        return find(id, wie)
                .map(bezoek -> aanvragen.wijsAf(id, reden, wie.slug()))
                .orElseGet(Beslist.Onbekend::new);
    }
}
