package nl.respijt.boeking;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.respijt.agenda.QrCode;
import nl.respijt.boeking.BoekingBeheer.AnnuleerResultaat;
import nl.respijt.boeking.BoekingBeheer.VerplaatsResultaat;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.Voorkeuren;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Screen three of three, and later the manage link: the appointment, for whoever holds its key. No login. */
@Hidden
@Controller("/afspraak/{sleutel}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AfspraakPageController {
    private static final int WEKEN_OM_UIT_TE_KIEZEN = 6;
    private static final int KEUZES = 40;

    /** The appointment. {@code nieuw} right after booking; {@code melding} is a text key, or empty. */
    public record AfspraakPagina(
            Boeking boeking,
            String pad,
            String agendaPad,
            boolean nieuw,
            boolean teWijzigen,
            boolean geweest,
            String melding,
            List<Moment> alternatieven,
            boolean doorMakelaar,
            boolean briefGewenst,
            Optional<Thuisregel.Stand> thuis,
            boolean kanIemandBijNaaste,
            Reeksblok reeks,
            Optional<Tegoed> tegoed) {}

    /**
     * The visits to come that were asked for as one, this one among them, and on which days nobody comes; empty when it
     * stands alone. What nobody could come to is told right after asking, and how many stayed ({@code bleven}) right
     * after moving.
     */
    public record Reeksblok(List<Bezoek> bezoeken, List<Thuisregel.Gemist> gemist, int bleven) {
        static final Reeksblok GEEN = new Reeksblok(List.of(), List.of(), 0);

        public boolean isLeeg() {
            return bezoeken.stream().allMatch(Bezoek::deze) && gemist.isEmpty();
        }

        /** How many come after the one whose page this is. */
        public int volgende() {
            return (int) bezoeken.stream()
                    .dropWhile(bezoek -> !bezoek.deze())
                    .skip(1)
                    .count();
        }
    }

    /** One of them; {@code deze} is the one whose page this is. */
    public record Bezoek(Boeking boeking, String pad, String medewerker, boolean deze) {}

    /** The moments one can move to. */
    public record VerzetPagina(
            Boeking boeking,
            String pad,
            List<Moment> keuzes,
            Map<MomentId, String> wie,
            int volgende,
            String melding) {}

    /** The appointment as a letter of today, in the language of whom it is for; {@code ondertekenaar} is the makelaar who prints it. */
    public record BriefPagina(
            Boeking boeking, String adres, String qr, LocalDate vandaag, Optional<String> ondertekenaar) {}

    private final BoekingBeheer beheer;
    private final MomentService momenten;
    private final Thuisregel thuisregel;
    private final Reeksen reeksen;
    private final BoekingSleutels sleutels;
    private final Paginas paginas;
    private final Klok klok;
    private final Toegang toegang;
    private final Sleutelhouder houder;
    private final Transacties transacties;
    private final Voorkeuren voorkeuren;

    AfspraakPageController(
            BoekingBeheer beheer,
            MomentService momenten,
            Thuisregel thuisregel,
            Reeksen reeksen,
            BoekingSleutels sleutels,
            Paginas paginas,
            Klok klok,
            Toegang toegang,
            Sleutelhouder houder,
            Transacties transacties,
            Voorkeuren voorkeuren) {
        this.beheer = beheer;
        this.momenten = momenten;
        this.thuisregel = thuisregel;
        this.reeksen = reeksen;
        this.sleutels = sleutels;
        this.paginas = paginas;
        this.klok = klok;
        this.toegang = toegang;
        this.houder = houder;
        this.transacties = transacties;
        this.voorkeuren = voorkeuren;
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek, String sleutel) {
        return toon(HttpStatus.OK, verzoek, paginas.kader(verzoek), houder.boeking(verzoek, sleutel), "");
    }

    @Mag(Handeling.AFSPRAAK_ZIEN)
    @Get("/brief")
    HttpResponse<?> brief(HttpRequest<?> verzoek, String sleutel) {
        var boeking = houder.boeking(verzoek, sleutel);
        if (!boeking.isTeWijzigen(klok.instant())
                || (toegang.makelaar(verzoek).isPresent() && !isBriefGewenst(boeking))) {
            return terug(boeking);
        }
        var adres = sleutels.beheerUrl(boeking.id());
        var qr = QrCode.svg(URI.create(adres), Teksten.in(boeking.taal()).van("brief.qr-naam"));
        return paginas.ok(
                verzoek,
                "boeking/brief",
                new BriefPagina(
                        boeking,
                        adres,
                        qr,
                        klok.vandaag(),
                        toegang.makelaar(verzoek).map(Aanmelding::naam)));
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Get("/afzeggen")
    HttpResponse<?> afzeggen(HttpRequest<?> verzoek, String sleutel) {
        var boeking = houder.boeking(verzoek, sleutel);
        return boeking.isTeWijzigen(klok.instant())
                ? paginas.ok(verzoek, "boeking/afzeggen", pagina(verzoek, boeking, ""))
                : terug(boeking);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/afzeggen")
    @Consumes("*/*")
    HttpResponse<?> zegAf(HttpRequest<byte[]> verzoek, String sleutel) {
        var boeking = houder.boeking(verzoek, sleutel);
        var door = toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER);
        if (isMetVolgende(Invoer.formulier(
                        verzoek.getBody().orElse(new byte[0]), // not a @Body: of a single one there is none
                        paginas.kader(verzoek).t()))
                && reeksen.annuleerVanaf(boeking.id(), door).isPresent()) {
            return HttpResponse.seeOther(URI.create(sleutels.beheerPad(boeking.id()) + "?afgezegd=volgende"));
        }
        return switch (beheer.annuleer(boeking.id(), door)) {
            case AnnuleerResultaat.Geannuleerd _ -> terug(boeking);
            case AnnuleerResultaat.TeLaat(var begonnen) ->
                melding(verzoek, begonnen, "afspraak.te-laat-om-af-te-zeggen");
            case AnnuleerResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    private static boolean isMetVolgende(Velden velden) {
        return velden.zoals("welke").equals("volgende");
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Get("/verzetten")
    HttpResponse<?> verzetten(HttpRequest<?> verzoek, String sleutel) {
        var boeking = houder.boeking(verzoek, sleutel);
        return magVerzetten(boeking)
                ? paginas.ok(verzoek, "boeking/verzetten", keuzes(verzoek, boeking, ""))
                : terug(boeking);
    }

    @Mag(Handeling.AFSPRAAK_WIJZIGEN)
    @Post("/verzetten")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verzet(HttpRequest<?> verzoek, String sleutel, @Body byte @Nullable [] inhoud) {
        var boeking = houder.boeking(verzoek, sleutel);
        var kader = paginas.kader(verzoek);
        var velden = Invoer.formulier(inhoud, kader.t());
        var gekozen = velden.uuid("momentId").map(MomentId::new).filter(naar -> magKiezen(boeking, naar));
        if (gekozen.isEmpty()) {
            return kiesOpnieuw(verzoek, HttpStatus.UNPROCESSABLE_ENTITY, boeking, "fout.geen-moment");
        }
        // What happens to the others is shown first.
        if (isMetVolgende(velden) && reeks(verzoek, boeking).volgende() > 0) {
            return HttpResponse.seeOther(URI.create("%s/verzetten/reeks?momentId=%s"
                    .formatted(sleutels.beheerPad(boeking.id()), gekozen.get().waarde())));
        }
        return switch (beheer.verplaats(
                boeking.id(),
                gekozen.get(),
                toegang.makelaar(verzoek).map(Aanmelding::slug).orElse(BoekVerzoek.DOOR_MANTELZORGER))) {
            case VerplaatsResultaat.Verplaatst(var verplaatst) ->
                HttpResponse.seeOther(URI.create(sleutels.beheerPad(verplaatst.id()) + "?verzet=ja"));
            case VerplaatsResultaat.PastNiet _ ->
                kiesOpnieuw(verzoek, HttpStatus.CONFLICT, boeking, "boeking.past-niet");
            case VerplaatsResultaat.TegoedOp _ ->
                kiesOpnieuw(verzoek, HttpStatus.CONFLICT, boeking, "boeking.tegoed-op");
            case VerplaatsResultaat.Vol _ -> kiesOpnieuw(verzoek, HttpStatus.CONFLICT, boeking, "boeking.vol");
            case VerplaatsResultaat.AlGeboekt _ ->
                kiesOpnieuw(verzoek, HttpStatus.CONFLICT, boeking, "boeking.al-geboekt");
            case VerplaatsResultaat.TeLaat(var begonnen) ->
                magVerzetten(begonnen)
                        ? kiesOpnieuw(verzoek, HttpStatus.CONFLICT, begonnen, "boeking.begonnen")
                        : melding(verzoek, begonnen, "afspraak.te-laat-om-te-verzetten");
            case VerplaatsResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    private HttpResponse<?> kiesOpnieuw(
            HttpRequest<?> verzoek, HttpStatus status, Boeking boeking, String sleutelVanTekst) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek),
                "boeking/verzetten",
                keuzes(verzoek, boeking, sleutelVanTekst));
    }

    private HttpResponse<?> melding(HttpRequest<?> verzoek, Boeking boeking, String sleutelVanTekst) {
        var kader = paginas.kader(verzoek).opPad(sleutels.beheerPad(boeking.id()));
        return toon(HttpStatus.CONFLICT, verzoek, kader, boeking, sleutelVanTekst);
    }

    /** To the makelaar it says what was arranged and what to tell the caller; to a carer it says "your appointment". */
    private HttpResponse<?> toon(
            HttpStatus status, HttpRequest<?> verzoek, Kader kader, Boeking boeking, String sleutelVanTekst) {
        var pagina = pagina(verzoek, boeking, sleutelVanTekst);
        var sjabloon = pagina.doorMakelaar() && pagina.teWijzigen() ? "boeking/geboekt" : "boeking/afspraak";
        return paginas.toon(status, verzoek, kader, sjabloon, pagina);
    }

    private HttpResponse<?> terug(Boeking boeking) {
        return HttpResponse.seeOther(URI.create(sleutels.beheerPad(boeking.id())));
    }

    /** A group is for its own people: who has a place there moves within it, and not to a closed one of others. */
    private boolean magKiezen(Boeking boeking, MomentId naar) {
        var soort = boeking.moment().soort();
        return momenten.find(naar)
                .filter(moment -> moment.soort() == soort)
                .filter(moment -> soort != Soort.GROEP
                        || moment.bronId().equals(boeking.moment().bronId()))
                .isPresent();
    }

    private boolean magVerzetten(Boeking boeking) {
        return boeking.isTeWijzigen(klok.instant()) || boeking.isVerlorenDoorAfgelasting();
    }

    private VerzetPagina keuzes(HttpRequest<?> verzoek, Boeking boeking, String sleutelVanTekst) {
        var nu = klok.instant();
        var tot = Tijdzone.beginVan(Tijdzone.datum(nu).plusWeeks(WEKEN_OM_UIT_TE_KIEZEN));
        var isThuis = boeking.moment().soort() == Soort.THUIS;
        var keuzes = (isThuis ? thuisregel.keuzes(boeking, tot) : momenten(boeking, nu, tot))
                .stream()
                        .filter(moment -> !moment.id().equals(boeking.moment().id()))
                        .limit(KEUZES)
                        .toList();
        return new VerzetPagina(
                boeking,
                sleutels.beheerPad(boeking.id()),
                keuzes,
                isThuis ? keuzes.stream().collect(Collectors.toMap(Moment::id, thuisregel::wieKomt)) : Map.of(),
                reeks(verzoek, boeking).volgende(),
                sleutelVanTekst);
    }

    private List<Moment> momenten(Boeking boeking, Instant nu, Instant tot) {
        var wens = MomentVraag.tussen(nu, tot).soort(boeking.moment().soort()).vrijVoor(boeking.personen());
        if (boeking.moment().soort() != Soort.HUIS) {
            wens.bron(boeking.moment().bronId()).ookBesloten();
        }
        return momenten.zoek(wens.vraag(), new Blad(1, KEUZES)).momenten();
    }

    private AfspraakPagina pagina(HttpRequest<?> verzoek, Boeking boeking, String sleutelVanTekst) {
        var nu = klok.instant();
        return new AfspraakPagina(
                boeking,
                sleutels.beheerPad(boeking.id()),
                sleutels.agendaPad(boeking.id()),
                verzoek.getParameters().contains("nieuw"),
                boeking.isTeWijzigen(nu),
                !nu.isBefore(boeking.tijdvak().tot()),
                sleutelVanTekst.isEmpty() ? klaar(verzoek, boeking) : sleutelVanTekst,
                boeking.isVerlorenDoorAfgelasting() ? beheer.alternatieven(boeking) : List.of(),
                toegang.makelaar(verzoek).isPresent(),
                isBriefGewenst(boeking),
                thuisregel.stand(boeking),
                thuisregel.kanErbij(boeking),
                reeks(verzoek, boeking),
                boeking.moment().soort() == Soort.THUIS
                        ? thuisregel.tegoed(boeking.mantelzorger(), boeking.moment())
                        : Optional.empty());
    }

    /** What was just done, as a text key; empty when nothing was. */
    private static String klaar(HttpRequest<?> verzoek, Boeking boeking) {
        var vraag = verzoek.getParameters();
        if (vraag.getFirst("verzet").filter("reeks"::equals).isPresent()) {
            return "afspraak.verzet-reeks";
        }
        if (!boeking.isActief() && vraag.getFirst("afgezegd").isPresent()) {
            return "afspraak.volgende-afgezegd";
        }
        return vraag.contains("verzet") ? "afspraak.verzet" : "";
    }

    private Reeksblok reeks(HttpRequest<?> verzoek, Boeking boeking) {
        if (boeking.moment().soort() != Soort.THUIS) {
            return Reeksblok.GEEN;
        }
        return reeksen.vanBoeking(boeking.id())
                .map(reeks -> new Reeksblok(
                        reeksen.van(reeks).stream()
                                .map(een -> new Bezoek(
                                        een,
                                        sleutels.beheerPad(een.id()),
                                        thuisregel.wieKomt(een.moment()),
                                        een.id().equals(boeking.id())))
                                .toList(),
                        verzoek.getParameters()
                                .getFirst("reeks")
                                .map(formulier -> thuisregel.gemist(reeks, formulier))
                                .orElse(List.of()),
                        verzoek.getParameters().get("bleven", Integer.class).orElse(0)))
                .orElse(Reeksblok.GEEN);
    }

    private boolean isBriefGewenst(Boeking boeking) {
        return transacties
                .lees(handle -> voorkeuren.find(handle, boeking.mantelzorger()))
                .filter(Voorkeuren.Voorkeur::isBriefGewenst)
                .isPresent();
    }
}
