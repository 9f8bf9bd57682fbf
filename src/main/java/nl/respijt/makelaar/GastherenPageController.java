package nl.respijt.makelaar;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.mantelzorghuis.HuisService;
import nl.respijt.mantelzorghuis.Mantelzorghuis;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.GastheerBeheer;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Gastheerkaart;
import nl.respijt.rooster.Inzet;
import nl.respijt.rooster.InzetService;
import nl.respijt.rooster.RoosterService;
import nl.respijt.rooster.Scholing;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.EmailAdres;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** The volunteers: who they are, in which houses, how long their training holds. */
@Hidden
@Controller("/makelaar/gastheren")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class GastherenPageController {
    private static final int MAX_NAAM = 100;
    private static final int MEESTE = 62;

    /** One in the list; {@code komend} is how many diensten are to come. */
    public record Regel(Gastheer gastheer, List<String> huizen, boolean getraind, int komend) {}

    /** Everybody, and whose training or VOG ends within two months. */
    public record GastherenPagina(List<Regel> regels, List<GastheerBeheer.Verloopt> verloopt, LocalDate vandaag) {}

    /** One, or a new one, with what was wrong. */
    public record GastheerPagina(
            Optional<GastheerId> id,
            Optional<Gastheerkaart> was,
            Inzet inzet,
            List<Mantelzorghuis> huizen,
            List<String> talen,
            List<Gastheer> anderen,
            List<Dienst> komend,
            boolean klaar,
            Getypt getypt) {
        public String pad() {
            return "/makelaar/gastheren/"
                    + id.map(een -> een.waarde().toString()).orElse("nieuw");
        }

        /** As it was typed, else as it is. */
        public String waarde(String veld, Function<Gastheerkaart, Object> van) {
            return getypt.waarde(veld, was.map(van).map(GastheerPagina::tekst).orElse(""));
        }

        private static String tekst(Object waarde) {
            return waarde instanceof Optional<?> misschien
                    ? misschien.map(Object::toString).orElse("")
                    : waarde.toString();
        }

        /** Whether a box is ticked: as it was sent, else as it is. */
        public boolean isAan(String veld, boolean zoalsHetIs) {
            return getypt.fouten().isEmpty() ? zoalsHetIs : getypt.waarden().containsKey(veld);
        }

        public boolean werktIn(UUID huis) {
            return was.filter(een -> een.huizen().contains(huis)).isPresent();
        }

        public boolean spreekt(String taal) {
            return was.map(een -> een.talen().contains(taal)).orElse("nl".equals(taal));
        }
    }

    private final RoosterService rooster;
    private final GastheerBeheer beheer;
    private final InzetService inzet;
    private final HuisService huizen;
    private final Gemeente gemeente;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    GastherenPageController(
            RoosterService rooster,
            GastheerBeheer beheer,
            InzetService inzet,
            HuisService huizen,
            Gemeente gemeente,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.rooster = rooster;
        this.beheer = beheer;
        this.inzet = inzet;
        this.huizen = huizen;
        this.gemeente = gemeente;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.GASTHEREN_ZIEN)
    @Get
    HttpResponse<?> lijst(HttpRequest<?> verzoek) {
        var vandaag = klok.vandaag();
        var namen = huizen.alle();
        var aantallen = rooster.aantallenKomend();
        var regels = rooster.gastheren().stream()
                .map(gastheer -> new Regel(
                        gastheer,
                        namen.stream()
                                .filter(huis -> gastheer.werktIn(huis.id()))
                                .map(Mantelzorghuis::naam)
                                .toList(),
                        gastheer.isGetraindOp(vandaag),
                        aantallen.getOrDefault(gastheer.id(), 0)))
                .toList();
        return paginas.ok(
                verzoek,
                "makelaar/gastheren",
                new GastherenPagina(regels, beheer.verlooptVoor(vandaag.plusMonths(2)), vandaag));
    }

    @Mag(Handeling.GASTHEREN_ZIEN)
    @Get("/nieuw")
    HttpResponse<?> nieuw(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "makelaar/gastheer", pagina(Optional.empty(), false, Getypt.NIETS));
    }

    @Mag(Handeling.GASTHEER_BEHEREN)
    @Get("/{id}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var klaar = verzoek.getParameters().contains("klaar");
        return paginas.ok(verzoek, "makelaar/gastheer", pagina(Optional.of(bekend(id)), klaar, Getypt.NIETS));
    }

    @Mag(Handeling.GASTHEREN_ZIEN)
    @Post("/nieuw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> maak(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        return bewaar(verzoek, inhoud, Optional.empty());
    }

    @Mag(Handeling.GASTHEER_BEHEREN)
    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijzig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return bewaar(verzoek, inhoud, Optional.of(bekend(id)));
    }

    private HttpResponse<?> bewaar(HttpRequest<?> verzoek, byte @Nullable [] inhoud, Optional<GastheerId> id) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var gegevens = lees(velden);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, kader, id, getypt);
        }
        var wie = id.orElseGet(() -> beheer.nieuw(gegevens, door));
        if (id.isPresent() && !beheer.wijzig(wie, gegevens, door)) {
            throw new NotFoundException();
        }
        return HttpResponse.seeOther(URI.create("/makelaar/gastheren/%s?klaar=ja".formatted(wie.waarde())));
    }

    private Gastheerkaart lees(Velden velden) {
        var naam = velden.verplicht("naam", MAX_NAAM, "gastheren.geen-naam");
        var adres = velden.tekst("email", EmailAdres.MAX_LENGTE);
        var email = adres.flatMap(EmailAdres::lees);
        if (adres.isPresent() && email.isEmpty()) {
            velden.fout("email", "fout.email");
        }
        var inHuizen = huizen.alle().stream()
                .map(Mantelzorghuis::id)
                .filter(huis -> velden.jaNee("huis-" + huis).orElse(false))
                .toList();
        var talen = gemeente.talen().stream()
                .filter(taal -> velden.jaNee("spreekt-" + taal).orElse(false))
                .toList();
        var getraind = velden.jaNee("getraind").orElse(false);
        var op = velden.datum("getraindOp");
        var tot = velden.datum("getraindTot");
        if (op.isPresent() && tot.filter(op.get()::isAfter).isPresent()) {
            velden.fout("getraindTot", "fout.van-na-tot");
        }
        if (!getraind && (op.isPresent() || tot.isPresent())) {
            velden.fout("getraind", "gastheren.datum-zonder-training");
        }
        if (velden.isLeeg("max")) {
            velden.fout("max", "wanneer.geen-max");
        }
        var max = velden.getal("max", 0, MEESTE).orElse(0);
        var maatje = velden.uuid("maatje").map(GastheerId::new);
        if (maatje.isPresent() && maatje.flatMap(rooster::gastheer).isEmpty()) {
            velden.fout("maatje", "fout.geen-id");
        }
        return new Gastheerkaart(
                naam,
                email,
                inHuizen,
                talen,
                new Scholing(getraind, op, tot),
                velden.datum("vogGezienOp"),
                velden.datum("vogGeldigTot"),
                max,
                maatje);
    }

    private GastheerId bekend(String id) {
        return Invoer.uuid(id)
                .map(GastheerId::new)
                .filter(een -> rooster.gastheer(een).isPresent())
                .orElseThrow(NotFoundException::new);
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Kader kader, Optional<GastheerId> id, Getypt getypt) {
        var pagina = pagina(id, false, getypt);
        return paginas.toon(
                HttpStatus.UNPROCESSABLE_ENTITY, verzoek, kader.opPad(pagina.pad()), "makelaar/gastheer", pagina);
    }

    private GastheerPagina pagina(Optional<GastheerId> id, boolean klaar, Getypt getypt) {
        return new GastheerPagina(
                id,
                id.flatMap(beheer::find),
                id.map(inzet::van).orElse(Inzet.VRIJ),
                huizen.alle(),
                gemeente.talen(),
                rooster.gastheren().stream()
                        .filter(ander -> id.filter(ander.id()::equals).isEmpty())
                        .toList(),
                id.map(rooster::komende).orElse(List.of()),
                klaar,
                getypt);
    }
}
