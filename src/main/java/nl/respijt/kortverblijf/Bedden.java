package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;

/** The beds by night, for whoever may see them: of a provider its own, the makelaar every one. */
@Singleton
public final class Bedden {
    public static final String VRIJ = "vrij";

    /** @param nachten those on which it is not free, and how */
    public record Bezet(Logeerhuis huis, Bed bed, Map<LocalDate, String> nachten) {
        public Bezet {
            nachten = Map.copyOf(nachten);
        }
    }

    private final Transacties transacties;
    private final LogeerhuisRepository huizen;
    private final Aanbieders aanbieders;
    private final Klok klok;

    Bedden(Transacties transacties, LogeerhuisRepository huizen, Aanbieders aanbieders, Klok klok) {
        this.transacties = transacties;
        this.huizen = huizen;
        this.aanbieders = aanbieders;
        this.klok = klok;
    }

    /** By house and name, for the nights from {@code van} on and before {@code tot}. */
    public List<Bezet> van(Aanmelding wie, LocalDate van, LocalDate tot) {
        var zichtbaar = aanbieders.zichtbaar(wie);
        return transacties.lees(handle -> {
            var nachten = new HashMap<UUID, Map<LocalDate, String>>();
            huizen.nachten(handle, van, tot)
                    .forEach(nacht -> nachten.computeIfAbsent(nacht.bed(), _ -> new HashMap<>())
                            .put(nacht.nacht(), nacht.status()));
            return huizen.alle(handle, klok.vandaag()).stream()
                    .filter(huis -> zichtbaar.contains(huis.aanbieder()))
                    .flatMap(huis -> huis.bedden().stream()
                            .map(bed -> new Bezet(huis, bed, nachten.getOrDefault(bed.id(), Map.of()))))
                    .toList();
        });
    }
}
