package nl.respijt.rooster.voorstel;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.database.Transacties;
import nl.respijt.rooster.AfmeldResultaat;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.OverdrachtResultaat;
import nl.respijt.rooster.PlanResultaat;
import nl.respijt.rooster.RoosterService;
import nl.respijt.rooster.Roosterbeeld;
import nl.respijt.rooster.Roosterlezer;
import nl.respijt.rooster.RuilResultaat;
import nl.respijt.rooster.Weigering;
import nl.respijt.tijd.Klok;

/**
 * Brings a proposal into the roster, change by change and each as the makelaar would do it by hand, so that rules, messages,
 * history and calendars follow by themselves. What cannot be any more keeps its place in the proposal, with the reason; what
 * is in the roster already is not done again, also when we were cut off half-way.
 */
@Singleton
public final class Publicatie {
    private final Transacties transacties;
    private final VoorstelRepository voorstellen;
    private final Roosterlezer lezer;
    private final RoosterService rooster;
    private final Klok klok;

    Publicatie(
            Transacties transacties,
            VoorstelRepository voorstellen,
            Roosterlezer lezer,
            RoosterService rooster,
            Klok klok) {
        this.transacties = transacties;
        this.voorstellen = voorstellen;
        this.lezer = lezer;
        this.rooster = rooster;
        this.klok = klok;
    }

    /** What is chosen in it, of the days from {@code van} up to but not on {@code tot}. */
    public PubliceerResultaat publiceer(Voorstel voorstel, LocalDate van, LocalDate tot, String door) {
        var dagen = transacties.lees(handle -> voorstellen.momenten(handle, voorstel.id())).stream()
                .filter(moment ->
                        !moment.datum().isBefore(van) && moment.datum().isBefore(tot))
                .map(Moment::id)
                .toList();
        var regels = transacties.lees(handle -> voorstellen.regels(handle, voorstel.id())).stream()
                .filter(regel -> regel.isOpen() && regel.gekozen() && dagen.contains(regel.moment()))
                .toList();
        var ronde = new Ronde(lezer.lees(voorstel.van(), voorstel.tot()), door);
        var geweigerd = ronde.doe(regels);
        transacties.schrijf(handle -> {
            voorstellen.sluitAlsAllesGedaan(handle, voorstel.id());
            return voorstel;
        });
        return new PubliceerResultaat(regels.size() - geweigerd, geweigerd);
    }

    /** One press of the button; keeps beside the roster what it does to it. */
    private final class Ronde {
        private final String door;
        private final Stand stand;
        private final Map<DienstId, Dienst> diensten;
        private final List<MomentId> komend;

        Ronde(Roosterbeeld beeld, String door) {
            this.door = door;
            stand = new Stand(beeld);
            beeld.diensten().forEach(stand::zet);
            diensten = beeld.diensten().stream().collect(Collectors.toMap(Dienst::id, Function.identity()));
            komend = beeld.openstellingen().stream().map(Moment::id).toList();
        }

        /** Who goes makes room for who comes; a place that waits for another is tried again after it. */
        int doe(List<Voorstelregel> regels) {
            for (var regel : regels) {
                if (regel.verandering() == Verandering.VERVALT) {
                    meldAf(regel);
                }
            }
            var wachtend = new ArrayList<>(regels.stream()
                    .filter(regel -> regel.verandering() != Verandering.VERVALT)
                    .toList());
            boolean verder;
            do {
                verder = wachtend.removeIf(regel -> probeer(regel).isEmpty()) || ruilPaar(wachtend);
            } while (verder);
            return (int) wachtend.stream()
                    .filter(regel -> {
                        var belet = probeer(regel);
                        belet.ifPresent(reden -> noteer(regel, reden));
                        return belet.isPresent();
                    })
                    .count();
        }

        private void meldAf(Voorstelregel regel) {
            var dienst = dienst(regel);
            if (dienst.isPresent()
                    && rooster.meldAf(dienst.get().id(), Optional.empty(), door) instanceof AfmeldResultaat.Afgemeld) {
                weg(dienst.get());
            }
            gedaan(regel);
        }

