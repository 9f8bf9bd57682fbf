package nl.respijt.kortverblijf;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Teksten;

/** The carer's page of an intake, for whoever holds its key: how far it is, what each house says, yes or no to a bed, and an end. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AanmeldingPageController {
    /** How a house stands to what was asked. */
    public enum Past {
        JA,
        ANDERE_NACHTEN,
        NEE,
        /** It could, and said no. */
        WIL_NIET;

        /** As the bundles name it. */
        public String woord() {
            return switch (this) {
                case JA -> "ja";
                case ANDERE_NACHTEN -> "andere-nachten";
                case NEE -> "nee";
                case WIL_NIET -> "wil-niet";
            };
        }
    }

    /**
     * What one house can do, in words.
     *
     * @param redenen why not, or not on these nights
     * @param nachten the nearest nights on which it can
     */
    public record Huis(String naam, String wijk, Past past, List<String> redenen, List<Verblijf> nachten) {}

    /**
     * The carer's page.
     *
     * @param nachten that are agreed, else those they asked for
     * @param huizen while houses can answer: the best first
     * @param antwoordVoor until when they answer
     * @param stappen what happened, the last first, as text keys
     * @param nu a text key of what comes next; empty where there is nothing to say
     * @param melding a text key of what was just done; empty when nothing was
     */
    public record AanmeldingPagina(
            Verblijfsaanmelding aanmelding,
            Verblijf nachten,
            List<Aanbieding> aanbiedingen,
            List<Huis> huizen,
            Optional<Instant> antwoordVoor,
            List<Gebeurtenis> stappen,
            String nu,
            String pad,
            Instant klok,
            boolean teLaat,
            String melding) {
        /** Offers that wait for a yes or no come first; what became of the others is history. */
        public List<Aanbieding> teKiezen() {
            return aanbiedingen.stream().filter(een -> een.isTeKiezen(klok)).toList();
        }

        public List<Aanbieding> andere() {
            return aanbiedingen.stream().filter(een -> !een.isTeKiezen(klok)).toList();
        }

        public boolean kanStoppen() {
            return aanmelding.status().isOpen()
                    || (aanmelding.status().heeftBed() && !aanmelding.isBegonnen(aanbiedingen, Tijdzone.datum(klok)));
        }
    }

    /** Asks whether it may end. */
    public record StopPagina(Verblijfsaanmelding aanmelding, Verblijf nachten, String pad) {}

    private final Aanmeldingen aanmeldingen;
    private final Aanbiedingen aanbiedingen;
    private final VerblijfSleutels sleutels;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    AanmeldingPageController(
            Aanmeldingen aanmeldingen,
            Aanbiedingen aanbiedingen,
            VerblijfSleutels sleutels,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.sleutels = sleutels;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/aanmelding/{sleutel}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        var aanmelding = gezien(verzoek, sleutel);
        var t = paginas.kader(verzoek).t();
        var gevraagd = aanmeldingen.uitzettingen(aanmelding);
        return paginas.ok(
                verzoek,
                "kortverblijf/aanmelding",
                new AanmeldingPagina(
                        aanmelding,
                        nachten(aanmelding),
                        aanmeldingen.aanbiedingen(aanmelding.id()),
                        aanmelding.status().isOpen() ? huizen(aanmelding, gevraagd, t) : List.of(),
                        gevraagd.stream()
                                .filter(een -> een.status() == Uitzetting.Status.GEVRAAGD)
                                .map(Uitzetting::antwoordVoor)
                                .max(Comparator.naturalOrder()),
                        aanmeldingen.stappen(aanmelding.id()).stream()
                                .filter(stap -> t.sleutels().contains("logeerstap." + stap.wat()))
                                .toList()
                                .reversed(),
                        Optional.of("logeerstraks." + aanmelding.status().woord())
                                .filter(t.sleutels()::contains)
                                .orElse(""),
                        sleutels.pad(aanmelding.id()),
                        klok.instant(),
                        verzoek.getParameters().contains("te-laat"),
                        melding(verzoek, aanmelding)));
    }

    private Verblijf nachten(Verblijfsaanmelding aanmelding) {
        return aanmeldingen.nachten(List.of(aanmelding)).getOrDefault(aanmelding.id(), aanmelding.verblijf());
    }

    private static String melding(HttpRequest<?> verzoek, Verblijfsaanmelding aanmelding) {
        return verzoek.getParameters().contains("nieuw") && aanmelding.status().isOpen() ? "logeerstand.verstuurd" : "";
    }

    private List<Huis> huizen(Verblijfsaanmelding aanmelding, List<Uitzetting> gevraagd, Teksten t) {
        return aanmeldingen.uitkomst(aanmelding.id()).stream()
                .map(uitkomst -> {
                    var huis = uitkomst.huis();
                    var weigert = gevraagd.stream()
                            .anyMatch(
                                    een -> een.huis().equals(huis.id()) && een.status() == Uitzetting.Status.AFGEWEZEN);
                    return weigert
                            ? new Huis(huis.naam(), huis.wijk(), Past.WIL_NIET, List.of(), List.of())
                            : huis(uitkomst, t);
                })
                .toList();
    }

    private static Huis huis(Uitkomst uitkomst, Teksten t) {
        var huis = uitkomst.huis();
        return switch (uitkomst) {
            case Uitkomst.Past _ -> new Huis(huis.naam(), huis.wijk(), Past.JA, List.of(), List.of());
            case Uitkomst.AndereNachten(var _, var redenen, var nachten) ->
                new Huis(huis.naam(), huis.wijk(), Past.ANDERE_NACHTEN, inWoorden(redenen, huis, t), nachten);
            case Uitkomst.PastNiet(var _, var redenen) ->
                new Huis(huis.naam(), huis.wijk(), Past.NEE, inWoorden(redenen, huis, t), List.of());
        };
    }

    private static List<String> inWoorden(List<Reden> redenen, Logeerhuis huis, Teksten t) {
        return redenen.stream().map(reden -> VerblijfTekst.van(reden, huis, t)).toList();
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanmelding/{sleutel}/{id}/aanvaarding")
    @Consumes("*/*")
    HttpResponse<?> aanvaard(HttpRequest<?> verzoek, String sleutel, String id) {
        var van = aanmelding(sleutel).id();
        return terug(van, aanbiedingen.aanvaard(uuid(id), van, door(verzoek)));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanmelding/{sleutel}/{id}/afwijzing")
    @Consumes("*/*")
    HttpResponse<?> wijsAf(HttpRequest<?> verzoek, String sleutel, String id) {
        var van = aanmelding(sleutel).id();
        return terug(van, aanbiedingen.wijsAf(uuid(id), van, door(verzoek)));
    }

    private HttpResponse<?> terug(UUID van, KiesResultaat resultaat) {
        return switch (resultaat) {
            case KiesResultaat.Gekozen _ -> HttpResponse.seeOther(URI.create(sleutels.pad(van)));
            case KiesResultaat.Verlopen _ -> HttpResponse.seeOther(URI.create(sleutels.pad(van) + "?te-laat"));
            case KiesResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/aanmelding/{sleutel}/stoppen")
    HttpResponse<?> vraagStop(HttpRequest<?> verzoek, String sleutel) {
        var aanmelding = gezien(verzoek, sleutel);
        return paginas.ok(
                verzoek,
                "kortverblijf/stoppen",
                new StopPagina(aanmelding, nachten(aanmelding), sleutels.pad(aanmelding.id())));
    }

    /** Twice is the same as once, and what is over stays as it ended. */
    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/aanmelding/{sleutel}/stoppen")
    @Consumes("*/*")
    HttpResponse<?> stop(HttpRequest<?> verzoek, String sleutel) {
        var aanmelding = aanmelding(sleutel);
        aanbiedingen.trekIn(aanmelding.id(), door(verzoek));
        return HttpResponse.seeOther(URI.create(sleutels.pad(aanmelding.id())));
    }

    private Verblijfsaanmelding gezien(HttpRequest<?> verzoek, String sleutel) {
        var aanmelding = aanmelding(sleutel);
        inzageboek.noteerMetSleutel(verzoek, Handeling.AFSPRAAK_ZIEN, aanmelding.gezien());
        return aanmelding;
    }

    private Verblijfsaanmelding aanmelding(String sleutel) {
        return sleutels.lees(sleutel).flatMap(aanmeldingen::find).orElseThrow(NotFoundException::new);
    }

    private static UUID uuid(String id) {
        return Invoer.uuid(id).orElseThrow(NotFoundException::new);
    }

    private String door(HttpRequest<?> verzoek) {
        return toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER);
    }
}
