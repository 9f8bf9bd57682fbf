package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Boeking;
import org.jdbi.v3.core.Handle;

/** What a provider hears of what carers do with their visits, in the transaction in which they do it. */
@Singleton
final class Bezoekpost {
    private final MedewerkerRepository medewerkers;
    private final Aanbieders aanbieders;
    private final Postvak postvak;

    Bezoekpost(MedewerkerRepository medewerkers, Aanbieders aanbieders, Postvak postvak) {
        this.medewerkers = medewerkers;
        this.aanbieders = aanbieders;
        this.postvak = postvak;
    }

    /** They were cancelled or moved, all in one message; of one provider, as they are now. */
    void meldAanbieder(Handle handle, List<Boeking> boekingen, Instant nu) {
        var aanbieder = medewerkers
                .find(handle, boekingen.getFirst().moment().bronId())
                .orElseThrow()
                .aanbieder();
        postvak.plaats(
                handle,
                aanbieders.medewerkers(handle, aanbieder).stream()
                        .map(persoon -> BezoekBerichtMaker.gewijzigd(boekingen, persoon, nu))
                        .toList(),
                nu);
    }
}
