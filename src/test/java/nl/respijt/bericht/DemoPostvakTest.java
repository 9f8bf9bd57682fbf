package nl.respijt.bericht;

import static nl.respijt.bericht.Proefpost.NU;
import static nl.respijt.bericht.Proefpost.brief;
import static nl.respijt.bericht.Proefpost.ding;
import static nl.respijt.bericht.Proefpost.nieuw;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.respijt.bericht.Brief.Bijlage;
import nl.respijt.instellingen.Instellingen.Smtp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoPostvakTest {
    private final Proefpost post = new Proefpost();

    @AfterEach
    void sluit() {
        post.close();
    }

    private Postbode postbode(Smtp relay) {
        return new MailFactory().postbode(Proefpost.instelling(Optional.of(relay)), post.jdbi, post.klok);
    }

    @Test
    void what_was_sent_is_read_back_to_the_letter() {
        var ding = ding();
        post.zeg(
                ding,
                bericht -> Optional.of(brief("Zoë Çelik 🌷", "Één plaats – tot dinsdag 👋 فاطمة")
                        .metSlot(List.of("Ça va? Şükran’ın yeri ☕"))
                        .metAfmelden(URI.create("https://respijt.example/uit/1"))
                        .metBijlagen(List.of(new Bijlage(
                                "afspraak – één.ics",
                                "text/calendar; charset=utf-8; method=PUBLISH",
                                "BEGIN:É\r\n".getBytes(StandardCharsets.UTF_8))))));
        post.plaats(nieuw(ding));

        post.demoVerzender().verzendAlles();

        var mail = post.demoPostvak.nieuwste(10).getFirst();
        assertThat(mail.id()).isEqualTo(post.id(ding));
        assertThat(mail.aan()).isEqualTo("fatma@voorbeeld.example");
        assertThat(mail.onderwerp()).isEqualTo("Één plaats – tot dinsdag 👋 فاطمة");
        assertThat(mail.op()).isEqualTo(NU);
        assertThat(mail.tekst()).startsWith("Beste Zoë Çelik 🌷,\n\n").contains("Ça va? Şükran’ın yeri ☕\n");
        assertThat(mail.html())
                .contains("Beste Zoë Çelik 🌷,", "Ça va? Şükran’ın yeri ☕")
                .doesNotContain("\r");
        assertThat(mail.kopregels())
                .containsEntry("Subject", mail.onderwerp())
                .containsEntry("To", "Zoë Çelik 🌷 <fatma@voorbeeld.example>")
                .containsEntry("Auto-Submitted", "auto-generated")
                .containsEntry("List-Unsubscribe", "<https://respijt.example/uit/1>")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        assertThat(mail.bijlagen()).singleElement().satisfies(bijlage -> {
            assertThat(bijlage.naam()).isEqualTo("afspraak – één.ics");
            assertThat(bijlage.type()).startsWith("text/calendar; charset=utf-8; method=PUBLISH");
            assertThat(Base64.getDecoder().decode(bijlage.inhoudBase64()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("BEGIN:É\r\n");
        });
        assertThat(new String(Base64.getDecoder().decode(mail.ruwBase64()), StandardCharsets.UTF_8))
                .contains("Message-ID: <", "multipart/alternative");
    }

    @Test
    void shows_the_newest_first_and_no_more_than_asked() {
        for (var nummer = 1; nummer <= 3; nummer++) {
            var onderwerp = "nummer " + nummer;
            var ding = ding();
            post.zeg(ding, bericht -> Optional.of(brief(onderwerp)));
            post.plaats(nieuw(ding));
            post.demoVerzender().verzendAlles();
            post.later(Duration.ofSeconds(1));
        }

        assertThat(post.demoPostvak.nieuwste(2))
                .extracting(DemoMail::onderwerp)
                .containsExactly("nummer 3", "nummer 2");
    }

    @Test
    void mail_that_the_relay_takes_at_the_second_attempt_is_in_the_mailbox_once() throws Exception {
        try (var server = new NukkigeMailserver()) {
            server.antwoordt("451 later");
            var verzender = post.verzender(postbode(Proefpost.relay(server.poort())));
            post.plaats(nieuw(ding()));
            verzender.verzendAlles();
            server.antwoordt(NukkigeMailserver.GOED);
            post.later(Duration.ofMinutes(1));
            verzender.verzendAlles();

            assertThat(server.ontvangen()).hasSize(1);
            assertThat(post.demoPostvak.nieuwste(10)).hasSize(1);
        }
    }
}
