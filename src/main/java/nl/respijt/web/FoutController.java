package nl.respijt.web;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotAcceptableException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.EOFException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what went wrong becomes an answer: a page that helps, or problem+json for the API. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class FoutController {
    private static final Logger LOG = LoggerFactory.getLogger(FoutController.class);

    /** What the error page shows: a text key, and a number to mention on the phone when something broke. */
    public record FoutPagina(String sleutel, String kenmerk) {}

    private final Paginas paginas;
    private final Probleem probleem;

    FoutController(Paginas paginas, Probleem probleem) {
        this.paginas = paginas;
        this.probleem = probleem;
    }

    @Error(global = true, exception = NotFoundException.class)
    HttpResponse<?> nietVanU(HttpRequest<?> verzoek, NotFoundException e) {
        return antwoord(verzoek, HttpStatus.NOT_FOUND, "niet-gevonden", "");
    }

    @Error(global = true, exception = NotAllowedException.class)
    HttpResponse<?> methode(HttpRequest<?> verzoek, NotAllowedException e) {
        return antwoord(verzoek, HttpStatus.METHOD_NOT_ALLOWED, "methode-niet-toegestaan", "")
                .header(HttpHeaders.ALLOW, String.join(", ", new TreeSet<>(e.getAllowedMethods())));
    }

    @Error(global = true, exception = NotAcceptableException.class)
    HttpResponse<?> vorm(HttpRequest<?> verzoek, NotAcceptableException e) {
        return antwoord(verzoek, HttpStatus.NOT_ACCEPTABLE, "antwoordvorm-onbekend", "");
    }

    @Error(global = true, exception = UnsupportedMediaException.class)
    HttpResponse<?> inhoudstype(HttpRequest<?> verzoek, UnsupportedMediaException e) {
        return antwoord(verzoek, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "inhoudstype-onbekend", "");
    }

    @Error(global = true, exception = UnsatisfiedRouteException.class)
    HttpResponse<?> onvolledig(HttpRequest<?> verzoek, UnsatisfiedRouteException e) {
        if (isApi(verzoek)) { // nothing but a body can be missing there: an empty one, where an object is asked for
            return probleem.ongeldig(List.of(new Fout("", Teksten.in(Taal.NL).van("fout.geen-json"))));
        }
        return antwoord(verzoek, HttpStatus.BAD_REQUEST, "onleesbaar", "");
    }

    @Error(global = true, exception = ConversionErrorException.class)
    HttpResponse<?> onleesbaar(HttpRequest<?> verzoek, ConversionErrorException e) {
        return antwoord(verzoek, HttpStatus.BAD_REQUEST, "onleesbaar", "");
    }

    /** An address that is none reaches us as "/"; what was asked for stands in the fault. */
    @Error(global = true, exception = URISyntaxException.class)
    HttpResponse<?> adres(HttpRequest<?> verzoek, URISyntaxException e) {
        return e.getInput().startsWith("/api/")
                ? probleem.van(HttpStatus.BAD_REQUEST, "onleesbaar").header(Kopregels.API_VERSION, Kopregels.API_VERSIE)
                : antwoord(verzoek, HttpStatus.BAD_REQUEST, "onleesbaar", "");
    }

    @Error(global = true, exception = ContentLengthExceededException.class)
    HttpResponse<?> teGroot(HttpRequest<?> verzoek, ContentLengthExceededException e) {
        return antwoord(verzoek, HttpStatus.REQUEST_ENTITY_TOO_LARGE, "te-groot", "");
    }

    @Error(global = true, exception = HttpStatusException.class)
    HttpResponse<?> status(HttpRequest<?> verzoek, HttpStatusException e) {
        return switch (e.getStatus()) {
            case NOT_FOUND -> antwoord(verzoek, HttpStatus.NOT_FOUND, "niet-gevonden", "");
            case UNAUTHORIZED -> antwoord(verzoek, HttpStatus.UNAUTHORIZED, "niet-ingelogd", "");
            case FORBIDDEN -> antwoord(verzoek, HttpStatus.FORBIDDEN, "niet-toegestaan", "");
            case REQUEST_ENTITY_TOO_LARGE -> antwoord(verzoek, e.getStatus(), "te-groot", "");
            default -> antwoord(verzoek, HttpStatus.BAD_REQUEST, "onleesbaar", "");
        };
    }

    /** Whoever sent half a form is gone; nobody reads this, and it is no fault of ours to write down. */
    @Error(global = true, exception = EOFException.class)
    HttpResponse<?> weg(HttpRequest<?> verzoek, EOFException e) {
        return antwoord(verzoek, HttpStatus.BAD_REQUEST, "onleesbaar", "");
    }

    @Error(global = true, exception = Throwable.class)
    HttpResponse<?> kapot(HttpRequest<?> verzoek, Throwable e) {
        var kenmerk = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("fault {} at {} {}", kenmerk, verzoek.getMethodName(), LogPad.veilig(verzoek.getPath()), e);
        return antwoord(verzoek, HttpStatus.INTERNAL_SERVER_ERROR, "kapot", kenmerk);
    }

    private MutableHttpResponse<?> antwoord(HttpRequest<?> verzoek, HttpStatus status, String naam, String kenmerk) {
        if (isApi(verzoek)) {
            return probleem.van(status, naam);
        }
        var kader = paginas.kader(verzoek).opPad("/");
        return paginas.toon(status, verzoek, kader, "web/fout", new FoutPagina(naam, kenmerk));
    }

    private static boolean isApi(HttpRequest<?> verzoek) {
        return verzoek.getPath().startsWith("/api/");
    }
}
