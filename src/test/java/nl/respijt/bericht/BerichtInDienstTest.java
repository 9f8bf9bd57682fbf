package nl.respijt.bericht;

import static nl.respijt.bericht.Proefpost.ding;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Klant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The parts in the running service: started with it, and in the shape of the contract. */
@Timeout(60)
class BerichtInDienstTest {
    /** Not the shared one: the worker sends twenty a second, and what other tests had sent stands in the queue there. */
    @AutoClose
    private static final Proefdienst DIENST = Proefdienst.start();

    @Test
    void the_worker_of_the_service_takes_what_is_placed_and_the_makelaar_sees_what_failed() throws Exception {
        var ding = ding();
        var nu = DIENST.bean(Klok.class).instant();
        var nieuw = new NieuwBericht("zonder-maker", Kanaal.MAIL, ding, 1, "makelaar", Map.of(), nu);

        DIENST.bean(Jdbi.class)
                .useTransaction(handle -> DIENST.bean(Postvak.class).plaats(handle, List.of(nieuw), nu));

        var belijst = DIENST.bean(Belijst.class);
        for (var i = 0;
                i < 100
                        && belijst.mislukt().stream()
                                .noneMatch(bericht -> bericht.dingId().equals(ding));
                i++) {
            Thread.sleep(50);
        }
        assertThat(belijst.mislukt()).extracting(Bericht::dingId).contains(ding);
        var bellijst = new Klant(DIENST).als("makelaar").haal("/makelaar/belijst");
        assertThat(bellijst.status()).isEqualTo(200);
        assertThat(bellijst.tekst()).contains("Een ander bericht", "Dit soort bericht kennen wij niet meer.");
    }

    @Test
    void all_due_work_can_be_done_at_once() {
        DIENST.bean(Planning.class).voerAllesUit();
    }

    @Test
    void a_mail_of_the_demo_is_written_as_the_contract_says() throws IOException {
        var mail = new DemoMail(
                UUID.fromString("01a2076b-4400-7037-8da0-261584683b73"),
                "a@voorbeeld.example",
                "Dinsdag",
                "tekst",
                "<p>",
                Map.of("Subject", "Dinsdag"),
                List.of(new DemoMail.Bijlage("a.ics", "text/calendar", "QQ==")),
                "Qg==",
                Instant.parse("2026-11-23T08:00:00Z"));

        assertThat(DIENST.bean(JsonMapper.class).writeValueAsString(mail)).isEqualTo("""
                {"id":"01a2076b-4400-7037-8da0-261584683b73","aan":"a@voorbeeld.example","onderwerp":"Dinsdag",\
                "tekst":"tekst","html":"<p>","kopregels":{"Subject":"Dinsdag"},\
                "bijlagen":[{"naam":"a.ics","type":"text/calendar","inhoudBase64":"QQ=="}],\
                "ruwBase64":"Qg==","op":"2026-11-23T08:00:00Z"}""");
    }
}
