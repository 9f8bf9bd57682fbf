package nl.respijt.agenda;

import io.micronaut.core.annotation.NonBlocking;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;

/** The feeds. Calendar apps ask all day long, so what is fresh is answered on the event loop, with nothing to wait for. */
@Hidden
@Controller("/agenda")
final class AgendaFeedController {
    private static final MediaType CALENDAR = MediaType.of("text/calendar; charset=utf-8");
    private static final MediaType TEKST = MediaType.of("text/plain; charset=utf-8");
    private static final byte[] NIET_GEVONDEN = "404 Not Found\n".getBytes(StandardCharsets.UTF_8);

    private final AgendaFeeds feeds;

    AgendaFeedController(AgendaFeeds feeds) {
        this.feeds = feeds;
    }

    @NonBlocking
    @Mag(Handeling.AGENDA_VOLGEN)
    @Get("/{sleutel}.ics")
    CompletionStage<MutableHttpResponse<byte[]>> feed(HttpRequest<?> verzoek, String sleutel) {
        return AgendaPad.sleutel(verzoek.getPath())
                .map(feeds::haal)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenApply(feed -> feed.map(f -> antwoord(verzoek, f)).orElseGet(AgendaFeedController::nietGevonden));
    }

    /** Whatever else is asked for here, lest the form of an address tell a stranger anything. */
    @NonBlocking
    @Mag(Handeling.AGENDA_VOLGEN)
    @Get("/{+pad}")
    MutableHttpResponse<byte[]> geenFeed(String pad) {
        return nietGevonden();
    }

    private static MutableHttpResponse<byte[]> antwoord(HttpRequest<?> verzoek, Feed feed) {
        var koppen = verzoek.getHeaders();
        var vorm = feed.vorm(Codering.voor(koppen.getAll(HttpHeaders.ACCEPT_ENCODING)));
        var voorwaarde = Voorwaarde.van(
                koppen.getAll(HttpHeaders.IF_NONE_MATCH),
                Optional.ofNullable(koppen.get(HttpHeaders.IF_MODIFIED_SINCE)));
        if (voorwaarde.isVoldaan(vorm.etag(), feed.gewijzigdOp())) {
            return metVersie(HttpResponse.status(HttpStatus.NOT_MODIFIED), feed, vorm);
        }
        var antwoord = veilig(metVersie(HttpResponse.ok(vorm.bytes()), feed, vorm))
                .contentType(CALENDAR)
                .contentLength(vorm.bytes().length)
                .header(HttpHeaders.CONTENT_DISPOSITION, feed.contentDisposition());
        return vorm.codering() == Codering.GZIP ? antwoord.header(HttpHeaders.CONTENT_ENCODING, "gzip") : antwoord;
    }

    private static MutableHttpResponse<byte[]> metVersie(
            MutableHttpResponse<byte[]> antwoord, Feed feed, Feed.Vorm vorm) {
        antwoord.header(HttpHeaders.ETAG, vorm.etag())
                .header(HttpHeaders.CACHE_CONTROL, feed.cacheControl())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        feed.lastModified().ifPresent(datum -> antwoord.header(HttpHeaders.LAST_MODIFIED, datum));
        return antwoord;
    }

    /** The same for a key that is unknown, malformed or revoked: nobody learns that it ever was one. */
    private static MutableHttpResponse<byte[]> nietGevonden() {
        return veilig(HttpResponse.notFound(NIET_GEVONDEN))
                .contentType(TEKST)
                .contentLength(NIET_GEVONDEN.length)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static MutableHttpResponse<byte[]> veilig(MutableHttpResponse<byte[]> antwoord) {
        return antwoord.header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff");
    }
}
