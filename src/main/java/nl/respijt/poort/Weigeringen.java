package nl.respijt.poort;

import io.micronaut.http.HttpStatus;
import io.micronaut.serde.ObjectMapper;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import nl.respijt.web.Kopregels;
import nl.respijt.web.Probleem;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** Which requests are none, and what is said to who sent them: in few words, for hardly anybody sees them. */
@Singleton
final class Weigeringen {
    /** A status, and the name of the problem in the bundle. */
    record Weigering(HttpResponseStatus status, String naam) {}

    static final Weigering TE_LANGZAAM = new Weigering(HttpResponseStatus.REQUEST_TIMEOUT, "te-langzaam");

    private final Probleem probleem;
    private final ObjectMapper json;

    Weigeringen(Probleem probleem, ObjectMapper json) {
        this.probleem = probleem;
        this.json = json;
    }

    /** Empty for a request that may go on. */
    static Optional<Weigering> tegen(HttpRequest verzoek) {
        if (verzoek.decoderResult().isFailure()) {
            return Optional.of(
                    switch (verzoek.decoderResult().cause()) {
                        case TooLongHttpLineException _ ->
                            new Weigering(HttpResponseStatus.REQUEST_URI_TOO_LONG, "te-groot");
                        case TooLongHttpHeaderException _ ->
                            new Weigering(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "te-groot");
                        default -> new Weigering(HttpResponseStatus.BAD_REQUEST, "onleesbaar");
                    });
        }
        var versie = verzoek.protocolVersion();
        if (!versie.equals(HttpVersion.HTTP_1_1) && !versie.equals(HttpVersion.HTTP_1_0)) {
            return Optional.of(new Weigering(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "onleesbaar"));
        }
        var koppen = verzoek.headers();
        if (versie.equals(HttpVersion.HTTP_1_1)
                && koppen.getAll(HttpHeaderNames.HOST).size() != 1) { // RFC 9112, 3.2
            return Optional.of(new Weigering(HttpResponseStatus.BAD_REQUEST, "onleesbaar"));
        }
        var verwacht = koppen.get(HttpHeaderNames.EXPECT);
        return verwacht == null || verwacht.equalsIgnoreCase("100-continue")
                ? Optional.empty()
                : Optional.of(new Weigering(HttpResponseStatus.EXPECTATION_FAILED, "onleesbaar"));
    }

    FullHttpResponse antwoord(Weigering weigering, boolean api) {
        var inhoud = (api ? json(weigering) : tekst(weigering)).getBytes(StandardCharsets.UTF_8);
        var antwoord =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, weigering.status(), Unpooled.wrappedBuffer(inhoud));
        var koppen = antwoord.headers();
        Kopregels.VASTE.forEach(koppen::set);
        koppen.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        koppen.set(HttpHeaderNames.CONNECTION, "close");
        koppen.set(HttpHeaderNames.CONTENT_TYPE, api ? Probleem.TYPE.toString() : "text/plain; charset=utf-8");
        koppen.set(HttpHeaderNames.CONTENT_LENGTH, inhoud.length);
        if (api) {
            koppen.set(Kopregels.API_VERSION, Kopregels.API_VERSIE);
        }
        return antwoord;
    }

    private static String tekst(Weigering weigering) {
        var t = Teksten.in(Taal.NL);
        return "%s. %s%n"
                .formatted(t.van("probleem." + weigering.naam()), t.van("probleem." + weigering.naam() + ".uitleg"));
    }

    private String json(Weigering weigering) {
        try {
            var status = HttpStatus.valueOf(weigering.status().code());
            return json.writeValueAsString(Objects.requireNonNull(
                    probleem.van(status, weigering.naam()).body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
