package nl.respijt.instellingen;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.instellingen.Instellingen.Databank;
import nl.respijt.instellingen.Instellingen.Imap;
import nl.respijt.instellingen.Instellingen.Inlog;
import nl.respijt.instellingen.Instellingen.Oidc;
import nl.respijt.instellingen.Instellingen.Smtp;
import nl.respijt.instellingen.Instellingen.Zaken;

/** Reads arguments and environment, and gathers what is missing or wrong so that it can be said at once. */
final class InstellingenLezer {
    private static final String GEBRUIK = "gebruik: [--port N] [--data MAP] [--productie]";
    private static final Pattern ANTWOORD_ADRES = Pattern.compile("[A-Za-z0-9._-]{1,21}@[A-Za-z0-9.-]+");
    private static final Pattern NEGEN_CIJFERS = Pattern.compile("\\d{9}");

    /** HMAC with SHA-256 wants a key as long as what it makes, RFC 7518 section 3.2. */
    private static final int KORTSTE_SECRET = 32;

    private static final URI NERGENS = URI.create("http://localhost");

    private final Map<String, String> omgeving;
    private final Set<String> ontbreekt = new LinkedHashSet<>();
    private final Set<String> onjuist = new LinkedHashSet<>();

    InstellingenLezer(Map<String, String> omgeving) {
        this.omgeving = omgeving;
    }

