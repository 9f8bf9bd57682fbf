package nl.respijt.bericht;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import nl.respijt.bericht.Brief.Bestemming.PerMail;
import nl.respijt.bericht.Brief.Bijlage;
import nl.respijt.web.Taal;

/**
 * Whatever somebody is called and whatever a message is about, it goes to one person and has the headers that it has. In
 * the build this runs on its seeds; {@code infra/fuzz} looks for words of its own.
 */
class MailFuzzTest {
    private static final Opmaak OPMAAK = new Opmaak(Proefpost.instelling(Optional.empty()));
    private static final Bericht BERICHT = new Bericht(
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

    @FuzzTest(maxDuration = "60s")
    void no_words_become_a_header_a_part_or_a_recipient(FuzzedDataProvider toeval) throws Exception {
        var naam = toeval.consumeString(120);
        var onderwerp = toeval.consumeString(200);
        var bijlage = toeval.consumeString(60);
        var alinea = toeval.consumeRemainingAsString();
        if (onderwerp.isBlank()) {
            return; // no message is without a subject
        }

        var gewoon = gelezen("Fatma", "Dinsdag", "a.ics", "Tot dan.");
        var mail = gelezen(naam, onderwerp, bijlage, alinea);

        assertThat(koppen(mail)).isEqualTo(koppen(gewoon));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0])
                .isInstanceOfSatisfying(
                        InternetAddress.class,
                        wie -> assertThat(wie.getAddress()).isEqualTo("fatma@voorbeeld.example"));
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    }

    private static List<String> koppen(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }

    private static MimeMessage gelezen(String naam, String onderwerp, String bijlage, String alinea) throws Exception {
        var brief = Brief.van(Taal.NL, new PerMail(naam, "fatma@voorbeeld.example"), onderwerp, List.of(alinea))
                .metBijlagen(List.of(new Bijlage("a" + bijlage, "text/calendar", new byte[] {1})));
        var ruw = OPMAAK.mail(BERICHT, brief, Proefpost.NU).ruw();
        assertThat(new String(ruw, StandardCharsets.ISO_8859_1).replace("\r\n", ""))
                .doesNotContain("\r", "\n");
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(ruw));
    }
}
