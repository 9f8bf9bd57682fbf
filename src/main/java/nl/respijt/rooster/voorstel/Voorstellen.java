package nl.respijt.rooster.voorstel;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Roosterbeeld;
import nl.respijt.rooster.Roosterlezer;
import nl.respijt.rooster.voorstel.VoorstelBeeld.Ander;
import nl.respijt.rooster.voorstel.VoorstelBeeld.Keuze;

/** The proposals there are: looking at one, and changing it by hand before it is published. */
@Singleton
public final class Voorstellen {
    private final Transacties transacties;
    private final VoorstelRepository voorstellen;
    private final Roosterlezer lezer;
    private final Rekenkamer rekenkamer;

    Voorstellen(Transacties transacties, VoorstelRepository voorstellen, Roosterlezer lezer, Rekenkamer rekenkamer) {
        this.transacties = transacties;
        this.voorstellen = voorstellen;
        this.lezer = lezer;
        this.rekenkamer = rekenkamer;
    }

    /** The newest first. */
    public List<Voorstel> alle() {
        rekenkamer.ruimVerlorenOp();
        return transacties.lees(voorstellen::alle);
    }

    public Optional<Voorstel> find(VoorstelId id) {
        rekenkamer.ruimVerlorenOp();
        return transacties.lees(handle -> voorstellen.find(handle, id));
    }

    /** All of it beside the roster as it is now. */
    public VoorstelBeeld bekijk(Voorstel voorstel) {
        return new VoorstelBeeld(voorstel, vergelijk(voorstel, lees(voorstel)).openstellingen());
    }

    /** One place, with everybody who could have it. */
    public Optional<Keuze> keuze(Voorstel voorstel, UUID regel) {
        var beeld = lees(voorstel);
        var vergelijking = vergelijk(voorstel, beeld);
        return vergelijking.openstelling(regel).map(openstelling -> {
            var waar = openstelling.moment().id();
            var kunnen = vergelijking.uitleg().kunnen(waar).stream()
                    .filter(wie -> vergelijking.belet(wie, waar).isEmpty())
                    .toList();
            return new Keuze(
                    voorstel,
                    openstelling,
                    openstelling.plaatsen().stream()
                            .filter(plaats ->
                                    plaats.regel().filter(regel::equals).isPresent())
                            .findFirst()
                            .orElseThrow(),
                    kunnen,
                    beeld.gastheren().stream()
                            .filter(wie -> openstelling.plaatsen().stream()
                                    .noneMatch(plaats ->
                                            plaats.wordt().filter(wie::equals).isPresent()))
                            .map(wie -> new Ander(wie, vergelijking.uitleg().waaromNiet(wie.id(), waar)))
                            .toList());
        });
    }

    /** Empty leaves the place to nobody. */
    public WijzigResultaat wijzig(Voorstel voorstel, UUID regel, Optional<GastheerId> wie) {
        var beeld = lees(voorstel);
        var gastheer = wie.flatMap(id ->
                beeld.gastheren().stream().filter(een -> een.id().equals(id)).findFirst());
        if (wie.isPresent() != gastheer.isPresent()) {
            return new WijzigResultaat.Onbekend();
        }
        return transacties.schrijf(handle -> {
            var gevonden = voorstellen.regelVoorWijziging(handle, voorstel.id(), regel);
            if (gevonden.isEmpty()) {
                return new WijzigResultaat.Onbekend();
            }
            if (gevonden.get().gepubliceerd()) {
                return new WijzigResultaat.AlGepubliceerd();
            }
            // Back to who has it now is always fine.
            if (gastheer.isPresent() && !gevonden.get().was().equals(wie)) {
                var belet = new Vergelijking(
                                beeld,
                                voorstellen.momenten(handle, voorstel.id()),
                                zonder(regel, voorstellen.regels(handle, voorstel.id())))
                        .belet(gastheer.get(), gevonden.get().moment());
                if (belet.isPresent()) {
                    return new WijzigResultaat.KanNiet(gastheer.get(), belet.get());
                }
            }
            voorstellen.zetGastheer(handle, regel, wie);
            return new WijzigResultaat.Gewijzigd();
        });
    }

    /** With this place as it would be with nobody in it. */
    private static List<Voorstelregel> zonder(UUID regel, List<Voorstelregel> alle) {
        return alle.stream()
                .map(een -> een.id().equals(regel) ? een.zonderGastheer() : een)
                .toList();
    }

    /** Of the places on these days: those in {@code gekozen} are wanted, the others not. */
    public void kies(Voorstel voorstel, LocalDate van, LocalDate tot, Set<UUID> gekozen) {
        transacties.schrijf(handle -> {
            var dagen = voorstellen.momenten(handle, voorstel.id()).stream()
                    .filter(moment ->
                            !moment.datum().isBefore(van) && moment.datum().isBefore(tot))
                    .map(moment -> moment.id())
                    .toList();
            for (var regel : voorstellen.regels(handle, voorstel.id())) {
                if (regel.isOpen() && dagen.contains(regel.moment())) {
                    voorstellen.kies(handle, regel.id(), gekozen.contains(regel.id()));
                }
            }
            return voorstel;
        });
    }

    private Roosterbeeld lees(Voorstel voorstel) {
        return lezer.lees(voorstel.van(), voorstel.tot());
    }

    private Vergelijking vergelijk(Voorstel voorstel, Roosterbeeld beeld) {
        return transacties.lees(handle -> new Vergelijking(
                beeld, voorstellen.momenten(handle, voorstel.id()), voorstellen.regels(handle, voorstel.id())));
    }
}
