package nl.respijt.toegang;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** The moment that somebody is let in, however they showed who they are: to the page they wanted, else to their first. */
@Singleton
final class Binnenkomst {
    private static final String VERDERKOEK = "respijt-verder";
    private static final Duration BLIJFT = Duration.ofHours(1);

    private final Toegang toegang;
    private final Sessies sessies;
    private final Koeken koeken;

    Binnenkomst(Toegang toegang, Sessies sessies, Koeken koeken) {
        this.toegang = toegang;
        this.sessies = sessies;
        this.koeken = koeken;
    }

    /** Keeps which page this request is on its way to, when it says so. */
    void onthoud(HttpRequest<?> verzoek, MutableHttpResponse<?> antwoord) {
        Verder.gevraagd(verzoek)
                .ifPresent(verder ->
                        antwoord.cookie(koeken.maak(VERDERKOEK, verder.waarde()).maxAge(BLIJFT)));
    }

    /** With the cookie of a new session; what this browser was before, and others may know of, it is no longer. */
    MutableHttpResponse<?> met(HttpRequest<?> verzoek, String koek) {
        toegang.koekVan(verzoek).ifPresent(sessies::sluit);
        var begin = toegang.beginVan(sessies.find(koek).orElseThrow());
        var verder = koeken.van(verzoek, VERDERKOEK).flatMap(Verder::uitKoek).flatMap(waar -> waar.binnen(begin));
        return HttpResponse.seeOther(URI.create(verder.orElse(begin)))
                .cookie(toegang.koek(koek))
                .cookie(koeken.weg(VERDERKOEK));
    }
}
