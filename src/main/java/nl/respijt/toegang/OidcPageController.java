package nl.respijt.toegang;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.OidcProvider.NietBereikbaar;
import nl.respijt.web.Paginas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Staff leaves here for the organisation's own sign-in, and comes back with a session or with what to do next. */
@Hidden
@Controller("/inloggen/medewerker")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "respijt.oidc", value = "true")
public final class OidcPageController {
    private static final Logger LOG = LoggerFactory.getLogger(OidcPageController.class);

    /** Lax, as all ours: the provider sends the browser back from another site, with a GET. */
    private static final String KOEK = "respijt-medewerker";

    /** What came of it, as the key of a text, and whether another go may help. */
    public record MedewerkerPagina(String sleutel, boolean opnieuw) {}

    private final OidcInlog inlog;
    private final Sessies sessies;
    private final Binnenkomst binnenkomst;
    private final Koeken koeken;
    private final Paginas paginas;

    OidcPageController(OidcInlog inlog, Sessies sessies, Binnenkomst binnenkomst, Koeken koeken, Paginas paginas) {
        this.inlog = inlog;
        this.sessies = sessies;
        this.binnenkomst = binnenkomst;
        this.koeken = koeken;
        this.paginas = paginas;
    }

    @Mag(Handeling.INLOGGEN)
    @Get
    HttpResponse<?> begin(HttpRequest<?> verzoek) {
        try {
            var begin = verzoek.getParameters().contains("opnieuw") ? inlog.beginOpnieuw() : inlog.begin();
            return HttpResponse.seeOther(begin.naar())
                    .cookie(koeken.maak(KOEK, begin.poging().koek()).maxAge(OidcPogingen.GELDIG));
        } catch (NietBereikbaar e) {
            LOG.warn("staff cannot sign in: {}", e.getMessage(), e);
            return pagina(verzoek, HttpStatus.SERVICE_UNAVAILABLE, "niet-bereikbaar", true);
        }
    }

    @Mag(Handeling.INLOGGEN)
    @Get("/terug")
    HttpResponse<?> terug(HttpRequest<?> verzoek) {
        var bewaard = koeken.van(verzoek, KOEK);
        return switch (inlog.rondAf(bewaard, verzoek.getUri())) {
            case OidcUitkomst.Binnen(Account account) -> binnen(verzoek, account);
            case OidcUitkomst.Aangevraagd aangevraagd -> pagina(verzoek, HttpStatus.OK, "aangevraagd", false);
            case OidcUitkomst.AanvraagGeweigerd geweigerd ->
                pagina(verzoek, HttpStatus.FORBIDDEN, "aanvraag-geweigerd", false);
            case OidcUitkomst.Geblokkeerd geblokkeerd -> pagina(verzoek, HttpStatus.FORBIDDEN, "geblokkeerd", false);
            case OidcUitkomst.ZonderTweedeStap eenStap ->
                pagina(verzoek, HttpStatus.FORBIDDEN, "zonder-tweede-stap", true);
            case OidcUitkomst.ZonderEmail geenAdres -> pagina(verzoek, HttpStatus.FORBIDDEN, "zonder-email", false);
            case OidcUitkomst.Verlopen verlopen -> pagina(verzoek, HttpStatus.BAD_REQUEST, "verlopen", true);
            case OidcUitkomst.Afgebroken afgebroken -> pagina(verzoek, HttpStatus.BAD_REQUEST, "afgebroken", true);
            case OidcUitkomst.NietVertrouwd vals -> pagina(verzoek, HttpStatus.BAD_REQUEST, "niet-vertrouwd", true);
            case OidcUitkomst.NietBereikbaar stil ->
                pagina(verzoek, HttpStatus.SERVICE_UNAVAILABLE, "niet-bereikbaar", true);
        };
    }

    private HttpResponse<?> binnen(HttpRequest<?> verzoek, Account account) {
        return binnenkomst.met(verzoek, sessies.open(account)).cookie(koeken.weg(KOEK));
    }

    private HttpResponse<?> pagina(HttpRequest<?> verzoek, HttpStatus status, String sleutel, boolean opnieuw) {
        var kader = paginas.kader(verzoek).opPad("/inloggen");
        return paginas.toon(status, verzoek, kader, "toegang/medewerker", new MedewerkerPagina(sleutel, opnieuw));
    }
}
