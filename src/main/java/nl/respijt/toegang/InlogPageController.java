package nl.respijt.toegang;

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
import io.micronaut.http.cookie.Cookie;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.web.EmailAdres;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Teksten;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with a mail, page by page: an address, then the code from the mail or the button behind its link. Only
 * a form with the token of this browser does anything; looking at a page, as mail scanners do, does nothing.
 */
@Hidden
@Controller("/inloggen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class InlogPageController {
    private static final String APPARAATKOEK = "respijt-inloggen";
    private static final Duration APPARAAT_BLIJFT = Duration.ofHours(1);
    private static final String KOEKVORM = "[A-Za-z0-9_-]{43}";

    /** A form with one field: what was typed and what was wrong with it. */
    public record VeldPagina(String csrf, String waarde, List<Fout> fouten) {
        public String fout() {
            return fouten.isEmpty() ? "" : fouten.getFirst().melding();
        }
    }

    /** Where an address is asked; {@code medewerkers} tells whether staff has a door of its own. */
    public record AdresPagina(String csrf, String waarde, List<Fout> fouten, boolean medewerkers) {
        public String fout() {
            return fouten.isEmpty() ? "" : fouten.getFirst().melding();
        }
    }

    /** Behind the link; without a token there is no button, because it would not work here. */
    public record LinkPagina(Optional<String> csrf, String link) {}

    /** As whom one can go on. */
    public record WiePagina(String csrf, List<Persoon> personen) {}

    private final InlogService inlog;
    private final Toegang toegang;
    private final Binnenkomst binnenkomst;
    private final Koeken koeken;
    private final Paginas paginas;
    private final boolean medewerkers;

    InlogPageController(
            InlogService inlog,
            Toegang toegang,
            Binnenkomst binnenkomst,
            Koeken koeken,
            Paginas paginas,
            Optional<OidcInlog> medewerkers) {
        this.inlog = inlog;
        this.toegang = toegang;
        this.binnenkomst = binnenkomst;
        this.koeken = koeken;
        this.paginas = paginas;
        this.medewerkers = medewerkers.isPresent();
    }

    @Mag(Handeling.INLOGGEN)
    @Get
    HttpResponse<?> adres(HttpRequest<?> verzoek) {
        var wie = toegang.van(verzoek);
        if (wie.isPresent()) {
            return naar(toegang.beginVan(wie.get()));
        }
        var apparaat = apparaat(verzoek).orElseGet(() -> new Apparaat(Koeken.nieuweWaarde()));
        var pagina = paginas.ok(
                        verzoek, "toegang/inloggen", new AdresPagina(apparaat.csrf(), "", List.of(), medewerkers))
                .cookie(koek(apparaat));
        binnenkomst.onthoud(verzoek, pagina);
        return pagina;
    }

    @Mag(Handeling.INLOGGEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vraag(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = formulier(verzoek, inhoud, kader.t());
        var apparaat = apparaat(verzoek).orElseThrow(); // or the token would not have been right
        var adres = velden.tekst("email", EmailAdres.MAX_LENGTE).flatMap(EmailAdres::lees);
        if (adres.isEmpty() && velden.fouten().isEmpty()) {
            velden.fout("email", velden.isLeeg("email") ? "fout.inlog-geen-email" : "fout.email");
        }
        if (adres.isEmpty()) {
            var pagina = new AdresPagina(apparaat.csrf(), velden.zoals("email"), velden.fouten(), medewerkers);
            return paginas.toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, kader, "toegang/inloggen", pagina);
        }
        inlog.vraag(adres.get(), kader.taal(), apparaat, Netwerk.van(verzoek));
        return naar("/inloggen/code");
    }

    @Mag(Handeling.INLOGGEN)
    @Get("/code")
    HttpResponse<?> code(HttpRequest<?> verzoek) {
        return apparaat(verzoek)
                .<HttpResponse<?>>map(
                        apparaat -> paginas.ok(verzoek, "toegang/code", new VeldPagina(apparaat.csrf(), "", List.of())))
                .orElseGet(() -> naar("/inloggen"));
    }

    @Mag(Handeling.INLOGGEN)
    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> metCode(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var t = paginas.kader(verzoek).t();
        var velden = formulier(verzoek, inhoud, t);
        var apparaat = apparaat(verzoek).orElseThrow();
        var code = velden.tekst("code", 40).orElse("").replaceAll("[^0-9]", "");
        if (code.length() != Sleutels.CODELENGTE) {
            return weigerCode(verzoek, apparaat, velden, "fout.inlog-code-vorm");
        }
        return switch (inlog.metCode(code, apparaat, Netwerk.van(verzoek))) {
            case InlogResultaat.Ingelogd ingelogd -> ingelogd(verzoek, ingelogd);
            case InlogResultaat.AlsWie _ -> naar("/inloggen/wie");
            case InlogResultaat.NietGeldig _ -> weigerCode(verzoek, apparaat, velden, "fout.inlog-code");
            case InlogResultaat.TeVaak _ -> weigerCode(verzoek, apparaat, velden, "fout.inlog-te-vaak");
        };
    }

    private HttpResponse<?> weigerCode(HttpRequest<?> verzoek, Apparaat apparaat, Velden velden, String sleutel) {
        velden.fout("code", sleutel);
        var pagina = new VeldPagina(apparaat.csrf(), velden.zoals("code"), velden.fouten());
        return paginas.toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, paginas.kader(verzoek), "toegang/code", pagina);
    }

    @Mag(Handeling.INLOGGEN)
    @Get("/{link}")
    HttpResponse<?> link(HttpRequest<?> verzoek, String link) {
        return linkpagina(
                HttpStatus.OK, verzoek, link, apparaat(verzoek).filter(apparaat -> inlog.isBruikbaar(link, apparaat)));
    }

    @Mag(Handeling.INLOGGEN)
    @Post("/{link}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> metLink(HttpRequest<?> verzoek, String link, @Body byte @Nullable [] inhoud) {
        formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        return switch (inlog.metLink(link, apparaat(verzoek).orElseThrow())) {
            case InlogResultaat.Ingelogd ingelogd -> ingelogd(verzoek, ingelogd);
            case InlogResultaat.AlsWie _ -> naar("/inloggen/wie");
            case InlogResultaat.NietGeldig _, InlogResultaat.TeVaak _ ->
                linkpagina(HttpStatus.CONFLICT, verzoek, link, Optional.empty());
        };
    }

    private HttpResponse<?> linkpagina(
            HttpStatus status, HttpRequest<?> verzoek, String link, Optional<Apparaat> apparaat) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek),
                "toegang/link",
                new LinkPagina(apparaat.map(Apparaat::csrf), link));
    }

    @Mag(Handeling.INLOGGEN)
    @Get("/wie")
    HttpResponse<?> wie(HttpRequest<?> verzoek) {
        var apparaat = apparaat(verzoek);
        var personen = apparaat.map(inlog::keuzes).orElseGet(List::of);
        return personen.isEmpty()
                ? naar("/inloggen")
                : paginas.ok(
                        verzoek,
                        "toegang/wie",
                        new WiePagina(apparaat.orElseThrow().csrf(), personen));
    }

    @Mag(Handeling.INLOGGEN)
    @Post("/wie")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> kies(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var velden = formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var rol = velden.keuze(
                        "rol", List.of(Rol.values()).stream().map(Rol::woord).toList())
                .map(Rol::van);
        Optional<UUID> id = velden.uuid("id");
        if (rol.isEmpty() || id.isEmpty()) {
            return naar("/inloggen/wie");
        }
        return switch (inlog.kies(apparaat(verzoek).orElseThrow(), rol.get(), id.get())) {
            case InlogResultaat.Ingelogd ingelogd -> ingelogd(verzoek, ingelogd);
            case InlogResultaat.AlsWie _, InlogResultaat.NietGeldig _, InlogResultaat.TeVaak _ -> naar("/inloggen/wie");
        };
    }

    private HttpResponse<?> ingelogd(HttpRequest<?> verzoek, InlogResultaat.Ingelogd ingelogd) {
        return binnenkomst.met(verzoek, ingelogd.koek()).cookie(koeken.weg(APPARAATKOEK));
    }

    private Velden formulier(HttpRequest<?> verzoek, byte @Nullable [] inhoud, Teksten t) {
        return Koeken.eisCsrf(Invoer.formulier(inhoud, t), apparaat(verzoek).map(Apparaat::csrf));
    }

    private Optional<Apparaat> apparaat(HttpRequest<?> verzoek) {
        return koeken.van(verzoek, APPARAATKOEK)
                .filter(koek -> koek.matches(KOEKVORM))
                .map(Apparaat::new);
    }

    private Cookie koek(Apparaat apparaat) {
        return koeken.maak(APPARAATKOEK, apparaat.koek()).maxAge(APPARAAT_BLIJFT.toSeconds());
    }

    private static HttpResponse<?> naar(String pad) {
        return HttpResponse.seeOther(URI.create(pad));
    }
}
