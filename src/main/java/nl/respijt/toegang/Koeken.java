package nl.respijt.toegang;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.kluis.Sha256;
import nl.respijt.web.Velden;

/** The cookies by which a browser is known, and the form token that comes of such a cookie. */
@Singleton
final class Koeken {
    private static final SecureRandom TOEVAL = new SecureRandom();

    private final boolean https;

    Koeken(Instellingen instellingen) {
        https = "https".equals(instellingen.baseUrl().getScheme());
    }

    /** Browsers hold a __Host- cookie to this host and to https; a demo on plain http has to do without. */
    private String naam(String kort) {
        return https ? "__Host-" + kort : kort;
    }

    Cookie maak(String kort, String waarde) {
        return Cookie.of(naam(kort), waarde)
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite(SameSite.Lax);
    }

    Cookie weg(String kort) {
        return maak(kort, "").maxAge(0);
    }

    Optional<String> van(HttpRequest<?> verzoek, String kort) {
        return verzoek.getCookies().findCookie(naam(kort)).map(Cookie::getValue).filter(waarde -> !waarde.isEmpty());
    }

    /** 256 random bits. */
    static String nieuweWaarde() {
        var ruw = new byte[32];
        TOEVAL.nextBytes(ruw);
        return tekst(ruw);
    }

    /** What the forms of the browser with this cookie carry. */
    static String csrf(String waarde) {
        return tekst(hash("csrf", waarde));
    }

    /** What is kept of a cookie; for one purpose it is nothing for another. */
    static byte[] hash(String doel, String waarde) {
        return Sha256.van(doel + ":" + waarde);
    }

    /** @throws HttpStatusException 403 when the form does not carry this token */
    static Velden eisCsrf(Velden velden, Optional<String> verwacht) {
        if (verwacht.filter(token -> gelijk(token, velden.zoals("csrf"))).isEmpty()) {
            throw new HttpStatusException(HttpStatus.FORBIDDEN, "no token");
        }
        return velden;
    }

    /** In a time that does not tell how much of it was right. */
    static boolean gelijk(String verwacht, String gegeven) {
        return MessageDigest.isEqual(
                verwacht.getBytes(StandardCharsets.UTF_8), gegeven.getBytes(StandardCharsets.UTF_8));
    }

    private static String tekst(byte[] ruw) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ruw);
    }
}
