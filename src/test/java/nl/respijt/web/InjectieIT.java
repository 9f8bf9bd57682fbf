package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Words that are code somewhere, in every field of every form and of the API; then every page, mail and calendar is read
 * for them. They are shown as the words they are, or refused; nothing runs them, and nothing breaks on them.
 */
@Timeout(300)
final class InjectieIT {
    /** Stands in every piece of code, so that what would have run can be told from what is only shown. */
    private static final String MERK = "kw4ad";

    private static final List<String> KWAAD = List.of(
            // pages
            "<script>kw4ad()</script>",
            "</title><script>kw4ad()</script>",
            "</textarea><script>kw4ad()</script>",
            "<img src=x onerror=kw4ad()>",
            "<svg/onload=kw4ad()>",
            "<kw4ad>",
            "\"><kw4ad x=\"",
            "'><kw4ad x='",
            "\" autofocus onfocus=kw4ad() x=\"",
            "' autofocus onfocus=kw4ad() x='",
            "<a href=\"javascript:kw4ad()\">klik</a>",
            "javascript:kw4ad()",
            "<!--kw4ad",
            "<![CDATA[<kw4ad>]]>",
            "<style>@import'//kw4ad'</style>",
            "<base href=//kw4ad/>",
            "<meta http-equiv=refresh content=0;url=//kw4ad>",
            "&lt;kw4ad&gt;",
            "&#60;kw4ad&#62;",
            "%3Ckw4ad%3E",
            "\\u003ckw4ad\\u003e",
            "{{kw4ad}}",
            "${kw4ad}",
            "#{kw4ad}",
            "@if(true)kw4ad@endif",
            "!{var kw4ad = 1;}",
            "${jndi:ldap://kw4ad/x}",
            "{0} {1,choice,0#kw4ad}",
            "'{kw4ad",
            // mail and HTTP headers
            "Ans\r\nBcc: kw4ad@voorbeeld.example",
            "Ans\nX-Kw4ad: 1",
            "Ans\rX-Kw4ad: 1",
            "Ans%0d%0aX-Kw4ad: 1",
            "Ans\r\n\r\n<kw4ad>",
            "Ans\u0085X-Kw4ad: 1",
            "Ans\u2028X-Kw4ad: 1",
            "Ans, <kw4ad@voorbeeld.example>",
            "\"kw4ad\" <kw4ad@voorbeeld.example>,",
            "=?utf-8?q?=0d=0aX-Kw4ad:_1?=",
            // calendars
            "Ans\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nX-KW4AD:1",
            "Ans\\nATTENDEE:mailto:kw4ad@voorbeeld.example",
            "Ans;X-KW4AD=1:x",
            "Ans\r\n ATTACH:http://kw4ad",
            // spreadsheets
            "=cmd|'/c kw4ad'!A1",
            "+kw4ad",
            "-kw4ad",
            "@SUM(kw4ad)",
            "\t=kw4ad",
            // databases
            "kw4ad'; drop table boeking; --",
            "kw4ad' or '1'='1",
            "kw4ad\\'; select pg_sleep(9); --",
            "kw4ad%' or naam like '%",
            "$$kw4ad$$; delete from boeking; $$",
            ":kw4ad ?",
            // signs
            "kw4ad\u0000kw4ad",
            "kw4ad\u202egnp.exe",
            "\u2066kw4ad\u2069",
            "\ufeffkw4ad",
            "kw4ad\u200b\u200d\u00ad",
            "kw4ad\ud83d\ude00\u0301\u0301\u0301\u0301\u0301\u0301",
            "kw4ad\u001b[31m",
            "kw4ad\u0007\u0008",
            "../../../../etc/kw4ad",
            "kw4ad" + "a".repeat(9_995));

    private static final Pattern AANHALING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LINK_DIE_DOET = Pattern.compile("(?i)<[^<>]*(?:href|src|action)=\"?\\s*javascript:");
    private static final Pattern TAG = Pattern.compile("(?i)<[^>]*kw4ad");

