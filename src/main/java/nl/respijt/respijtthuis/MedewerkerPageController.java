package nl.respijt.respijtthuis;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.respijtthuis.Medewerkerbeheer.IntrekResultaat;
import nl.respijt.respijtthuis.Medewerkerbeheer.Kaart;
import nl.respijt.respijtthuis.Medewerkerbeheer.KaartResultaat;
import nl.respijt.respijtthuis.Medewerkerbeheer.LosResultaat;
import nl.respijt.respijtthuis.Medewerkerbeheer.Overzicht;
import nl.respijt.respijtthuis.Medewerkerbeheer.WerktijdResultaat;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Who visits for a provider and when: the provider arranges it, the makelaar may look. */
@Hidden
@Controller("/medewerkers")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MedewerkerPageController {
    static final String PAD = "/medewerkers";

    /** A provider with who visits for it. */
    public record Groep(Aanbieder aanbieder, List<Overzicht> medewerkers) {}

    /** All whom one may see. */
    public record MedewerkersPagina(List<Groep> groepen, boolean beheert, LocalDate vandaag) {}

    /** What can be said of somebody; {@code wie} is empty for somebody new. */
    public record KaartPagina(
            Optional<Medewerker> wie, UUID aanbieder, List<String> talen, List<String> wijken, Getypt getypt) {}

    /** One of them; {@code klaar} says what was done. */
    public record MedewerkerPagina(
            Overzicht regel,
            List<Moment> blijft,
            List<Integer> duurUren,
            Duration reistijd,
            boolean beheert,
            LocalDate vandaag,
            String klaar,
            Getypt getypt) {
        /** What the field of an end is called, of which a page holds many. */
        public String einde(Werktijd tijd) {
            return einde(tijd.id());
        }

        static String einde(UUID werktijd) {
            return "per-" + werktijd;
        }
    }

    private final Medewerkerbeheer beheer;
    private final MedewerkerFormulier formulier;
    private final Gemeente gemeente;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    MedewerkerPageController(
            Medewerkerbeheer beheer,
            MedewerkerFormulier formulier,
            Gemeente gemeente,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.beheer = beheer;
        this.formulier = formulier;
        this.gemeente = gemeente;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.MEDEWERKERS_ZIEN)
    @Get
    HttpResponse<?> alle(HttpRequest<?> verzoek) {
        return paginas.ok(
                verzoek,
                "respijtthuis/medewerkers",
                new MedewerkersPagina(
                        beheer.aanbieders(toegang.wie(verzoek)).stream()
                                .map(aanbieder -> new Groep(aanbieder, beheer.van(aanbieder)))
                                .toList(),
                        beheert(verzoek),
                        klok.vandaag()));
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Get("/nieuw")
    HttpResponse<?> nieuw(HttpRequest<?> verzoek) {
        var aanbieder = verzoek.getParameters().getFirst("aanbieder").flatMap(Invoer::uuid);
        return kaart(HttpStatus.OK, verzoek, Optional.empty(), aanbieder(verzoek, aanbieder), Getypt.NIETS);
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> voegToe(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var aanbieder = aanbieder(verzoek, velden.uuid("aanbieder"));
        return formulier
                .kaart(velden)
                .<HttpResponse<?>>map(kaart -> switch (beheer.voegToe(aanbieder, kaart)) {
                    case KaartResultaat.Gedaan(var id) -> klaar(id, "nieuw");
                    case KaartResultaat.NaamBestaat _ ->
                        kaart(
                                HttpStatus.CONFLICT,
                                verzoek,
                                Optional.empty(),
                                aanbieder,
                                naamBestaat(velden, kader, kaart));
                })
                .orElseGet(() -> kaart(
                        HttpStatus.UNPROCESSABLE_ENTITY, verzoek, Optional.empty(), aanbieder, Getypt.van(velden)));
    }

    @Mag(Handeling.MEDEWERKERS_ZIEN)
    @Get("/{id}")
    HttpResponse<?> een(HttpRequest<?> verzoek, String id) {
        var t = paginas.kader(verzoek).t();
        var klaar = verzoek.getParameters()
                .getFirst("klaar")
                .map(woord -> "medewerker.klaar-" + woord)
                .filter(t.sleutels()::contains)
                .orElse("");
        return toon(HttpStatus.OK, verzoek, eigen(verzoek, id), klaar, Getypt.NIETS);
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Get("/{id}/gegevens")
    HttpResponse<?> gegevens(HttpRequest<?> verzoek, String id) {
        var wie = eigen(verzoek, id);
        return kaart(HttpStatus.OK, verzoek, Optional.of(wie), aanbieder(verzoek, wie), Getypt.NIETS);
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/{id}/gegevens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijzig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        velden.negeer("aanbieder");
        var aanbieder = aanbieder(verzoek, wie);
        return formulier
                .kaart(velden)
                .<HttpResponse<?>>map(kaart -> switch (beheer.wijzig(wie, kaart)) {
                    case KaartResultaat.Gedaan _ -> klaar(wie.id(), "gegevens");
                    case KaartResultaat.NaamBestaat _ ->
                        kaart(
                                HttpStatus.CONFLICT,
                                verzoek,
                                Optional.of(wie),
                                aanbieder,
                                naamBestaat(velden, kader, kaart));
                })
                .orElseGet(() -> kaart(
                        HttpStatus.UNPROCESSABLE_ENTITY, verzoek, Optional.of(wie), aanbieder, Getypt.van(velden)));
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/{id}/werktijden")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> nieuweTijd(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var dag = formulier.weekdag(velden);
        var tijd = formulier.tijd(velden, "begin", "uren", beheer.duurUren(wie));
        var vanaf = formulier.dag(velden, "vanaf");
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty() || tijd.isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, wie, "", getypt);
        }
        return switch (beheer.voegToe(
                wie, dag.orElseThrow(), tijd.get().begin(), tijd.get().uren(), vanaf.orElseThrow())) {
            case WerktijdResultaat.Gedaan _ -> klaar(wie.id(), "werktijd");
            case WerktijdResultaat.Botst(var met, var reistijd) ->
                toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        wie,
                        "",
                        getypt.metFout(
                                "begin",
                                kader.t()
                                        .van(
                                                "medewerker.botst",
                                                kader.d().weekdag(met.dag()),
                                                kader.d().tijd(met.begin()),
                                                kader.d().tijd(met.eind()),
                                                reistijd.toMinutes())));
        };
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/werktijden/{id}/einde")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> beeindig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var tijd = Invoer.uuid(id).orElseThrow(NotFoundException::new);
        var wie = beheer.vanWerktijd(tijd, toegang.wie(verzoek)).orElseThrow(NotFoundException::new);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var per = formulier.dag(velden, "per");
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            var plek = getypt.opPlek(Map.of("per", MedewerkerPagina.einde(tijd)));
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, wie, "", plek);
        }
        beheer.beeindig(
                tijd,
                per.orElseThrow(),
                kader.t().van("medewerker.reden-werktijd"),
                toegang.wie(verzoek).slug());
        return klaar(wie.id(), "einde");
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/{id}/momenten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> nieuwMoment(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek, id);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var datum = formulier.dag(velden, "datum");
        if (datum.filter(dag -> dag.isAfter(klok.vandaag().plusYears(1))).isPresent()) {
            velden.fout("datum", "medewerker.te-ver");
        }
        var tijd = formulier.tijd(velden, "slotBegin", "slotUren", beheer.duurUren(wie));
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty() || datum.isEmpty() || tijd.isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, wie, "", getypt);
        }
        var begin = tijd.get().begin();
        var tijdvak = new Tijdvak(
                Tijdzone.instant(datum.get(), begin),
                Tijdzone.instant(datum.get(), begin.plusHours(tijd.get().uren())));
        return switch (beheer.publiceer(wie, datum.get(), tijdvak)) {
            case LosResultaat.Gedaan _ -> klaar(wie.id(), "moment");
            case LosResultaat.Bezet(var reistijd) ->
                weigerMoment(
                        verzoek,
                        wie,
                        getypt.metFout("slotBegin", kader.t().van("medewerker.bezet", reistijd.toMinutes())));
            case LosResultaat.Afwezig _ ->
                weigerMoment(verzoek, wie, getypt.metFout("datum", kader.t().van("medewerker.is-afwezig")));
            case LosResultaat.GeenContract _ ->
                weigerMoment(verzoek, wie, getypt.metFout("datum", kader.t().van("medewerker.geen-contract")));
        };
    }

    private HttpResponse<?> weigerMoment(HttpRequest<?> verzoek, Medewerker wie, Getypt getypt) {
        return toon(HttpStatus.CONFLICT, verzoek, wie, "", getypt);
    }

    @Mag(Handeling.MEDEWERKER_BEHEREN)
    @Post("/momenten/{id}/intrekking")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trekIn(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var moment = Invoer.uuid(id).map(MomentId::new).orElseThrow(NotFoundException::new);
        var wie = beheer.vanMoment(moment, toegang.wie(verzoek)).orElseThrow(NotFoundException::new);
        var kader = paginas.kader(verzoek);
        toegang.formulier(verzoek, inhoud, kader.t());
        return switch (beheer.trekIn(
                moment,
                kader.t().van("medewerker.reden-moment"),
                toegang.wie(verzoek).slug())) {
            case IntrekResultaat.Gedaan _ -> klaar(wie.id(), "ingetrokken");
            case IntrekResultaat.Geboekt _ -> klaar(wie.id(), "geboekt");
        };
    }

    static HttpResponse<?> klaar(UUID medewerker, String wat) {
        return HttpResponse.seeOther(URI.create("%s/%s?klaar=%s".formatted(PAD, medewerker, wat)));
    }

    private static Getypt naamBestaat(Velden velden, Kader kader, Kaart kaart) {
        return Getypt.van(velden).metFout("naam", kader.t().van("medewerker.naam-bestaat", kaart.naam()));
    }

    private HttpResponse<?> kaart(
            HttpStatus status, HttpRequest<?> verzoek, Optional<Medewerker> wie, Aanbieder aanbieder, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek)
                        .opPad(wie.map(een -> "%s/%s/gegevens".formatted(PAD, een.id()))
                                .orElse(PAD + "/nieuw")),
                "respijtthuis/medewerkerkaart",
                new KaartPagina(wie, aanbieder.id(), gemeente.talen(), gemeente.wijken(), getypt));
    }

    private HttpResponse<?> toon(
            HttpStatus status, HttpRequest<?> verzoek, Medewerker wie, String klaar, Getypt getypt) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(PAD + "/" + wie.id()),
                "respijtthuis/medewerker",
                new MedewerkerPagina(
                        beheer.overzicht(wie),
                        beheer.blijft(wie),
                        beheer.duurUren(wie),
                        beheer.reistijd(wie),
                        beheert(verzoek),
                        klok.vandaag(),
                        klaar,
                        getypt));
    }

    private boolean beheert(HttpRequest<?> verzoek) {
        return Rechten.mag(toegang.wie(verzoek).rol(), Handeling.MEDEWERKER_BEHEREN);
    }

    private Medewerker eigen(HttpRequest<?> verzoek, String id) {
        return Invoer.uuid(id)
                .flatMap(uuid -> beheer.find(uuid, toegang.wie(verzoek)))
                .orElseThrow(NotFoundException::new);
    }

    private Aanbieder aanbieder(HttpRequest<?> verzoek, Medewerker wie) {
        return aanbieder(verzoek, Optional.of(wie.aanbieder()));
    }

    /** The one that is asked for, else the first for which whoever is signed in acts. */
    private Aanbieder aanbieder(HttpRequest<?> verzoek, Optional<UUID> welke) {
        return beheer.aanbieders(toegang.wie(verzoek)).stream()
                .filter(een -> welke.isEmpty() || een.id().equals(welke.get()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
