package nl.respijt.mantelzorghuis;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentService.AfgelastResultaat;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * The houses and when they are open. Whatever closes a house cancels its openstellingen one by one, so that everyone
 * who has a place or a dienst there is told; nothing is dropped in silence.
 */
@Singleton
public final class HuisService {
    /** What can come of closing: how many openstellingen lapsed, and how many people with a place were told. */
    public record Gesloten(int openstellingen, int mensen) {}

    /** What can come of an extra opening. */
    public sealed interface ExtraResultaat {
        record Geopend() implements ExtraResultaat {}

        /** It is open then already. */
        record AlOpen() implements ExtraResultaat {}

        record InHetVerleden() implements ExtraResultaat {}

        record Onbekend() implements ExtraResultaat {}
    }

    private final Transacties transacties;
    private final HuisRepository huizen;
    private final Openstellingen openstellingen;
    private final MomentService momenten;
    private final Gevolgen gevolgen;
    private final Feestdagen feestdagen;
    private final Klok klok;

    HuisService(
            Transacties transacties,
            HuisRepository huizen,
            Openstellingen openstellingen,
            MomentService momenten,
            Gevolgen gevolgen,
            Feestdagen feestdagen,
            Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.openstellingen = openstellingen;
        this.momenten = momenten;
        this.gevolgen = gevolgen;
        this.feestdagen = feestdagen;
        this.klok = klok;
    }

    public List<Mantelzorghuis> alle() {
        return transacties.lees(huizen::alle);
    }

    public Optional<Mantelzorghuis> find(UUID id) {
        return alle().stream().filter(huis -> huis.id().equals(id)).findFirst();
    }

    public Optional<Mantelzorghuis> find(String slug) {
        return alle().stream().filter(huis -> huis.slug().equals(slug)).findFirst();
    }

    /** The patterns that hold now or later, by weekday. */
    public List<Openingspatroon> patronen(UUID huis) {
        var vandaag = klok.vandaag();
        return transacties.lees(huizen::patronen).stream()
                .filter(patroon -> patroon.huisId().equals(huis))
                .filter(patroon ->
                        patroon.tot().filter(tot -> !tot.isAfter(vandaag)).isEmpty())
                .toList();
    }

    public List<Sluiting> sluitingen() {
        return transacties.lees(handle -> huizen.sluitingen(handle, klok.vandaag()));
    }

    /** Public holidays on which this house would else be open, from {@code van}, up to but not on {@code tot}. */
    public List<LocalDate> dichtOpFeestdag(UUID huis, LocalDate van, LocalDate tot) {
        var dagen = patronen(huis).stream().map(Openingspatroon::dag).toList();
        return van.datesUntil(tot)
                .filter(dag -> dagen.contains(dag.getDayOfWeek().getValue()) && feestdagen.isFeestdag(dag))
                .toList();
    }

    /** Those that end on this day or later, also when it is past. */
    public List<Sluiting> sluitingenSinds(LocalDate dag) {
        return transacties.lees(handle -> huizen.sluitingen(handle, dag));
    }

    public Gesloten sluit(
            Optional<UUID> huis, LocalDate van, LocalDate tot, Optional<Dagdeel> dagdeel, String reden, String door) {
        var resultaat = transacties.schrijf(handle -> {
            var sluiting = new Sluiting(Id.nieuw(klok.instant()), huis, van, tot, dagdeel, reden);
            slot(handle, huis);
            huizen.insert(handle, sluiting);
            return gelastAf(
                    handle,
                    huizen.openstellingen(handle, van, tot).stream()
                            .filter(openstelling -> sluiting.geldt(
                                    openstelling.huisId(), openstelling.datum(), Dagdeel.van(openstelling.dagdeel())))
                            .toList(),
                    reden,
                    door);
        });
        gevolgen.na();
        return resultaat;
    }

    public ExtraResultaat openExtra(UUID huisId, LocalDate datum, Dagdeel dagdeel, String door) {
        var huis = find(huisId);
        if (huis.isEmpty()) {
            return new ExtraResultaat.Onbekend();
        }
        if (openstellingen.isVoorbij(datum, dagdeel)) {
            return new ExtraResultaat.InHetVerleden();
        }
        var geopend = transacties.schrijf(handle -> {
            huizen.slot(handle, huisId);
            return openstellingen.openOfHeropen(handle, huis.get(), datum, dagdeel, "extra", door);
        });
        gevolgen.na();
        return geopend ? new ExtraResultaat.Geopend() : new ExtraResultaat.AlOpen();
    }

    /** A new line of the pattern; its openstellingen are there at once. */
    public void voegPatroonToe(UUID huis, int dag, Dagdeel dagdeel, int elkeWeken, LocalDate vanaf) {
        transacties.schrijf(handle -> {
            huizen.slot(handle, huis);
            huizen.insert(
                    handle,
                    new Openingspatroon(
                            Id.nieuw(klok.instant()), huis, dag, dagdeel, elkeWeken, vanaf, Optional.empty()));
            openstellingen.planVooruit(handle);
            return huis;
        });
        gevolgen.na();
    }

    /** From that day on this line no longer holds; what was planned by it from then on lapses, and people are told. */
    public Gesloten beeindigPatroon(UUID patroonId, LocalDate tot, String reden, String door) {
        var resultaat = transacties.schrijf(handle -> {
            var patroon = huizen.patronen(handle).stream()
                    .filter(een -> een.id().equals(patroonId))
                    .findFirst();
            if (patroon.isEmpty()) {
                return new Gesloten(0, 0);
            }
            huizen.slot(handle, patroon.get().huisId());
            huizen.beeindig(handle, patroonId, tot);
            var nogGeldig = huizen.patronen(handle);
            var welke = huizen.openstellingen(handle, tot, openstellingen.horizon()).stream()
                    .filter(openstelling -> openstelling.herkomst().equals("patroon")
                            && openstelling.huisId().equals(patroon.get().huisId())
                            && openstelling
                                    .dagdeel()
                                    .equals(patroon.get().dagdeel().woord())
                            && patroon.get().geldtOp(openstelling.datum())
                            && nogGeldig.stream()
                                    .noneMatch(ander -> ander.huisId().equals(openstelling.huisId())
                                            && ander.dagdeel() == patroon.get().dagdeel()
                                            && ander.geldtOp(openstelling.datum())))
                    .filter(openstelling -> !openstelling.vervallen())
                    .toList();
            var gesloten = gelastAf(handle, welke, reden, door);
            // A later line of the pattern may plan these again; what was cancelled by hand stays so.
            welke.forEach(openstelling -> huizen.geefPlekVrij(handle, openstelling.moment()));
            return gesloten;
        });
        gevolgen.na();
        return resultaat;
    }

    private void slot(Handle handle, Optional<UUID> huis) {
        huis.map(List::of)
                .orElseGet(() -> huizen.alle(handle).stream()
                        .map(Mantelzorghuis::id)
                        .sorted(java.util.Comparator.comparing(UUID::toString))
                        .toList())
                .forEach(id -> huizen.slot(handle, id));
    }

    private Gesloten gelastAf(Handle handle, List<HuisRepository.OpenstellingRij> welke, String reden, String door) {
        var openstellingen = 0;
        var mensen = 0;
        for (var openstelling : welke) {
            if (!openstelling.vervallen()
                    && momenten.gelastAf(handle, openstelling.moment(), reden, door)
                            instanceof AfgelastResultaat.Afgelast afgelast) {
                openstellingen++;
                mensen += afgelast.gebeldOfGemaild();
            }
        }
        return new Gesloten(openstellingen, mensen);
    }
}