    Instellingen lees(Iterable<String> argumenten) {
        var demo = true;
        var poort = 8080;
        var data = Path.of("data");
        var rest = argumenten.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "--productie" -> demo = false;
                case "--port" -> poort = poort(argument, rest.hasNext() ? rest.next() : "");
                case "--data" -> data = Path.of(rest.hasNext() ? rest.next() : "");
                default -> throw new StartFout("onbekend argument '%s'; %s".formatted(argument, GEBRUIK));
            }
        }
        if (data.toString().isEmpty()) {
            onjuist.add("--data (een map)");
        }
        var instellingen = demo ? demo(poort, data) : productie(poort, data);
        weigerFouten(demo);
        return instellingen;
    }

    private Instellingen demo(int poort, Path data) {
        return instellingen(
                true,
                poort,
                data,
                url("RESPIJT_BASE_URL").orElse(URI.create("http://localhost:" + poort)),
                pad("RESPIJT_KEYS_FILE").orElse(data.resolve("sleutels.json")),
                waarde("RESPIJT_TELEFOON").orElse("030 000 00 00"));
    }

    private Instellingen productie(int poort, Path data) {
        verplicht("RESPIJT_SMTP_HOST");
        var sleutelbestand = Path.of(verplicht("RESPIJT_KEYS_FILE"));
        if (!sleutelbestand.toString().isEmpty() && !Files.isReadable(sleutelbestand)) {
            onjuist.add("RESPIJT_KEYS_FILE (%s is niet te lezen)".formatted(sleutelbestand));
        }
        verplicht("RESPIJT_BASE_URL");
        verplicht("RESPIJT_OIDC_ISSUER");
        verplicht("RESPIJT_OIDC_CLIENT_ID");
        vereist("RESPIJT_OIDC_CLIENT_SECRET");
        var baseUrl = url("RESPIJT_BASE_URL").orElse(NERGENS);
        return instellingen(false, poort, data, baseUrl, sleutelbestand, verplicht("RESPIJT_TELEFOON"));
    }

    private Instellingen instellingen(
            boolean demo, int poort, Path data, URI baseUrl, Path sleutelbestand, String telefoon) {
        var afzender = waarde("RESPIJT_MAIL_FROM").orElse("respijt@" + baseUrl.getHost());
        return new Instellingen(
                demo,
                poort,
                data,
                baseUrl,
                databank(),
                smtp(),
                imap(afzender),
                afzender,
                sleutelbestand,
                telefoon,
                oidc(),
                pad("RESPIJT_GEMEENTE_BESTAND"),
                zaken(),
                bewaartermijnen());
    }

    /** Which there are is for the register to say; it refuses the others. */
    private Map<String, String> bewaartermijnen() {
        return omgeving.keySet().stream()
                .filter(naam -> naam.startsWith("RESPIJT_BEWAAR_"))
                .filter(naam -> waarde(naam).isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        naam -> naam, naam -> waarde(naam).orElseThrow()));
    }

    private Optional<Databank> databank() {
        return waarde("RESPIJT_DB_URL").map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                onjuist.add("RESPIJT_DB_URL (begint niet met jdbc:postgresql:)");
            }
            return new Databank(
                    url,
                    new Inlog(
                            waarde("RESPIJT_DB_USER").orElse("respijt"),
                            geheim("RESPIJT_DB_PASSWORD").orElse(new Geheim(""))),
                    waarde("RESPIJT_DB_EIGENAAR")
                            .map(eigenaar -> new Inlog(
                                    eigenaar,
                                    geheim("RESPIJT_DB_EIGENAAR_PASSWORD").orElse(new Geheim("")))));
        });
    }

    private Optional<Smtp> smtp() {
        return waarde("RESPIJT_SMTP_HOST").map(host -> {
            var inlog = waarde("RESPIJT_SMTP_USER")
                    .map(gebruiker -> new Inlog(gebruiker, vereist("RESPIJT_SMTP_PASSWORD")));
            var poort = waarde("RESPIJT_SMTP_PORT")
                    .map(getal -> poort("RESPIJT_SMTP_PORT", getal))
                    .orElse(587);
            return new Smtp(host, poort, inlog);
        });
    }

    private Optional<Imap> imap(String afzender) {
        return waarde("RESPIJT_IMAP_HOST").map(host -> {
            var tls = waarde("RESPIJT_IMAP_TLS")
                    .map(woord -> jaOfNee("RESPIJT_IMAP_TLS", woord))
                    .orElse(true);
            return new Imap(
                    host,
                    waarde("RESPIJT_IMAP_PORT")
                            .map(getal -> poort("RESPIJT_IMAP_PORT", getal))
                            .orElse(tls ? 993 : 143),
                    tls,
                    new Inlog(verplicht("RESPIJT_IMAP_USER"), vereist("RESPIJT_IMAP_PASSWORD")),
                    antwoordAdres(afzender));
        });
    }

    /** What mail comes from, unless said otherwise; with room for a plus and a key before the apenstaart. */
    private String antwoordAdres(String afzender) {
        var tekst = waarde("RESPIJT_ANTWOORD_ADRES").orElse(afzender);
        var adres = tekst.substring(tekst.indexOf('<') + 1).replace(">", "").strip();
        if (!ANTWOORD_ADRES.matcher(adres).matches()) {
            onjuist.add(
                    "RESPIJT_ANTWOORD_ADRES ('%s' is geen e-mailadres met hoogstens 21 letters of cijfers voor de @)"
                            .formatted(adres));
        }
        return adres;
    }

    private boolean jaOfNee(String naam, String woord) {
        if (!woord.equals("ja") && !woord.equals("nee")) {
            onjuist.add("%s ('%s' is geen ja of nee)".formatted(naam, woord));
        }
        return woord.equals("ja");
    }

    private Optional<Oidc> oidc() {
        return url("RESPIJT_OIDC_ISSUER").map(url -> {
            if (!isVeilig(url)) {
                onjuist.add("RESPIJT_OIDC_ISSUER (begint niet met https://)");
            }
            var clientId = verplicht("RESPIJT_OIDC_CLIENT_ID");
            return new Oidc(
                    verplicht("RESPIJT_OIDC_ISSUER"), // as it was written: a token names it sign by sign
                    clientId,
                    vereist("RESPIJT_OIDC_CLIENT_SECRET"),
                    waarde("RESPIJT_OIDC_AUDIENCE").orElse(clientId),
                    lijst("RESPIJT_OIDC_ACR"),
                    waarde("RESPIJT_OIDC_BEHEERDER"));
        });
    }

    private Optional<Zaken> zaken() {
        return url("RESPIJT_ZAKEN_URL").map(url -> {
            if (!isVeilig(url)) {
                onjuist.add("RESPIJT_ZAKEN_URL (begint niet met https://)");
            }
            return new Zaken(
                    url,
                    verplicht("RESPIJT_ZAKEN_CLIENT_ID"),
                    zakenSecret(),
                    rsin(),
                    verplichteUrl("RESPIJT_ZAKEN_ZAAKTYPE"),
                    verplichteUrl("RESPIJT_ZAKEN_ROLTYPE"),
                    statustypen());
        });
    }

    private Geheim zakenSecret() {
        var ontbraken = ontbreekt.size();
        var secret = vereist("RESPIJT_ZAKEN_SECRET");
        var lengte = secret.waarde().getBytes(StandardCharsets.UTF_8).length;
        if (ontbreekt.size() == ontbraken && lengte < KORTSTE_SECRET) {
            onjuist.add("RESPIJT_ZAKEN_SECRET (korter dan %d tekens)".formatted(KORTSTE_SECRET));
        }
        return secret;
    }

    private String rsin() {
        var rsin = verplicht("RESPIJT_ZAKEN_RSIN");
        if (!rsin.isEmpty() && !isRsin(rsin)) {
            onjuist.add("RESPIJT_ZAKEN_RSIN ('%s' is geen RSIN van negen cijfers)".formatted(rsin));
        }
        return rsin;
    }

    /** The "11-proef": 9·a + 8·b + … + 2·h − i is a multiple of eleven. */
    private static boolean isRsin(String tekst) {
        if (!NEGEN_CIJFERS.matcher(tekst).matches()) {
            return false;
        }
        var som = -Character.digit(tekst.charAt(8), 10);
        for (var plaats = 0; plaats < 8; plaats++) {
            som += (9 - plaats) * Character.digit(tekst.charAt(plaats), 10);
        }
        return som % 11 == 0;
    }

    /** {@code stap=adres}, with commas between; which steps there are is for who takes them to say. */
    private Map<String, URI> statustypen() {
        var statustypen = new HashMap<String, URI>();
        for (var paar : lijst("RESPIJT_ZAKEN_STATUSTYPEN")) {
            var delen = paar.split("=", 2);
            var adres = delen.length == 2 ? httpUrl(delen[1].strip()) : Optional.<URI>empty();
            if (adres.isEmpty()) {
                onjuist.add("RESPIJT_ZAKEN_STATUSTYPEN ('%s' is geen stap=webadres)".formatted(paar));
            } else if (statustypen.put(delen[0].strip(), adres.get()) != null) {
                onjuist.add("RESPIJT_ZAKEN_STATUSTYPEN (%s staat er twee keer)".formatted(delen[0].strip()));
            }
        }
        if (statustypen.isEmpty()) {
            verplicht("RESPIJT_ZAKEN_STATUSTYPEN");
        }
        return statustypen;
    }

    private URI verplichteUrl(String naam) {
        verplicht(naam);
        return url(naam).orElse(NERGENS);
    }

    private List<String> lijst(String naam) {
        return Stream.of(waarde(naam).orElse("").split(",", -1))
                .map(String::strip)
                .filter(een -> !een.isEmpty())
                .toList();
    }

    /** Over https, or on this machine. */
    private static boolean isVeilig(URI url) {
        return "https".equals(url.getScheme())
                || Set.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
    }

    private Optional<String> waarde(String naam) {
        return Optional.ofNullable(omgeving.get(naam)).map(String::strip).filter(waarde -> !waarde.isEmpty());
    }

    private String verplicht(String naam) {
        return waarde(naam).orElseGet(() -> {
            ontbreekt.add(naam);
            return "";
        });
    }

    private Geheim vereist(String naam) {
        return geheim(naam).orElseGet(() -> {
            ontbreekt.add(naam);
            return new Geheim("");
        });
    }

    /** The secret itself or the file that holds it, never both: nobody would know which one counts. */
    private Optional<Geheim> geheim(String naam) {
        var bestand = pad(naam + "_FILE");
        if (bestand.isEmpty()) {
            return waarde(naam).map(Geheim::new);
        }
        if (waarde(naam).isPresent()) {
            onjuist.add("%s en %s_FILE (kies er een)".formatted(naam, naam));
        }
        try {
            return Optional.of(new Geheim(Files.readString(bestand.get()).strip()));
        } catch (IOException e) {
            onjuist.add("%s_FILE (%s is niet te lezen)".formatted(naam, bestand.get()));
            return Optional.of(new Geheim(""));
        }
    }

    private Optional<Path> pad(String naam) {
        return waarde(naam).map(Path::of);
    }

    private Optional<URI> url(String naam) {
        return waarde(naam).flatMap(tekst -> {
            var url = httpUrl(tekst);
            if (url.isEmpty()) {
                onjuist.add("%s ('%s' is geen webadres)".formatted(naam, tekst));
            }
            return url;
        });
    }

    private static Optional<URI> httpUrl(String tekst) {
        try {
            var url = URI.create(tekst.endsWith("/") ? tekst.substring(0, tekst.length() - 1) : tekst);
            var http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return http && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private int poort(String naam, String tekst) {
        if (tekst.matches("\\d{1,5}")) {
            var poort = Integer.parseInt(tekst);
            if (poort >= 1 && poort <= 65_535) {
                return poort;
            }
        }
        onjuist.add("%s ('%s' is geen poort van 1 tot en met 65535)".formatted(naam, tekst));
        return 0;
    }

    private void weigerFouten(boolean demo) {
        var zinnen = new ArrayList<String>();
        if (!ontbreekt.isEmpty()) {
            zinnen.add((demo ? "deze instellingen ontbreken: " : "in productie ontbreken deze instellingen: ")
                    + String.join(", ", ontbreekt));
        }
        if (!onjuist.isEmpty()) {
            zinnen.add("deze instellingen kloppen niet: " + String.join(", ", onjuist));
        }
        if (!zinnen.isEmpty()) {
            throw new StartFout(String.join("; ", zinnen));
        }
    }
}
