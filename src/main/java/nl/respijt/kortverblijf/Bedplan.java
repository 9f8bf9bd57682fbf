package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.kortverblijf.LogeerhuisRepository.Bednacht;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Which bed is free when, as stretches of nights: a house its own, the desk every one. A house keeps a bed to itself by
 * blocking nights; one that somebody has is theirs, whoever comes later.
 */
@Singleton
public final class Bedplan {
    /** What the table calls a night that the house keeps. */
    public static final String GEBLOKKEERD = "geblokkeerd";

    /** Nobody blocks longer at once. */
    static final int MAX_NACHTEN = 366;

    private static final String DING = "bed";
    private static final String PROEF = "blokkade";

    /**
     * Nights in a row that are alike.
     *
     * @param aanmelding for whom the bed is kept or taken
     * @param reden why the house keeps it
     */
    public record Stuk(String status, Verblijf nachten, Optional<UUID> aanmelding, Optional<String> reden) {
        private boolean isAls(Stuk ander) {
            return status.equals(ander.status) && aanmelding.equals(ander.aanmelding) && reden.equals(ander.reden);
        }
    }

    public record Rij(Bed bed, List<Stuk> stukken) {}

    /** A house with its beds by name. */
    public record Huis(Logeerhuis huis, List<Rij> rijen) {}

    /** A bed that a house keeps, from now on or later. */
    public record Blokkade(String huis, Bed bed, Stuk stuk) {}

    private final Transacties transacties;
    private final LogeerhuisRepository huizen;
    private final Aanbieders aanbieders;
    private final Geschiedenis geschiedenis;
    private final Klok klok;

    Bedplan(
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

    /** Every night from {@code van} on and before {@code tot} is in one stretch of each bed. */
    public List<Huis> van(Aanmelding wie, LocalDate van, LocalDate tot) {
        var zichtbaar = aanbieders.zichtbaar(wie);
        return transacties.lees(handle -> {
            var nachten = huizen.bednachten(handle, van, tot).stream()
                    .collect(Collectors.groupingBy(
                            Bednacht::bed, Collectors.toMap(Bednacht::nacht, nacht -> nacht, (een, _) -> een)));
            return van(handle, zichtbaar)
                    .map(huis -> new Huis(
                            huis,
                            huis.bedden().stream()
                                    .map(bed ->
                                            new Rij(bed, stukken(nachten.getOrDefault(bed.id(), Map.of()), van, tot)))
                                    .toList()))
                    .toList();
        });
    }

    private static List<Stuk> stukken(Map<LocalDate, Bednacht> nachten, LocalDate van, LocalDate tot) {
        var stukken = new ArrayList<Stuk>();
        for (var dag = van; dag.isBefore(tot); dag = dag.plusDays(1)) {
            var deze = new Verblijf(dag, dag.plusDays(1));
            var nacht = Optional.ofNullable(nachten.get(dag));
            var nieuw = nacht.map(een -> new Stuk(een.status(), deze, een.aanmelding(), een.reden()))
                    .orElseGet(() -> new Stuk(Bedden.VRIJ, deze, Optional.empty(), Optional.empty()));
            if (!stukken.isEmpty() && stukken.getLast().isAls(nieuw)) {
                var vorige = stukken.removeLast();
                nieuw = new Stuk(
                        nieuw.status(),
                        new Verblijf(vorige.nachten().van(), deze.tot()),
                        nieuw.aanmelding(),
                        nieuw.reden());
            }
            stukken.add(nieuw);
        }
        return List.copyOf(stukken);
    }

    /** What the houses of who asks keep to themselves, the first night first. */
    public List<Blokkade> blokkades(Aanmelding wie) {
        var vandaag = klok.vandaag();
        var ver = vandaag.plusDays(2L * MAX_NACHTEN);
        return van(wie, vandaag, ver).stream()
                .flatMap(huis -> huis.rijen().stream()
                        .flatMap(rij -> rij.stukken().stream()
                                .filter(stuk -> stuk.status().equals(GEBLOKKEERD))
                                .map(stuk -> new Blokkade(huis.huis().naam(), rij.bed(), stuk))))
                .sorted(Comparator.comparing(een -> een.stuk().nachten().van()))
                .toList();
    }

    /** All of these nights or, when somebody has the bed on one of them, none. */
    public BlokkeerResultaat blokkeer(UUID bed, Verblijf nachten, Optional<String> reden, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        try {
            return transacties.schrijf(handle -> isVan(handle, bed, eigen)
                    ? blokkeer(handle, bed, nachten, reden, wie)
                    : new BlokkeerResultaat.Onbekend());
        } catch (JdbiException fout) {
            if (Schending.van(fout).filter(Schending::isWachttijdVoorbij).isPresent()) {
                return new BlokkeerResultaat.Bezig();
            }
            throw fout;
        }
    }

    private BlokkeerResultaat blokkeer(
            Handle handle, UUID bed, Verblijf nachten, Optional<String> reden, Aanmelding wie) {
        handle.savepoint(PROEF);
        huizen.blokkeer(handle, bed, nachten, reden);
        // After the insert, which waits for whoever is taking the bed now.
        var bezet = huizen.nachten(handle, nachten.van(), nachten.tot()).stream()
                .filter(nacht -> nacht.bed().equals(bed) && !nacht.status().equals(GEBLOKKEERD))
                .map(LogeerhuisRepository.Nacht::nacht)
                .toList();
        if (!bezet.isEmpty()) {
            handle.rollbackToSavepoint(PROEF);
            return new BlokkeerResultaat.HeeftGast(bezet);
        }
        schrijf(handle, bed, "bed-geblokkeerd", wie);
        return new BlokkeerResultaat.Geblokkeerd();
    }

    /** Free again, as far as the house kept them; twice is the same as once. False when it has no such bed. */
    public boolean geefVrij(UUID bed, Verblijf nachten, Aanmelding wie) {
        var eigen = aanbieders.eigen(wie);
        return transacties.schrijf(handle -> {
            if (!isVan(handle, bed, eigen)) {
                return false;
            }
            if (huizen.deblokkeer(handle, bed, nachten) > 0) {
                schrijf(handle, bed, "bed-vrijgegeven", wie);
            }
            return true;
        });
    }

    private void schrijf(Handle handle, UUID bed, String wat, Aanmelding wie) {
        geschiedenis.schrijf(handle, DING, bed, wat, wie.slug(), Optional.empty(), klok.instant());
    }

    private boolean isVan(Handle handle, UUID bed, Set<UUID> aanbieders) {
        return van(handle, aanbieders)
                .flatMap(huis -> huis.bedden().stream())
                .anyMatch(een -> een.id().equals(bed));
    }

    private Stream<Logeerhuis> van(Handle handle, Set<UUID> aanbieders) {
        return huizen.alle(handle, klok.vandaag()).stream().filter(huis -> aanbieders.contains(huis.aanbieder()));
    }
}