    @Test
    void words_that_are_code_stay_words_wherever_they_come() {
        try (var dienst = Proefdienst.start()) {
            var buiten = new Klant(dienst);
            var makelaar = buiten.als("makelaar");
            var moment = Proefmoment.in(dienst).met(400).publiceer();
            var ander = Proefmoment.in(dienst)
                    .met(400)
                    .op(moment.datum().plusDays(1))
                    .publiceer();
            var robots = List.of(
                    new Robot(buiten).loop(List.of("/momenten/" + moment.id().waarde(), afspraak(buiten, ander))),
                    new Robot(makelaar)
                            .loop(List.of(
                                    "/makelaar/week",
                                    "/makelaar/momenten/" + moment.id().waarde())));
            var antwoorden = new ArrayList<Robot.Gezien>();

            for (var kwaad : KWAAD) {
                var reis = new ArrayList<Klant.Antwoord>();
                for (var robot : robots) {
                    for (var formulier : robot.formulieren()) {
                        if (isGevolgrijk(formulier)) {
                            continue;
                        }
                        reis.add(robot.vulIn(formulier, veld -> veld.equals("email") ? Proefwens.nieuwAdres() : kwaad));
                        reis.add(robot.vulIn(formulier, veld -> kwaad));
                    }
                }
                reis.addAll(overDeApi(buiten, makelaar, ander, kwaad));
                reis.forEach(antwoord -> keur(kwaad, antwoord));
            }

            buiten.formulier("/demo/taken", "");
            antwoorden.addAll(new Robot(makelaar)
                    .loop(List.of(
                            "/makelaar/week",
                            "/makelaar/momenten/" + moment.id().waarde(),
                            "/makelaar/momenten/" + ander.id().waarde(),
                            "/makelaar/nieuw"))
                    .gezien());
            assertThat(antwoorden)
                    .as("what was taken is shown")
                    .anyMatch(gezien -> gezien.antwoord().tekst().contains("&lt;kw4ad"));
            antwoorden.forEach(gezien -> keur(gezien.vraag(), gezien.antwoord()));
            mailsZijnHeel(dienst);
            agendasZijnHeel(buiten, makelaar);
            assertThat(buiten.haal("/health").status()).isEqualTo(200);
        }
    }

    /** Ends a pattern or cancels a moment: once would be the end of the walk. */
    private static boolean isGevolgrijk(Robot.Formulier formulier) {
        return formulier.doel().matches(".*/(afgelasten|einde|afzeggen|terug|sluitingen)");
    }

