package nl.respijt.web;

import java.util.Map;

/** The headers that guard a browser; every answer has them, also those that no controller gave. */
public final class Kopregels {
    /** On every answer of the API: the version of the public contract (SemVer). */
    public static final String API_VERSION = "API-Version";

    public static final String API_VERSIE = "1.6.0";

    public static final Map<String, String> VASTE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private Kopregels() {}
}
