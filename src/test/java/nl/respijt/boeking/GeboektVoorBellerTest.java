package nl.respijt.boeking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.junit.jupiter.api.Test;

/** What the makelaar sees with somebody on the line, and the letter for who has no mail. */
class GeboektVoorBellerTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant makelaar = new Klant(dienst).als("makelaar");
    private final Moment moment = Proefmoment.in(dienst).met(3).publiceer();

    @Test
    void with_mail_the_makelaar_hears_where_it_goes_and_what_to_say() {
        var adres = Proefwens.nieuwAdres();

        var pagina = makelaar.haal(boek(makelaar, "&email=" + Klant.gecodeerd(adres)));

        assertThat(pagina.tekst())
                .contains("De afspraak staat vast", "Er gaat een bevestiging naar", adres)
                .contains("Dit zegt u tegen de beller", "U krijgt een e-mail.")
                .contains("href=\"/makelaar/week?week=")
                .doesNotContain("Uw afspraak staat vast", "Zet in mijn agenda", "Bewaar deze pagina");
    }

    @Test
    void without_mail_the_code_is_said_and_the_caller_hears_how_to_reach_us() {
        var nummer = Proefwens.nieuwNummer();

        var pagina = makelaar.haal(boek(makelaar, "&iemandMee=ja&telefoon=" + nummer));

        assertThat(pagina.tekst())
                .contains("Er is geen e-mailadres.", "/brief\">Druk een brief af")
                .contains("Bel ons dan: 030 000 00 00", "wie er met u meegaat")
                .contains(ContactLezer.leesbaar(ContactLezer.telefoon(nummer).orElseThrow()))
                .doesNotContain("Er gaat een bevestiging naar", "Bewaar deze pagina");
    }

    @Test
    void a_carer_still_reads_about_their_own_appointment() {
        var ans = new Klant(dienst);

        var pagina = ans.haal(boek(ans, "&email=" + Klant.gecodeerd(Proefwens.nieuwAdres())));

        assertThat(pagina.tekst()).contains("Uw afspraak staat vast").doesNotContain("beller");
    }

    @Test
    void the_letter_has_a_date_a_name_for_the_window_a_signature_and_the_code() {
        var pad = boek(makelaar, "&telefoon=" + Proefwens.nieuwNummer()).replaceFirst("\\?.*", "");

        var brief = makelaar.haal(pad + "/brief");

        assertThat(brief.tekst())
                .containsPattern("r-brief__adres\"><p><bdi>Ria Bel</bdi>")
                .containsPattern("r-brief__datum\"><bdi>Utrecht</bdi>, <bdi>\\d{1,2} [a-z]+ 20\\d\\d<")
                .containsPattern("r-brief__handtekening\"><bdi>Voorbeeld Makelaar</bdi><br>mantelzorgmakelaar<")
                .containsPattern("r-code\" dir=\"ltr\">RSP-")
                .contains("030 000 00 00", "<svg");
    }

    @Test
    void the_letter_is_in_the_language_the_makelaar_chose_for_the_caller() {
        var pad = boek(makelaar, "&taal=ar&telefoon=" + Proefwens.nieuwNummer()).replaceFirst("\\?.*", "");

        var brief = makelaar.haal(pad + "/brief");

        assertThat(brief.tekst())
                .contains("<html lang=\"nl\" dir=\"ltr\"", "Druk deze brief af")
                .contains("<article class=\"r-brief\" lang=\"ar\" dir=\"rtl\">")
                .contains(Teksten.in(Taal.AR).van("brief.inleiding"))
                .doesNotContain("Hartelijke groet");
    }

    @Test
    void who_calls_reads_dutch_and_which_language_the_caller_reads() {
        boek(makelaar, "&taal=tr&iemandMee=ja&telefoon=" + Proefwens.nieuwNummer());

        assertThat(makelaar.haal("/makelaar/belijst").tekst())
                .contains("Spreek af wie er meegaat.")
                .containsPattern("<dt>Taal</dt><dd>Turks</dd>");
    }

    @Test
    void there_is_no_letter_about_what_was_cancelled() {
        var pad = boek(makelaar, "&telefoon=" + Proefwens.nieuwNummer()).replaceFirst("\\?.*", "");
        makelaar.formulier(pad + "/afzeggen", "");

        var brief = makelaar.haal(pad + "/brief");

        assertThat(brief.status()).isEqualTo(303);
    }

    private String boek(Klant wie, String meer) {
        var antwoord = antwoord(wie, meer);
        assertThat(antwoord.status()).as(antwoord.tekst()).isEqualTo(303);
        return antwoord.kop("Location").orElseThrow();
    }

    private Antwoord antwoord(Klant wie, String meer) {
        return wie.formulier(
                "/boekingen",
                "sleutel=%s&momentId=%s&naam=Ria+Bel&personen=1%s"
                        .formatted(UUID.randomUUID(), moment.id().waarde(), meer));
    }
}
