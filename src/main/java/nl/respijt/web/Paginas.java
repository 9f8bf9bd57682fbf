package nl.respijt.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.instellingen.Instellingen;

/** Turns a template and its model into an answer, in the language of whoever asks. */
@Singleton
public final class Paginas {
    private static final String TAALKOEK = "taal";
    private static final MediaType HTML = MediaType.of("text/html; charset=utf-8");

    private final TemplateEngine sjablonen = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Instellingen instellingen;
    private final Bestanden bestanden;
    private final Gemeente gemeente;
    private final BezoekerBron bezoekers;

    Paginas(Instellingen instellingen, Bestanden bestanden, Gemeente gemeente, BezoekerBron bezoekers) {
        this.instellingen = instellingen;
        this.bestanden = bestanden;
        this.gemeente = gemeente;
        this.bezoekers = bezoekers;
    }

    public MutableHttpResponse<String> ok(HttpRequest<?> verzoek, String sjabloon, Object model) {
        return toon(HttpStatus.OK, verzoek, kader(verzoek), sjabloon, model);
    }

    /** The same form again, with what was typed and what was wrong. */
    public MutableHttpResponse<String> toon(
            HttpStatus status, HttpRequest<?> verzoek, Kader kader, String sjabloon, Object model) {
        var uit = new StringOutput(16_384);
        sjablonen.render(sjabloon + ".jte", Map.of("k", kader, "m", model), uit);
        var antwoord = HttpResponse.<String>status(status).body(uit.toString()).contentType(HTML);
        antwoord.header("Content-Language", kader.taal().code());
        gekozenTaal(verzoek)
                .ifPresent(taal -> antwoord.cookie(Cookie.of(TAALKOEK, taal.code())
                        .path("/")
                        .sameSite(SameSite.Lax)
                        .httpOnly(true)
                        .maxAge(Duration.ofDays(365).toSeconds())));
        return antwoord;
    }

    public Kader kader(HttpRequest<?> verzoek) {
        return kader(verzoek, taal(verzoek));
    }

    private Kader kader(HttpRequest<?> verzoek, Taal taal) {
        return new Kader(
                taal,
                Teksten.in(taal),
                new Datums(taal),
                padZonderTaal(verzoek),
                voorstel(verzoek, taal),
                bezoekers.bezoeker(verzoek),
                instellingen.demo(),
                instellingen.telefoon(),
                gemeente.naam(),
                instellingen.baseUrl().toString(),
                bestanden);
    }

    /** What was chosen with a link, else chosen before, else Dutch: a browser's wish is offered, never imposed. */
    public Taal taal(HttpRequest<?> verzoek) {
        return gekozenTaal(verzoek).or(() -> eerderGekozen(verzoek)).orElse(Taal.NL);
    }

    private static Optional<Taal> gekozenTaal(HttpRequest<?> verzoek) {
        return verzoek.getParameters().getFirst(TAALKOEK).flatMap(Taal::van);
    }

    private static Optional<Taal> eerderGekozen(HttpRequest<?> verzoek) {
        return verzoek.getCookies().findCookie(TAALKOEK).map(Cookie::getValue).flatMap(Taal::van);
    }

    private static Optional<Taal> voorstel(HttpRequest<?> verzoek, Taal taal) {
        if (gekozenTaal(verzoek).or(() -> eerderGekozen(verzoek)).isPresent()) {
            return Optional.empty();
        }
        return verzoek.getLocale().map(Locale::getLanguage).flatMap(Taal::van).filter(voorkeur -> voorkeur != taal);
    }

    private static String padZonderTaal(HttpRequest<?> verzoek) {
        var uri = verzoek.getUri();
        var vraag = Optional.ofNullable(uri.getRawQuery()).orElse("");
        var rest = java.util.Arrays.stream(vraag.split("&"))
                .filter(deel -> !deel.isEmpty() && !deel.startsWith("taal="))
                .collect(java.util.stream.Collectors.joining("&"));
        return uri.getRawPath() + (rest.isEmpty() ? "" : "?" + rest);
    }
}
