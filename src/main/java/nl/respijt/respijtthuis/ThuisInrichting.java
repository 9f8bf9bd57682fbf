package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.RespijtzorgThuis;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Brings the workers of the gemeente's file into the database, with their hours. Who is there stays as they are: loading
 * the file again changes nothing.
 */
@Singleton
public final class ThuisInrichting {
    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final Bezoekmomenten bezoekmomenten;
    private final Aanbieders aanbieders;
    private final Thuisinstellingen instellingen;
    private final Gemeente gemeente;
    private final Klok klok;

    ThuisInrichting(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            Bezoekmomenten bezoekmomenten,
            Aanbieders aanbieders,
            Thuisinstellingen instellingen,
            Gemeente gemeente,
            Klok klok) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.bezoekmomenten = bezoekmomenten;
        this.aanbieders = aanbieders;
        this.instellingen = instellingen;
        this.gemeente = gemeente;
        this.klok = klok;
    }

    public void richtIn() {
        for (var uit : gemeente.respijtzorgThuis()) {
            aanbieders.alle().stream()
                    .filter(een -> een.naam().equals(uit.aanbieder()))
                    .forEach(aanbieder -> transacties.schrijf(handle -> {
                        uit.medewerkers().forEach(wie -> neemOver(handle, aanbieder, wie));
                        return aanbieder;
                    }));
        }
        bezoekmomenten.voerUit();
    }

    private void neemOver(Handle handle, Aanbieder aanbieder, RespijtzorgThuis.Medewerker uit) {
        var id = Id.nieuw(klok.instant());
        var nieuw = medewerkers.insert(
                handle,
                new Medewerker(
                        id,
                        aanbieder.id(),
                        uit.naam(),
                        doelgroepen(uit),
                        uit.talen(),
                        uit.wijken(),
                        Set.copyOf(uit.vaardigheden()),
                        true, // the city's plan names no workers
                        false));
        if (nieuw) {
            uit.werkt().forEach(tijd -> medewerkers.insert(handle, werktijd(aanbieder, id, tijd)));
        }
    }

    /** The file says "volwassenen" and "gezinnen". */
    private static Set<Voor> doelgroepen(RespijtzorgThuis.Medewerker uit) {
        return uit.doelgroepen().stream()
                .map(woord -> woord.startsWith("gezin") ? Voor.GEZIN : Voor.VOLWASSENE)
                .collect(Collectors.toSet());
    }

    /** From the beginning of the dagdeel, as long as one can ask for and the dagdeel lasts. */
    private Werktijd werktijd(Aanbieder aanbieder, UUID medewerker, RespijtzorgThuis.Werktijd uit) {
        var uren = gemeente.dagdelen().van(uit.dagdeel());
        var duur = instellingen.duurUren(aanbieder).stream()
                .filter(lang -> !past(uren.begin(), lang).isAfter(uren.eind()))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("no visit fits in a " + uit.dagdeel()));
        return new Werktijd(
                Id.nieuw(klok.instant()),
                medewerker,
                uit.isoDag(),
                uren.begin(),
                past(uren.begin(), duur),
                klok.vandaag().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                Optional.empty());
    }

    private static LocalTime past(LocalTime begin, int uren) {
        return begin.plusHours(uren);
    }
}
