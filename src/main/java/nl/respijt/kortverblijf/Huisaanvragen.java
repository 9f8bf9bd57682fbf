package nl.respijt.kortverblijf;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;

/**
 * What was asked of the houses of a provider. While one has to answer, or somebody comes to stay, it sees who asks and what
 * that guest needs; of the rest it keeps what it answered, with a code and nights, and not who it was.
 */
@Singleton
public final class Huisaanvragen {
    /** So many are looked back on. */
    static final int MAX_TERUG = 50;

    /**
     * Somebody who waits for this house, or comes to it.
     *
     * @param bod the bed that the house keeps for them, or that they chose
     * @param bedkeuzes what can be offered with one tap, the best first; looked up only where there is no time
     */
    public record Wachtend(
            Verblijfsaanmelding aanmelding, Uitzetting uitzetting, Optional<Aanbieding> bod, List<Bedkeuze> bedkeuzes) {
        public boolean isSpoed() {
            return aanmelding.urgentie() == Urgentie.NU;
        }
    }

    /**
     * @param wacht for whom an answer is due, those of today first, then by the end of the term
     * @param aangeboden who has a bed of the house to choose
     * @param komt who chose one
     * @param terug the rest, the last one first
     */
    public record Lijst(List<Wachtend> wacht, List<Wachtend> aangeboden, List<Wachtend> komt, List<Beantwoord> terug) {
        /** Of whom something is shown. */
        Stream<Verblijfsaanmelding> mensen() {
            return Stream.of(wacht, aangeboden, komt).flatMap(List::stream).map(Wachtend::aanmelding);
        }
    }

    /**
     * One intake for one house that was asked.
     *
     * @param uitkomst by the rules and beds of now; empty when the house has nothing to answer any more
     * @param bedden those that are fit for the guest, free ones first
     * @param boden what it offered, the first one first
     */
    public record Deel(Uitzetting uitzetting, Optional<BijHuis> uitkomst, List<Bed> bedden, List<Aanbieding> boden) {}

    /** @param zorg what the carer answered; empty when it concerns none of the houses any more */
    public record Een(Verblijfsaanmelding aanmelding, Optional<Intake> zorg, List<Deel> delen) {
        /** Whether an answer can be given, or another one. */
        public boolean kanAntwoorden() {
            return aanmelding.status().isOpen()
                    && delen.stream().anyMatch(deel -> !deel.uitzetting().isAf());
        }
    }

    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final Uitkomsten uitkomsten;
    private final Aanbieders aanbieders;

