package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Tegoed;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/**
 * How many visits of a provider a household still may have (UvP 2025-2027 names no number: a setting of the gemeente). What
 * is asked counts as soon as it is asked, and no longer once it was cancelled or declined.
 */
@Singleton
final class Tegoeden {
    /** Who belong to one household, as far as we know: people, and who booked with that number. */
    record Huishouden(Collection<UUID> mensen, Optional<String> telefoon) {}

    private final HuisbezoekRepository huisbezoeken;
    private final MedewerkerRepository medewerkers;
    private final Aanbieders aanbieders;
    private final Thuisinstellingen instellingen;

    Tegoeden(
            HuisbezoekRepository huisbezoeken,
            MedewerkerRepository medewerkers,
            Aanbieders aanbieders,
            Thuisinstellingen instellingen) {
        this.huisbezoeken = huisbezoeken;
        this.medewerkers = medewerkers;
        this.aanbieders = aanbieders;
        this.instellingen = instellingen;
    }

    /** In the year of this visit; empty where the provider has no limit. Who decides by it holds these people. */
    Optional<Tegoed> van(Handle handle, Huishouden huishouden, Moment moment) {
        return van(handle, huishouden, moment, moment.datum().getYear());
    }

    /** The same in another year, of the provider of this visit. */
    Optional<Tegoed> van(Handle handle, Huishouden huishouden, Moment moment, int jaar) {
        var aanbieder = medewerkers.find(handle, moment.bronId()).orElseThrow().aanbieder();
        return aanbieders
                .find(handle, aanbieder)
                .flatMap(instellingen::tegoedPerJaar)
                .map(perJaar -> {
                    var gehad = huisbezoeken.tel(
                            handle,
                            huishouden,
                            aanbieder,
                            Tijdzone.beginVan(LocalDate.of(jaar, 1, 1)),
                            Tijdzone.beginVan(LocalDate.of(jaar + 1, 1, 1)));
                    return new Tegoed(jaar, Math.max(0, perJaar - gehad), perJaar);
                });
    }
}