    private static String afspraak(Klant klant, Moment moment) {
        var geboekt = klant.stuur(
                "/api/v1/boekingen",
                Proefwens.voor(moment).json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return geboekt.json().get("beheerUrl").toString().replaceAll("^https?://[^/]+", "");
    }

    private static List<Klant.Antwoord> overDeApi(Klant buiten, Klant makelaar, Moment moment, String kwaad) {
        var json = json(kwaad);
        var id = moment.id().waarde();
        return List.of(
                boek(
                        buiten,
                        "{\"momentId\":\"%s\",\"naam\":%s,\"email\":\"%s\"}"
                                .formatted(id, json, Proefwens.nieuwAdres())),
                boek(buiten, "{\"momentId\":\"%s\",\"naam\":\"Ans\",\"email\":%s}".formatted(id, json)),
                boek(buiten, "{\"momentId\":\"%s\",\"naam\":\"Ans\",\"telefoon\":%s}".formatted(id, json)),
                boek(buiten, "{\"momentId\":%1$s,\"naam\":%1$s,\"taal\":%1$s,%1$s:%1$s}".formatted(json)),
                makelaar.stuur("/api/v1/momenten/" + UUID.randomUUID() + "/afgelasting", "{\"reden\":" + json + "}"),
                makelaar.stuur("/api/v1/diensten", "{\"momentId\":%1$s,\"gastheerId\":%1$s}".formatted(json)),
                makelaar.stuur("/api/v1/agendasleutels", "{\"soort\":%1$s,\"id\":%1$s}".formatted(json)),
                makelaar.haal("/api/v1/boekingen?zoek=" + Klant.gecodeerd(kwaad)),
                makelaar.haal("/api/v1/mantelzorgers?zoek=" + Klant.gecodeerd(kwaad)),
                buiten.haal("/api/v1/momenten?wijk=" + Klant.gecodeerd(kwaad)),
                buiten.haal("/momenten?wijk=" + Klant.gecodeerd(kwaad) + "&gesproken=" + Klant.gecodeerd(kwaad)),
                buiten.haal("/" + Klant.gecodeerd(kwaad).replace("+", "%20")));
    }

    private static Klant.Antwoord boek(Klant klant, String json) {
        return klant.stuur(
                "/api/v1/boekingen", json, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private static String json(String tekst) {
        var uit = new StringBuilder("\"");
        tekst.chars().forEach(teken -> uit.append("\\u%04x".formatted(teken)));
        return uit.append('"').toString();
    }

    /** Not broken, and read as a browser reads it: no tag and no header that somebody wrote. */
    private static void keur(String kwaad, Klant.Antwoord antwoord) {
        assertThat(antwoord.status()).as(kwaad).isLessThan(500);
        assertThat(antwoord.http().headers().map().keySet())
                .as(kwaad)
                .noneMatch(naam -> naam.toLowerCase(Locale.ROOT).contains(MERK));
        var soort = antwoord.kop("Content-Type").orElse("");
        if (soort.startsWith("text/html")) {
            var buitenAanhaling = AANHALING.matcher(antwoord.tekst()).replaceAll("\"\"");
            assertThat(TAG.matcher(buitenAanhaling)
                            .results()
                            .map(r -> r.group())
                            .toList())
                    .as(kwaad)
                    .isEmpty();
            assertThat(antwoord.tekst()).as(kwaad).doesNotContain("\u0000").doesNotContainPattern(LINK_DIE_DOET);
        } else if (!antwoord.tekst().isEmpty() && !soort.startsWith("text/")) {
            assertThat(soort).as(kwaad).contains("json");
            assertThat(antwoord.json()).as(kwaad).isNotNull();
        }
    }

    private static void mailsZijnHeel(Proefdienst dienst) {
        var mails = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select encode(ruw, 'base64') from demo_mail")
                        .mapTo(String.class)
                        .map(tekst -> new String(Base64.getMimeDecoder().decode(tekst), StandardCharsets.UTF_8))
                        .list());
        assertThat(mails).hasSizeGreaterThan(20).allSatisfy(mail -> {
            var koppen = mail.substring(0, mail.indexOf("\r\n\r\n"));
            assertThat(koppen.toLowerCase(Locale.ROOT)).doesNotContain("\nbcc:", "\nx-kw4ad", "\ncc:");
            assertThat(koppen.lines().filter(regel -> regel.startsWith("To: "))).hasSize(1);
            assertThat(mail.replace("\r\n", "")).as("lines end as they should").doesNotContain("\r", "\n");
            assertThat(Pattern.compile("<kw4ad")
                                    .matcher(mail.replace("=\r\n", ""))
                                    .find()
                            && mail.contains("text/html")
                            && mail.substring(mail.lastIndexOf("text/html"))
                                    .replace("=\r\n", "")
                                    .contains("<kw4ad"))
                    .as("a tag in the page of a mail")
                    .isFalse();
        });
    }

    private static void agendasZijnHeel(Klant buiten, Klant makelaar) {
        var adres = makelaar.stuur("/api/v1/agendasleutels", "{\"soort\":\"makelaar\"}")
                .json()
                .get("url")
                .toString();
        var regels = buiten.haal(adres.replaceAll("^https?://[^/]+", ""))
                .tekst()
                .replace("\r\n ", "")
                .lines()
                .toList();
        assertThat(regels).hasSizeGreaterThan(10).allMatch(regel -> regel.matches("[A-Z-]+[;:].*"));
        assertThat(regels).noneMatch(regel -> regel.startsWith("X-KW4AD") || regel.startsWith("ATT"));
    }
}