        /** Empty when it is in the roster now. */
        private Optional<Belet> probeer(Voorstelregel regel) {
            var wie = regel.wordt().orElseThrow();
            var g = stand.gastheer(wie);
            var m = stand.moment(regel.moment());
            if (g < 0 || m < 0 || !komend.contains(regel.moment())) {
                return Optional.of(Belet.VOORBIJ);
            }
            if (stand.staat(g, m)) {
                gedaan(regel);
                return Optional.empty();
            }
            var belet = stand.belet(g, m).or(() -> vol(regel, m)).or(() -> inRooster(regel, wie));
            if (belet.isEmpty()) {
                stand.zet(g, m);
                gedaan(regel);
            }
            return belet;
        }

        private Optional<Belet> vol(Voorstelregel regel, int m) {
            var getraind = 0;
            for (var g : stand.op(m)) {
                getraind += stand.isGetraind(g, m) ? 1 : 0;
            }
            return dienst(regel).isEmpty() && getraind >= Stand.GEWENST ? Optional.of(Belet.VOL) : Optional.empty();
        }

        private Optional<Belet> inRooster(Voorstelregel regel, GastheerId wie) {
            var dienst = dienst(regel);
            if (dienst.isEmpty()) {
                return belet(rooster.plan(regel.moment(), wie, door));
            }
            return switch (rooster.draagOver(dienst.get().id(), wie, door)) {
                case OverdrachtResultaat.Overgedragen _ -> {
                    weg(dienst.get());
                    yield Optional.empty();
                }
                // Whoever had it let it go since: the place is free.
                case OverdrachtResultaat.TeLaat _, OverdrachtResultaat.Onbekend _ ->
                    belet(rooster.plan(regel.moment(), wie, door));
                case Weigering weigering -> Optional.of(belet(weigering));
            };
        }

        private static Optional<Belet> belet(PlanResultaat resultaat) {
            return switch (resultaat) {
                case PlanResultaat.Gepland _ -> Optional.empty();
                case PlanResultaat.TeLaat _, PlanResultaat.Onbekend _ -> Optional.of(Belet.VOORBIJ);
                case Weigering weigering -> Optional.of(belet(weigering));
            };
        }

        private static Belet belet(Weigering weigering) {
            return switch (weigering) {
                case Weigering.NietGetraind _ -> Belet.NIET_GETRAIND;
                case Weigering.NietVanDitHuis _ -> Belet.ANDER_HUIS;
                case Weigering.Dubbel _ -> Belet.ELDERS;
                case Weigering.MaximumBereikt _ -> Belet.MAXIMUM;
            };
        }

        /** Two who would take each other's dienst stand in each other's way until they swap. */
        private boolean ruilPaar(List<Voorstelregel> wachtend) {
            for (var een : wachtend) {
                for (var ander : wachtend) {
                    if (een.was().equals(ander.wordt()) && ander.was().equals(een.wordt()) && ruil(een, ander)) {
                        wachtend.removeAll(List.of(een, ander));
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean ruil(Voorstelregel een, Voorstelregel ander) {
            var eerste = dienst(een);
            var tweede = dienst(ander);
            if (eerste.isEmpty()
                    || tweede.isEmpty()
                    || !(rooster.ruil(eerste.get().id(), tweede.get().id(), door) instanceof RuilResultaat.Geruild)) {
                return false;
            }
            weg(eerste.get());
            weg(tweede.get());
            for (var regel : List.of(een, ander)) {
                stand.zet(stand.gastheer(regel.wordt().orElseThrow()), stand.moment(regel.moment()));
                gedaan(regel);
            }
            return true;
        }

        private Optional<Dienst> dienst(Voorstelregel regel) {
            return regel.dienst().map(diensten::get);
        }

        private void weg(Dienst dienst) {
            diensten.remove(dienst.id());
            var g = stand.gastheer(dienst.gastheer().id());
            if (g >= 0) {
                stand.haal(g, stand.moment(dienst.moment().id()));
            }
        }

        private void gedaan(Voorstelregel regel) {
            transacties.schrijf(handle -> {
                voorstellen.gepubliceerd(handle, regel.id(), klok.instant());
                return regel;
            });
        }

        private void noteer(Voorstelregel regel, Belet belet) {
            transacties.schrijf(handle -> {
                voorstellen.geweigerd(handle, regel.id(), belet);
                return regel;
            });
        }
    }
}
