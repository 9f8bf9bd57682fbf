package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Transacties;
import nl.respijt.rooster.Beschikbaarheid.Plek;
import nl.respijt.rooster.Beschikbaarheid.Weekplek;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;

/** What a gastheer says about when and how: it decides who is asked first, and nothing that was planned changes by it. */
@Singleton
public final class InzetService {
    /** What can come of wishes. */
    public sealed interface WensResultaat {
        record Bewaard() implements WensResultaat {}

        /** A house in which this gastheer does not work, or somebody who is in none of the same houses. */
        record NietVanHier() implements WensResultaat {}

        record Onbekend() implements WensResultaat {}
    }

    private final Transacties transacties;
    private final GastheerRepository gastheren;
    private final InzetRepository inzet;
    private final Uitnodigingen uitnodigingen;
    private final Gevolgen gevolgen;
    private final Klok klok;

    InzetService(
            Transacties transacties,
            GastheerRepository gastheren,
            InzetRepository inzet,
            Uitnodigingen uitnodigingen,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.gastheren = gastheren;
        this.inzet = inzet;
        this.uitnodigingen = uitnodigingen;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    public Inzet van(GastheerId wie) {
        return transacties.lees(handle -> inzet.van(handle, wie));
    }

    /** Those who work in one of the same houses, by name. */
    public List<Gastheer> collegas(GastheerId wie) {
        return transacties.lees(handle ->
                gastheren.find(handle, wie).map(zelf -> collegas(handle, zelf)).orElse(List.of()));
    }

    private List<Gastheer> collegas(Handle handle, Gastheer zelf) {
        return gastheren.alle(handle).stream()
                .filter(ander ->
                        !ander.id().equals(zelf.id()) && ander.huizen().stream().anyMatch(zelf::werktIn))
                .toList();
    }

    /** The dagdelen of a week on which this gastheer can; without any it is always. */
    public void zetWeek(GastheerId wie, Collection<Weekplek> week) {
        schrijf(wie, handle -> inzet.zetWeek(handle, wie, week));
    }

    /** Otherwise than in the week, from {@code van} up to and including {@code tot}; the whole day without a dagdeel. */
    public void zetDagen(GastheerId wie, LocalDate van, LocalDate tot, Optional<Dagdeel> dagdeel, boolean kan) {
        var plekken = van.datesUntil(tot.plusDays(1))
                .flatMap(dag -> dagdeel.map(Stream::of)
                        .orElseGet(() -> Stream.of(Dagdeel.values()))
                        .map(deel -> new Plek(dag, deel)))
                .toList();
        schrijf(wie, handle -> inzet.zetDagen(handle, wie, plekken, kan));
    }

    /** The week counts again on these days; the whole day without a dagdeel. */
    public void vergeetDagen(GastheerId wie, LocalDate van, LocalDate tot, Optional<Dagdeel> dagdeel) {
        schrijf(wie, handle -> inzet.vergeetDagen(handle, wie, van, tot, dagdeel));
    }

    /** What this gastheer reads from now on, in mail and in the calendar to follow. */
    public void zetTaal(GastheerId wie, Taal taal) {
        schrijf(wie, handle -> inzet.zetTaal(handle, wie, taal));
    }

    /** Who is one's maatje the makelaar says; it stays. */
    public WensResultaat zetWensen(GastheerId wie, int maxPerMaand, Wensen wensen) {
        var resultaat = transacties.schrijf(handle -> gastheren
                .findVoorWijziging(handle, wie)
                .<WensResultaat>map(zelf -> {
                    var huisKlopt =
                            wensen.huis().filter(huis -> !zelf.werktIn(huis)).isEmpty();
                    var samenKlopt = wensen.samenMet()
                            .filter(ander -> collegas(handle, zelf).stream()
                                    .noneMatch(collega -> collega.id().equals(ander)))
                            .isEmpty();
                    if (!huisKlopt || !samenKlopt) {
                        return new WensResultaat.NietVanHier();
                    }
                    uitnodigingen.kies(handle, wie, wensen.uitnodigingen(), klok.instant());
                    var maatje = inzet.van(handle, wie).wensen().maatje();
                    inzet.zetWensen(handle, wie, maxPerMaand, wensen.metMaatje(maatje));
                    return new WensResultaat.Bewaard();
                })
                .orElseGet(WensResultaat.Onbekend::new));
        gevolgen.na();
        return resultaat;
    }

    /** With the row of the gastheer held: who is forgotten meanwhile says nothing any more. */
    private void schrijf(GastheerId wie, Consumer<Handle> werk) {
        transacties.schrijf(handle -> {
            var zelf = gastheren.findVoorWijziging(handle, wie);
            zelf.ifPresent(_ -> werk.accept(handle));
            return zelf;
        });
    }
}