    Huisaanvragen(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            Uitkomsten uitkomsten,
            Aanbieders aanbieders) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.uitkomsten = uitkomsten;
        this.aanbieders = aanbieders;
    }

    /** For the houses of who asks. */
    public Lijst lijst(Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        return transacties.lees(handle -> {
            var lopend = lopend(handle, eigen)
                    .sorted(Comparator.comparing(Wachtend::isSpoed)
                            .reversed()
                            .thenComparing(een -> een.uitzetting().antwoordVoor())
                            .thenComparing(een -> een.aanmelding().id()))
                    .toList();
            var komt = lopend.stream()
                    .filter(een -> een.aanmelding().status().isGast())
                    .sorted(Comparator.comparing(
                            een -> een.aanmelding().verblijf().van()))
                    .toList();
            return new Lijst(
                    lopend.stream().filter(Huisaanvragen::wacht).toList(),
                    lopend.stream()
                            .filter(een -> !wacht(een) && !komt.contains(een))
                            .toList(),
                    komt,
                    aanbiedingen.terugVan(handle, eigen, MAX_TERUG));
        });
    }

    private Stream<Wachtend> lopend(Handle handle, Set<UUID> eigen) {
        var ids = aanbiedingen.lopendeVan(handle, eigen);
        var wie = aanmeldingen.alle(handle, ids);
        var boden = aanbiedingen.van(handle, ids);
        return aanbiedingen.uitzettingen(handle, wie.keySet()).stream()
                .filter(uitzetting -> eigen.contains(uitzetting.aanbieder()))
                .flatMap(uitzetting -> {
                    var aanmelding = requireNonNull(wie.get(uitzetting.aanmelding()));
                    var vanHuis = vanHuis(uitzetting, boden.getOrDefault(aanmelding.id(), List.of()));
                    return gaatAan(aanmelding, uitzetting, vanHuis)
                            ? Stream.of(wachtend(handle, aanmelding, uitzetting, vanHuis))
                            : Stream.empty();
                });
    }

    private static List<Aanbieding> vanHuis(Uitzetting uitzetting, List<Aanbieding> boden) {
        return boden.stream()
                .filter(bod -> bod.huis().equals(uitzetting.huis()))
                .toList();
    }

    private static boolean wacht(Wachtend een) {
        return een.aanmelding().status().isOpen() && een.uitzetting().status() != Uitzetting.Status.AANGEBODEN;
    }

    private Wachtend wachtend(
            Handle handle, Verblijfsaanmelding aanmelding, Uitzetting uitzetting, List<Aanbieding> boden) {
        var nu = aanmelding.urgentie() == Urgentie.NU
                        && aanmelding.status().isOpen()
                        && uitzetting.status() != Uitzetting.Status.AANGEBODEN
                ? aanmeldingen.intake(handle, aanmelding.id())
                : Optional.<Intake>empty();
        return new Wachtend(
                aanmelding,
                uitzetting,
                boden.stream()
                        .filter(bod -> bod.status() == Aanbieding.Status.AANVAARD
                                || bod.status() == Aanbieding.Status.AANGEBODEN)
                        .reduce((_, laatste) -> laatste),
                nu.map(intake -> uitkomsten.bij(handle, aanmelding.id(), intake, uitzetting.huis()))
                        .map(BijHuis::bedkeuzes)
                        .orElse(List.of()));
    }

    /** Empty when none of their houses was asked. */
    public Optional<Een> een(UUID id, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        return transacties.lees(handle -> aanmeldingen
                .find(handle, id)
                .flatMap(aanmelding ->
                        een(handle, aanmelding, eigen(handle, aanmelding, eigen).toList())));
    }

    private Optional<Een> een(Handle handle, Verblijfsaanmelding aanmelding, List<Uitzetting> gevraagd) {
        if (gevraagd.isEmpty()) {
            return Optional.empty();
        }
        var boden = aanbiedingen.van(handle, aanmelding.id());
        var zorg = gevraagd.stream().anyMatch(uitzetting -> gaatAan(aanmelding, uitzetting, vanHuis(uitzetting, boden)))
                ? aanmeldingen.intake(handle, aanmelding.id())
                : Optional.<Intake>empty();
        return Optional.of(new Een(
                aanmelding,
                zorg,
                gevraagd.stream()
                        .map(uitzetting -> deel(handle, aanmelding, uitzetting, zorg, vanHuis(uitzetting, boden)))
                        .toList()));
    }

    private Deel deel(
            Handle handle,
            Verblijfsaanmelding aanmelding,
            Uitzetting uitzetting,
            Optional<Intake> zorg,
            List<Aanbieding> boden) {
        var uitkomst = zorg.filter(_ -> aanmelding.status().isOpen() && !uitzetting.isAf())
                .map(intake -> uitkomsten.bij(handle, aanmelding.id(), intake, uitzetting.huis()));
        return new Deel(
                uitzetting,
                uitkomst,
                uitkomst.flatMap(bij -> zorg.map(intake -> bedden(bij, intake))).orElse(List.of()),
                boden);
    }

    private static List<Bed> bedden(BijHuis bij, Intake intake) {
        var vrij = bij.uitkomst() instanceof Uitkomst.Past past ? past.bedden() : List.<Bed>of();
        return Stream.concat(
                        vrij.stream(),
                        Passen.geschikt(intake, bij.uitkomst().huis()).filter(bed -> !vrij.contains(bed)))
                .toList();
    }

    /** It has to answer, or they come to stay there; {@code boden} are of that house. */
    private static boolean gaatAan(Verblijfsaanmelding aanmelding, Uitzetting uitzetting, List<Aanbieding> boden) {
        if (uitzetting.isAf()) {
            return false;
        }
        return aanmelding.status().isOpen()
                || (aanmelding.status().isGast()
                        && boden.stream().anyMatch(bod -> bod.status() == Aanbieding.Status.AANVAARD));
    }

    private Stream<Uitzetting> eigen(Handle handle, Verblijfsaanmelding aanmelding, Set<UUID> eigen) {
        return aanbiedingen.uitzettingen(handle, aanmelding).stream()
                .filter(uitzetting -> eigen.contains(uitzetting.aanbieder()));
    }
}
