package nl.respijt.toegang;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page somebody wanted before we asked who they are. Anyone can write it in an address, so it is only a page of ours
 * (never another site), and only within the part that the role begins in.
 */
record Verder(String pad) {
    private static final String VELD = "verder";
    private static final Pattern VAN_ONS = Pattern.compile("/[a-z][A-Za-z0-9/_.~?=&%-]{0,300}");

    /** Where to ask who somebody is, when this page was wanted. */
    static String inloggen(HttpRequest<?> verzoek) {
        return "/inloggen?" + VELD + "=" + URLEncoder.encode(verzoek.getUri().toString(), StandardCharsets.UTF_8);
    }

    static Optional<Verder> gevraagd(HttpRequest<?> verzoek) {
        return verzoek.getParameters().getFirst(VELD).flatMap(Verder::lees);
    }

    private static Optional<Verder> lees(String pad) {
        return VAN_ONS.matcher(pad).matches() && !pad.contains("//") && !pad.contains("..")
                ? Optional.of(new Verder(pad))
                : Optional.empty();
    }

    /** As a cookie can hold it. */
    String waarde() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(pad.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Verder> uitKoek(String waarde) {
        try {
            return lees(new String(Base64.getUrlDecoder().decode(waarde), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** This page when it lies in the same part as where the role begins: {@code /makelaar/week} begins {@code /makelaar}. */
    Optional<String> binnen(String begin) {
        var einde = begin.indexOf('/', 1);
        var deel = einde < 0 ? begin : begin.substring(0, einde);
        return pad.matches(Pattern.quote(deel) + "([/?].*)?") ? Optional.of(pad) : Optional.empty();
    }
}
