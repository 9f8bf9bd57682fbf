package nl.respijt.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;

/**
 * Whether time tells if we know an address: how long asking for a mail takes, for as many known as unknown addresses,
 * in turns. {@code infra/lib/bench/inlogtijd} starts it and shows what it prints.
 */
public final class InlogTijd {
    private static final int KEREN = 200;
    private static final int OPWARMEN = 100;
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private InlogTijd() {}

    static void main() throws Exception {
        try (var dienst = Proefdienst.start()) {
            var bekend = bekenden(dienst);
            var tijdBekend = new ArrayList<Long>();
            var tijdOnbekend = new ArrayList<Long>();
            for (var n = 0; n < OPWARMEN + KEREN; n++) {
                tijdBekend.add(vraag(dienst, bekend.get(n), n));
                tijdOnbekend.add(vraag(dienst, Proefwens.nieuwAdres(), n));
            }
            toon("bekend", tijdBekend);
            toon("onbekend", tijdOnbekend);
        }
    }

    private static List<String> bekenden(Proefdienst dienst) {
        var adressen = IntStream.range(0, OPWARMEN + KEREN)
                .mapToObj(_ -> Proefwens.nieuwAdres())
                .toList();
        var moment = Proefmoment.in(dienst).met(adressen.size()).publiceer();
        adressen.forEach(adres -> dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(moment).email(adres).verzoek()));
        return adressen;
    }

    /** From a browser and a network of its own; microseconds. The limits are emptied, they are not what is measured. */
    private static long vraag(Proefdienst dienst, String adres, int n) throws Exception {
        if (n % 50 == 0) {
            try (var verbinding = dienst.verbinding();
                    var opdracht = verbinding.createStatement()) {
                opdracht.execute("delete from inloglimiet");
            }
        }
        var pagina = HTTP.send(
                HttpRequest.newBuilder(URI.create(dienst.adres() + "/inloggen")).build(), BodyHandlers.ofString());
        var csrf = CSRF.matcher(pagina.body());
        if (!csrf.find()) {
            throw new IllegalStateException("no form at /inloggen");
        }
        var verzoek = HttpRequest.newBuilder(URI.create(dienst.adres() + "/inloggen"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Cookie",
                        pagina.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0])
                .header("X-Forwarded-For", "198.51.%d.%d".formatted(n / 250, n % 250))
                .POST(BodyPublishers.ofString("csrf=" + csrf.group(1) + "&email=" + adres))
                .build();
        var begin = System.nanoTime();
        var status = HTTP.send(verzoek, BodyHandlers.ofString()).statusCode();
        var duur = (System.nanoTime() - begin) / 1_000;
        if (status != 303) {
            throw new IllegalStateException("asking for a mail gave " + status);
        }
        return duur;
    }

    private static void toon(String wat, List<Long> tijden) {
        var gesorteerd =
                tijden.subList(OPWARMEN, tijden.size()).stream().sorted().toList();
        System.out.printf(
                "%-9s n=%d  p10 %.2f ms  mediaan %.2f ms  p90 %.2f ms%n",
                wat,
                gesorteerd.size(),
                gesorteerd.get(gesorteerd.size() / 10) / 1000.0,
                gesorteerd.get(gesorteerd.size() / 2) / 1000.0,
                gesorteerd.get(gesorteerd.size() * 9 / 10) / 1000.0);
    }
}
