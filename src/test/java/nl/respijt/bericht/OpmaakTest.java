package nl.respijt.bericht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nl.respijt.bericht.Brief.Bestemming.PerMail;
import nl.respijt.bericht.Brief.Bestemming.PerTelefoon;
import nl.respijt.bericht.Brief.Bijlage;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpmaakTest {
    private final Opmaak opmaak = new Opmaak(Proefpost.instelling(Optional.empty()));

    private final Bericht bericht = new Bericht(
            Proefpost.ding(),
            Proefpost.SOORT,
            Kanaal.MAIL,
            Proefpost.ding(),
            1,
            "makelaar",
            Map.of(),
            Proefpost.NU,
            1,
            Optional.empty(),
            Proefpost.NU);

    private Mail mail(Brief brief) {
        return opmaak.mail(bericht, brief, Proefpost.NU);
    }

    private static MimeMessage gelezen(Mail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.ruw()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: ander@voorbeeld.example",
                "\nBcc: ander@voorbeeld.example",
                "\rBcc: ander@voorbeeld.example",
                "\r\n\r\n<b>ander</b>",
                "\u2028Bcc: ander@voorbeeld.example",
                "\u0085Bcc: ander@voorbeeld.example",
                "\", <ander@voorbeeld.example>, \"",
                "\u0000\u202Eander"
            })
    void no_name_or_subject_or_file_name_becomes_a_header_or_a_recipient(String kwaad) throws Exception {
        var gewoon = gelezen(mail(Proefpost.brief("Fatma", "Dinsdag")
                .metBijlagen(List.of(new Bijlage("a.ics", "text/calendar", new byte[] {1})))));

        var mail = gelezen(mail(Proefpost.brief("Fatma" + kwaad, "Dinsdag" + kwaad)
                .metBijlagen(List.of(new Bijlage("a.ics" + kwaad, "text/calendar", new byte[] {1})))));

        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(kop -> kop.getName())
                .containsExactlyElementsOf(Collections.list(gewoon.getAllHeaders()).stream()
                        .map(kop -> kop.getName())
                        .toList());
        assertThat(mail.getAllRecipients())
                .singleElement()
                .extracting(adres -> ((InternetAddress) adres).getAddress())
                .isEqualTo("fatma@voorbeeld.example");
        assertThat(mail.getSubject()).doesNotContain("\r", "\n", "\u2028", "\u0085", "\u202E", "\u0000");
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "fatma",
                "@voorbeeld.example",
                "fatma@",
                "fatma@voorbeeld.example\r\nBcc: ander@voorbeeld.example",
                "fatma@voorbeeld.example, ander@voorbeeld.example",
                "Fatma <fatma@voorbeeld.example>",
                "fatma @voorbeeld.example",
                "fatmá@voorbeeld.example"
            })
    void what_is_not_one_plain_address_gets_no_mail(String adres) {
        var brief = Brief.van(Taal.NL, new PerMail("Fatma", adres), "Dinsdag", List.of());

        assertThatThrownBy(() -> mail(brief))
                .isInstanceOf(OnbestelbaarException.class)
                .hasMessage("adres");
    }

    @Test
    void a_domain_with_accents_is_written_as_the_wire_wants_it() throws Exception {
        var brief = Brief.van(Taal.NL, new PerMail("", "fatma@Bücher.example"), "Dinsdag", List.of());

        assertThat(gelezen(mail(brief)).getRecipients(Message.RecipientType.TO)[0])
                .hasToString("fatma@xn--bcher-kva.example");
    }

    @Test
    void a_person_without_mail_gets_none() {
        var brief = Brief.van(Taal.NL, new PerTelefoon("Fatma", "06 12 34 56 78"), "Dinsdag", List.of());

        assertThatThrownBy(() -> mail(brief))
                .isInstanceOf(OnbestelbaarException.class)
                .hasMessage("geen-adres");
    }

    @Test
    void html_shows_what_was_typed_and_runs_none_of_it() {
        var brief = Brief.van(
                        Taal.EN,
                        new PerMail("<script>a</script>", "a@voorbeeld.example"),
                        "x",
                        List.of("<img src=x onerror=y> & meer"))
                .metFeiten(List.of(new Feit("<i>", "\"<u>\"")));

        var html = opmaak.html(brief, brief.bestemming().naam());

        assertThat(html)
                .contains("&lt;script&gt;a&lt;/script&gt;", "&lt;img src=x onerror=y&gt; &amp; meer", "&lt;i&gt;")
                .doesNotContain("<script", "<img", "<i>", "<u>")
                .contains("<html lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void html_asks_no_other_host_for_anything() {
        var html = opmaak.html(
                Proefpost.brief("x")
                        .metKnoppen(List.of(new Knop("Bekijk", URI.create("https://respijt.example/a"))))
                        .metAfmelden(URI.create("https://respijt.example/b")),
                "Fatma");

        assertThat(html).doesNotContain(" src=", "url(", "@import", "<link", "<script");
        assertThat(html.split("https?://", -1)).hasSize(3);
    }

    @Test
    void text_and_html_say_the_same() {
        var brief = Proefpost.brief("x")
                .metFeiten(List.of(new Feit("Wanneer", "dinsdag"), new Feit("Waar", "Hoograven")))
                .metKnoppen(List.of(new Knop("Bekijk", URI.create("https://respijt.example/a"))))
                .metSlot(List.of("Kunt u niet? Zeg het gerust af."))
                .metAfmelden(URI.create("https://respijt.example/b"));

        assertThat(List.of(opmaak.tekst(brief, "Fatma"), opmaak.html(brief, "Fatma")))
                .allSatisfy(vorm -> assertThat(vorm)
                        .contains(
                                "Beste Fatma,",
                                "Tot dinsdag.",
                                "Wanneer",
                                "dinsdag",
                                "Hoograven",
                                "Bekijk",
                                "https://respijt.example/a",
                                "Zeg het gerust af.",
                                "https://respijt.example/b",
                                "030 123 45 67",
                                "Respijt – even vrij voor mantelzorgers"));
    }

    @Test
    void plain_text_is_laid_out_to_be_read() {
        var brief = Brief.van(
                        Taal.NL,
                        new PerMail("Fatma", "a@voorbeeld.example"),
                        "x",
                        List.of(
                                "Uw plaats staat vast. U hoeft niets mee te nemen en u hoeft niets te vertellen als u dat"
                                        + " niet wilt."))
                .metFeiten(List.of(
                        new Feit("Wanneer", "dinsdag 24 november 2026, 9.00 tot 12.30 uur"),
                        new Feit(
                                "Waar",
                                "Mantelzorghuis Hoograven, Smaragdplein 10, ingang aan de kant van het park, naast de"
                                        + " bibliotheek")))
                .metKnoppen(List.of(
                        new Knop("Bekijk, verzet of zeg af", URI.create("https://respijt.example/" + "a".repeat(90)))))
                .metSlot(List.of("Tot dan!"));

        assertThat(opmaak.tekst(brief, "Fatma")).isEqualTo("""
                Beste Fatma,

                Uw plaats staat vast. U hoeft niets mee te nemen en u hoeft niets te vertellen
                als u dat niet wilt.

                  Wanneer  dinsdag 24 november 2026, 9.00 tot 12.30 uur
                  Waar     Mantelzorghuis Hoograven, Smaragdplein 10, ingang aan de kant van
                           het park, naast de bibliotheek

                Bekijk, verzet of zeg af:
                https://respijt.example/%s

                Tot dan!

                Hebt u een vraag? Bel gerust: 030 123 45 67.

                ---
                Respijt – even vrij voor mantelzorgers
                """.formatted("a".repeat(90)));
    }

    /** U+2068 and U+2069 keep what is between them in its own direction. */
    @Test
    void in_arabic_everything_runs_from_the_right_but_numbers_and_addresses() throws Exception {
        var t = Teksten.in(Taal.AR);
        var brief = Brief.van(
                        Taal.AR,
                        new PerMail("Fatma", "fatma@voorbeeld.example"),
                        t.van("mail.boeking-bevestiging.onderwerp", "24/11"),
                        List.of())
                .metFeiten(List.of(new Feit(t.van("mail.adres"), "3525 AB Utrecht\n12 hoog")));

        assertThat(opmaak.html(brief, "Fatma"))
                .contains("<html lang=\"ar\" dir=\"rtl\">", "dir=\"rtl\" width=", "align=\"right\"")
                .contains("\u2068Fatma\u2069", "\u2068030 123 45 67\u2069");
        assertThat(opmaak.tekst(brief, "Fatma"))
                .contains("\u2068Fatma\u2069", "\u2068030 123 45 67\u2069")
                .containsPattern("\u20683525 AB Utrecht\u2069\n +\u206812 hoog\u2069");
        assertThat(gelezen(mail(brief)).getSubject()).contains("24/11").doesNotContain("\u2068", "\u2069");
    }

    @Test
    void every_line_on_the_wire_is_short_and_plain_ascii() {
        var mail = mail(Proefpost.brief("Zoë ☕".repeat(9), "Ünïcode – ".repeat(20)));

        assertThat(new String(mail.ruw(), StandardCharsets.UTF_8).split("\r\n"))
                .allSatisfy(
                        regel -> assertThat(regel).hasSizeLessThanOrEqualTo(78).matches("\\p{ASCII}*"));
    }

    @ParameterizedTest
    @EnumSource
    void every_hapering_is_explained_in_every_language(Hapering hapering) {
        for (var taal : Taal.values()) {
            var mislukt = new Bericht(
                    bericht.id(),
                    bericht.soort(),
                    bericht.kanaal(),
                    bericht.dingId(),
                    1,
                    "makelaar",
                    Map.of(),
                    Proefpost.NU,
                    1,
                    Optional.of(hapering.met(550)),
                    Proefpost.NU);

            assertThat(mislukt.uitleg(Teksten.in(taal)).orElseThrow())
                    .doesNotContain("{")
                    .isNotBlank();
        }
    }
}
