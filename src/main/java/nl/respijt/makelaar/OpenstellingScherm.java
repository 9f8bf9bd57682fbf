package nl.respijt.makelaar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.NotFoundException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.boeking.Wachtplek;
import nl.respijt.inzage.Gezien;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.makelaar.OpenstellingPagina.Gast;
import nl.respijt.makelaar.OpenstellingPagina.Wachtende;
import nl.respijt.recht.Handeling;
import nl.respijt.rooster.DekkingService;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstVraag;
import nl.respijt.rooster.RoosterService;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;

/** The one page that shows an openstelling, whichever of its forms was sent. */
@Singleton
final class OpenstellingScherm {
    private final MomentService momenten;
    private final BoekingBeheer boekingen;
    private final Wachtlijst wachtlijst;
    private final BoekingSleutels sleutels;
    private final RoosterService rooster;
    private final DekkingService dekking;
    private final Paginas paginas;
    private final Klok klok;
    private final Inzageboek inzageboek;

    OpenstellingScherm(
            MomentService momenten,
            BoekingBeheer boekingen,
            Wachtlijst wachtlijst,
            BoekingSleutels sleutels,
            RoosterService rooster,
            DekkingService dekking,
            Paginas paginas,
            Klok klok,
            Inzageboek inzageboek) {
        this.momenten = momenten;
        this.boekingen = boekingen;
        this.wachtlijst = wachtlijst;
        this.sleutels = sleutels;
        this.rooster = rooster;
        this.dekking = dekking;
        this.paginas = paginas;
        this.klok = klok;
        this.inzageboek = inzageboek;
    }

    Moment moment(String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> momenten.find(new MomentId(uuid)))
                .orElseThrow(NotFoundException::new);
    }

    HttpResponse<?> toon(HttpRequest<?> verzoek, Moment moment, String klaar) {
        return paginas.ok(verzoek, "makelaar/openstelling", pagina(verzoek, moment, klaar, Getypt.NIETS));
    }

    HttpResponse<?> klaar(Moment moment, String wat) {
        return HttpResponse.seeOther(URI.create(pad(moment) + "?klaar=" + wat));
    }

    /** Something in the form is missing or wrong. */
    HttpResponse<?> ongeldig(HttpRequest<?> verzoek, Moment moment, Getypt getypt) {
        return opnieuw(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, moment, getypt);
    }

    /** The form is right, and yet it cannot be. */
    HttpResponse<?> kanNiet(HttpRequest<?> verzoek, Moment moment, Getypt getypt) {
        return opnieuw(HttpStatus.CONFLICT, verzoek, moment, getypt);
    }

    private HttpResponse<?> opnieuw(HttpStatus status, HttpRequest<?> verzoek, Moment eerder, Getypt getypt) {
        var moment = momenten.find(eerder.id()).orElseThrow(NotFoundException::new);
        var kader = paginas.kader(verzoek).opPad(pad(moment));
        return paginas.toon(status, verzoek, kader, "makelaar/openstelling", pagina(verzoek, moment, "", getypt));
    }

    private static String pad(Moment moment) {
        return "/makelaar/momenten/" + moment.id().waarde();
    }

    private OpenstellingPagina pagina(HttpRequest<?> verzoek, Moment moment, String klaar, Getypt getypt) {
        var nu = klok.instant();
        var teWijzigen = !moment.vervallen() && !moment.isBegonnen(nu);
        var rondom = rooster
                .diensten(DienstVraag.van(
                        Tijdzone.beginVan(moment.datum().minusWeeks(2)),
                        Tijdzone.beginVan(moment.datum().plusWeeks(3))))
                .stream()
                .filter(Dienst::isActief)
                .toList();
        Predicate<Dienst> hier = dienst -> dienst.moment().id().equals(moment.id());
        return new OpenstellingPagina(
                moment,
                teWijzigen,
                rondom.stream().filter(hier).toList(),
                dekking.lopende(moment.id()),
                teWijzigen ? rooster.kandidaten(moment.id()) : List.of(),
                rondom.stream()
                        .filter(hier.negate().and(dienst -> !dienst.isBegonnen(nu)))
                        .toList(),
                gasten(verzoek, moment),
                wachtenden(verzoek, moment),
                boekingen.geschiedenis(moment.id().waarde()),
                klaar,
                getypt);
    }

    private List<Gast> gasten(HttpRequest<?> verzoek, Moment moment) {
        var geboekt = momenten.boekingenOp(moment.id());
        noteer(verzoek, geboekt.stream().map(Boeking::gezien).toList());
        return geboekt.stream()
                .map(boeking -> new Gast(boeking, sleutels.beheerPad(boeking.id())))
                .toList();
    }

    private List<Wachtende> wachtenden(HttpRequest<?> verzoek, Moment moment) {
        var rij = wachtlijst.voor(moment.id().waarde());
        noteer(verzoek, rij.stream().map(Wachtplek::gezien).toList());
        return rij.stream()
                .map(plek -> new Wachtende(plek, sleutels.wachtPad(plek.id())))
                .toList();
    }

    private void noteer(HttpRequest<?> verzoek, List<Gezien> gezien) {
        inzageboek.noteer(inzageboek.kijker(verzoek), Handeling.OPENSTELLING_ZIEN, Waarom.om(Grond.EIGEN_WERK), gezien);
    }
}
