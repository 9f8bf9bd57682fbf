package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Logeerhuis.Huisregels;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;

/**
 * By which rules a house takes guests, since when. A change is a new version from a day on, and the one before it ends that
 * day in the same transaction; what was offered under an older one keeps that.
 */
@Singleton
public final class Huisregelbeheer {
    private static final String DING = "huis";

    /**
     * Rules with the days on which they hold.
     *
     * @param tot the first day on which they no longer hold; empty for the last one
     */
    public record Versie(Huisregels regels, LocalDate vanaf, Optional<LocalDate> tot) {
        public boolean geldtOp(LocalDate dag) {
            return !dag.isBefore(vanaf)
                    && tot.filter(einde -> !dag.isBefore(einde)).isEmpty();
        }
    }

    /** @param versies the last one first */
    public record Huis(UUID id, String naam, List<Versie> versies) {
        public Versie laatste() {
            return versies.getFirst();
        }
    }

    /** What can come of a change. */
    public sealed interface RegelResultaat {
        /** Twice is the same as once. */
        record Vastgelegd(Versie versie) implements RegelResultaat {}

        /** Another version begins on that day or later already. */
        record AlEenVersie(LocalDate vanaf) implements RegelResultaat {}

        record Onbekend() implements RegelResultaat {}
    }

    private final Transacties transacties;
    private final LogeerhuisRepository huizen;
    private final Aanbieders aanbieders;
    private final Geschiedenis geschiedenis;
    private final Klok klok;

    Huisregelbeheer(
            Transacties transacties,
            LogeerhuisRepository huizen,
            Aanbieders aanbieders,
            Geschiedenis geschiedenis,
            Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.aanbieders = aanbieders;
        this.geschiedenis = geschiedenis;
        this.klok = klok;
    }

    /** The houses that this person may see: the desk every one, a provider its own. */
    public List<Huis> van(Aanmelding wie) {
        var zichtbaar = aanbieders.zichtbaar(wie);
        return transacties.lees(handle -> huizen.alle(handle, klok.vandaag()).stream()
                .filter(huis -> zichtbaar.contains(huis.aanbieder()))
                .map(huis -> new Huis(huis.id(), huis.naam(), huizen.regels(handle, huis.id())))
                .toList());
    }

    /** @param regels their version is given here */
    public RegelResultaat wijzig(UUID huis, Huisregels regels, LocalDate vanaf, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        return transacties.schrijf(handle -> {
            if (!isVan(handle, huis, eigen)) {
                return new RegelResultaat.Onbekend();
            }
            huizen.houd(handle, huis);
            var laatste = huizen.regels(handle, huis).getFirst();
            var nieuw = regels.metVersie(laatste.regels().versie() + 1);
            if (laatste.vanaf().equals(vanaf)
                    && laatste.regels().equals(regels.metVersie(laatste.regels().versie()))) {
                return new RegelResultaat.Vastgelegd(new Versie(laatste.regels(), vanaf, Optional.empty()));
            }
            if (!laatste.vanaf().isBefore(vanaf)) {
                return new RegelResultaat.AlEenVersie(laatste.vanaf());
            }
            huizen.eindig(handle, huis, vanaf);
            huizen.insert(handle, huis, nieuw, vanaf);
            schrijf(handle, huis, "huisregels-gewijzigd", wie);
            return new RegelResultaat.Vastgelegd(new Versie(nieuw, vanaf, Optional.empty()));
        });
    }

    /** A version that does not hold yet is gone, and the one before it goes on; false when there is none such. */
    public boolean trekIn(UUID huis, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        return transacties.schrijf(handle -> {
            if (!isVan(handle, huis, eigen)) {
                return false;
            }
            huizen.houd(handle, huis);
            var laatste = huizen.regels(handle, huis).getFirst();
            if (!laatste.vanaf().isAfter(klok.vandaag())) {
                return false;
            }
            huizen.vergeet(handle, huis, laatste.regels().versie());
            schrijf(handle, huis, "huisregels-ingetrokken", wie);
            return true;
        });
    }

    private void schrijf(Handle handle, UUID huis, String wat, Aanmelding wie) {
        geschiedenis.schrijf(handle, DING, huis, wat, wie.slug(), Optional.empty(), klok.instant());
    }

    private boolean isVan(Handle handle, UUID huis, Set<UUID> aanbieders) {
        return huizen.find(handle, huis, klok.vandaag())
                .filter(een -> aanbieders.contains(een.aanbieder()))
                .isPresent();
    }
}
