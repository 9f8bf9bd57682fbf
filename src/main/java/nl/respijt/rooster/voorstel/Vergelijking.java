package nl.respijt.rooster.voorstel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Roosterbeeld;
import nl.respijt.rooster.voorstel.VoorstelBeeld.Openstelling;
import nl.respijt.rooster.voorstel.VoorstelBeeld.Plaats;

/** Lays a proposal on the roster of this moment: what of it still is a change, and what came between. */
final class Vergelijking {
    private final Map<MomentId, Moment> momenten;
    private final Map<GastheerId, Gastheer> gastheren;
    private final Map<DienstId, Dienst> diensten;
    private final Map<MomentId, List<Dienst>> gepland;
    private final Map<MomentId, List<Voorstelregel>> regels;
    private final List<MomentId> komend;
    private final Stand stand;
    private final Uitleg uitleg;

    /** @param momenten those of the proposal, also what lapsed or began since */
    Vergelijking(Roosterbeeld beeld, List<Moment> momenten, List<Voorstelregel> regels) {
        this.momenten = new LinkedHashMap<>();
        momenten.forEach(moment -> this.momenten.put(moment.id(), moment));
        beeld.openstellingen().forEach(moment -> this.momenten.put(moment.id(), moment));
        this.regels = regels.stream().collect(groupingBy(Voorstelregel::moment));
        gastheren = beeld.gastheren().stream().collect(toMap(Gastheer::id, Function.identity()));
        diensten = beeld.diensten().stream().collect(toMap(Dienst::id, Function.identity()));
        gepland = beeld.diensten().stream()
                .collect(groupingBy(dienst -> dienst.moment().id()));
        komend = beeld.openstellingen().stream().map(Moment::id).toList();
        stand = stand(beeld, regels);
        uitleg = new Uitleg(beeld, stand);
    }

    /** Who would stand where when all of it were published: first who goes, then who comes. */
    private Stand stand(Roosterbeeld beeld, List<Voorstelregel> regels) {
        var nieuwe = new Stand(beeld);
        beeld.diensten().forEach(nieuwe::zet);
        var open = regels.stream()
                .filter(regel -> isOpen(regel) && nieuwe.moment(regel.moment()) >= 0)
                .toList();
        for (var regel : open) {
            dienst(regel)
                    .map(dienst -> nieuwe.gastheer(dienst.gastheer().id()))
                    .filter(g -> g >= 0)
                    .ifPresent(g -> nieuwe.haal(g, nieuwe.moment(regel.moment())));
        }
        for (var regel : open) {
            var m = nieuwe.moment(regel.moment());
            regel.wordt()
                    .map(nieuwe::gastheer)
                    .filter(g -> g >= 0 && !nieuwe.staat(g, m))
                    .ifPresent(g -> nieuwe.zet(g, m));
        }
        return nieuwe;
    }

    Uitleg uitleg() {
        return uitleg;
    }

    List<Openstelling> openstellingen() {
        return momenten.values().stream()
                .sorted(java.util.Comparator.<Moment, java.time.Instant>comparing(
                                moment -> moment.tijdvak().van())
                        .thenComparing(Moment::titel))
                .map(moment -> new Openstelling(moment, plaatsen(moment)))
                .filter(een -> komend.contains(een.moment().id()) || een.open() > 0)
                .toList();
    }

    Optional<Openstelling> openstelling(UUID regel) {
        return openstellingen().stream()
                .filter(een -> een.plaatsen().stream()
                        .anyMatch(plaats -> plaats.regel().filter(regel::equals).isPresent()))
                .findFirst();
    }

    private List<Plaats> plaatsen(Moment moment) {
        var plaatsen = new ArrayList<Plaats>();
        var bekend = new ArrayList<GastheerId>();
        for (var regel : regels.getOrDefault(moment.id(), List.of())) {
            plaats(moment, regel).ifPresent(plaats -> {
                plaatsen.add(plaats);
                plaats.wordt().map(Gastheer::id).ifPresent(bekend::add);
                plaats.was().map(Gastheer::id).ifPresent(bekend::add);
            });
        }
        gepland.getOrDefault(moment.id(), List.of()).stream()
                .map(Dienst::gastheer)
                .filter(gastheer -> !bekend.contains(gastheer.id()))
                .forEach(gastheer -> plaatsen.add(new Plaats(
                        Optional.empty(),
                        Verandering.BLIJFT,
                        Optional.of(gastheer),
                        Optional.of(gastheer),
                        List.of(),
                        true,
                        false,
                        Optional.empty())));
        return plaatsen;
    }

    /** Empty when nothing is left of it: whoever stayed went, or whoever would go is gone. */
    private Optional<Plaats> plaats(Moment moment, Voorstelregel regel) {
        var was = dienst(regel).map(Dienst::gastheer);
        var wordt = regel.wordt().map(gastheren::get);
        var staatEr = wordt.filter(wie -> staat(wie, moment.id())).isPresent();
        var open = isOpen(regel);
        if (!open && regel.verandering() != Verandering.LEEG && !staatEr) {
            return Optional.empty();
        }
        var verandering = open && was.isEmpty() ? Verandering.NIEUW : regel.verandering();
        return Optional.of(new Plaats(
                Optional.of(regel.id()),
                verandering,
                was,
                wordt,
                wordt.filter(_ -> komend.contains(moment.id()))
                        .map(wie -> verandering == Verandering.BLIJFT
                                ? List.<Reden.Wel>of(new Reden.StaatAl())
                                : uitleg.waarom(wie.id(), moment.id()))
                        .orElse(List.of()),
                regel.gekozen(),
                !open && verandering.isVerandering(),
                open ? wordt.flatMap(wie -> belet(wie, moment.id())).or(regel::belet) : Optional.empty()));
    }

    /** Whether it would change anything now. */
    private boolean isOpen(Voorstelregel regel) {
        if (!regel.isOpen()) {
            return false;
        }
        return regel.verandering() == Verandering.VERVALT
                ? dienst(regel).isPresent()
                : regel.wordt()
                        .map(gastheren::get)
                        .filter(wie -> gepland.getOrDefault(regel.moment(), List.of()).stream()
                                .noneMatch(dienst -> dienst.gastheer().id().equals(wie.id())))
                        .isPresent();
    }

    private boolean staat(Gastheer wie, MomentId moment) {
        return gepland.getOrDefault(moment, List.of()).stream()
                .anyMatch(dienst -> dienst.gastheer().id().equals(wie.id()));
    }

    /** Its dienst, while that is active. */
    private Optional<Dienst> dienst(Voorstelregel regel) {
        return regel.dienst().map(diensten::get);
    }

    /** What keeps this gastheer from being here, beside all else that is proposed. */
    Optional<Belet> belet(Gastheer wie, MomentId moment) {
        if (staat(wie, moment)) {
            return Optional.of(Belet.AL_HIER);
        }
        return komend.contains(moment)
                ? stand.beletZonder(stand.gastheer(wie.id()), stand.moment(moment))
                : Optional.of(Belet.VOORBIJ);
    }
}
