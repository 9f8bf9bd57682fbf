package nl.respijt.rooster;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Moment;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;

/**
 * Looks for somebody when a gastheer cannot: three are asked, least recently asked first, then the next three; nobody
 * twice in a week. Whoever finds somebody, by asking or at the desk, ends it, and who was asked hears so at once. All of
 * it in the transaction of what it follows from.
 */
@Singleton
final class DekkingZoeker {
    static final String GEVRAAGD = "dekking-gevraagd";
    static final String GEREGELD = "dekking-geregeld";

    private static final String DING = "moment";
    private static final String DOOR = "systeem";
    private static final int PER_GOLF = 3;
    private static final Duration RUST = Duration.ofDays(7);

    private final DekkingRepository dekkingen;
    private final DienstRepository diensten;
    private final GastheerRepository gastheren;
    private final InzetRepository inzet;
    private final Geschiedenis geschiedenis;
    private final Postvak postvak;

    DekkingZoeker(
            DekkingRepository dekkingen,
            DienstRepository diensten,
            GastheerRepository gastheren,
            InzetRepository inzet,
            Geschiedenis geschiedenis,
            Postvak postvak) {
        this.dekkingen = dekkingen;
        this.diensten = diensten;
        this.gastheren = gastheren;
        this.inzet = inzet;
        this.geschiedenis = geschiedenis;
        this.postvak = postvak;
    }

    /** Somebody fell out: begins to look when no trained gastheer is left. When it presses, the first are asked at once. */
    void naAfmelding(Handle handle, Moment moment, Instant nu) {
        if (moment.vervallen() || moment.isBegonnen(nu) || diensten.heeftGetrainde(handle, moment.id())) {
            return;
        }
        var begin = moment.tijdvak().van();
        var id = Id.nieuw(nu);
        if (dekkingen.begin(handle, id, moment.id(), DekkingTijden.eerste(nu, begin), nu)) {
            geschiedenis.schrijf(handle, DING, moment.id().waarde(), "dekking-begonnen", DOOR, Optional.empty(), nu);
            if (DekkingTijden.haast(nu, begin)) {
                dekkingen.find(handle, id).ifPresent(dekking -> vraagVolgenden(handle, moment, dekking, nu));
            }
        }
    }

    /** There is a trained gastheer: nobody is asked any more. */
    void naIndeling(Handle handle, Moment moment, Instant nu) {
        dekkingen
                .lopendeVoorWijziging(handle, moment.id())
                .filter(dekking -> diensten.heeftGetrainde(handle, moment.id()))
                .ifPresent(dekking -> sluit(handle, dekking, "gevonden", nu));
    }

    /** It does not take place. */
    void naAfgelasting(Handle handle, Moment moment, Instant nu) {
        dekkingen
                .lopendeVoorWijziging(handle, moment.id())
                .ifPresent(dekking -> sluit(handle, dekking, "niet-nodig", nu));
    }

    /** It begins, and nobody was found. */
    void naBegin(Handle handle, Dekking dekking, Instant nu) {
        dekkingen.sluit(handle, dekking.id(), "niet-gevonden", nu);
        geschiedenis.schrijf(handle, DING, dekking.momentId(), "dekking-niet-gevonden", DOOR, Optional.empty(), nu);
    }

    private void sluit(Handle handle, Dekking dekking, String status, Instant nu) {
        dekkingen.sluit(handle, dekking.id(), status, nu);
        geschiedenis.schrijf(handle, DING, dekking.momentId(), "dekking-" + status, DOOR, Optional.empty(), nu);
        // Who said no knows already that nothing is asked of them, and who said yes has the dienst.
        var wachtenden = dekking.vragen().stream()
                .filter(vraag -> vraag.ja().isEmpty())
                .flatMap(vraag -> gastheren.find(handle, vraag.gastheer()).stream()
                        .map(gastheer -> bericht(GEREGELD, vraag.id(), gastheer, nu)))
                .toList();
        postvak.plaats(handle, wachtenden, nu);
    }

    /** Asks the best three who were not asked; looks again later, also when nobody is left now. */
    void vraagVolgenden(Handle handle, Moment moment, Dekking dekking, Instant nu) {
        var golf = dekking.golf() + 1;
        var berichten = new ArrayList<NieuwBericht>();
        for (var gastheer : kandidaten(handle, moment, dekking, nu)) {
            var id = Id.nieuw(nu);
            if (berichten.size() < PER_GOLF
                    && dekkingen.vraag(handle, id, dekking.id(), gastheer.id(), golf, nu, nu.plus(RUST))) {
                berichten.add(bericht(GEVRAAGD, id, gastheer, nu));
            }
        }
        var niemand = berichten.isEmpty();
        dekkingen.zetGolf(
                handle,
                dekking.id(),
                niemand ? dekking.golf() : golf,
                niemand,
                DekkingTijden.volgende(nu, moment.tijdvak().van()));
        postvak.plaats(handle, berichten, nu);
        if (!(niemand && dekking.niemandMeer())) { // told once
            geschiedenis.schrijf(
                    handle,
                    DING,
                    dekking.momentId(),
                    niemand ? "dekking-niemand-meer" : "dekking-gevraagd",
                    DOOR,
                    Optional.empty(),
                    nu);
        }
    }

    /** Everybody who could be asked now, the best first. */
    private List<Gastheer> kandidaten(Handle handle, Moment moment, Dekking dekking, Instant nu) {
        var maand = YearMonth.from(moment.datum());
        var aantallen = diensten.aantallenActief(
                handle, maand.atDay(1), maand.plusMonths(1).atDay(1));
        var bezet = diensten.botsingen(handle, moment);
        var wanneer = inzet.alle(handle);
        var laatst = dekkingen.laatstGevraagd(handle);
        var niet = dekkingen.afgemeld(handle, moment.id());
        return gastheren.alle(handle).stream()
                .filter(gastheer -> !niet.contains(gastheer.id())
                        && !isPasGevraagd(laatst, gastheer, nu)
                        && dekking.vragen().stream()
                                .noneMatch(vraag -> vraag.gastheer().equals(gastheer.id()))
                        && wanneer.getOrDefault(gastheer.id(), Inzet.VRIJ)
                                .beschikbaarheid()
                                .kan(moment.datum(), moment.dagdeel())
                        && RoosterService.weigering(
                                        gastheer,
                                        moment,
                                        Optional.ofNullable(bezet.get(gastheer.id())),
                                        aantallen.getOrDefault(gastheer.id(), 0))
                                .isEmpty())
                .sorted(comparing((Gastheer gastheer) -> laatst.getOrDefault(gastheer.id(), Instant.EPOCH))
                        .thenComparing(comparingDouble(
                                gastheer -> (double) aantallen.getOrDefault(gastheer.id(), 0) / gastheer.maxPerMaand()))
                        .thenComparing(Gastheer::slug))
                .toList();
    }

    private static boolean isPasGevraagd(Map<GastheerId, Instant> laatst, Gastheer gastheer, Instant nu) {
        var op = laatst.get(gastheer.id());
        return op != null && nu.isBefore(op.plus(RUST));
    }

    private static NieuwBericht bericht(String soort, UUID vraag, Gastheer gastheer, Instant nu) {
        return new NieuwBericht(
                soort, gastheer.kanaal(), vraag, 0, "gastheer:" + gastheer.id().waarde(), Map.of(), nu);
    }
}
