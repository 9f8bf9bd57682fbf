package nl.respijt.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.respijt.instellingen.Instellingen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaAdresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agenda/.ics",
                "/agenda/a/b.ics",
                "/agenda/a.ics/",
                "/agenda/a",
                "/agenda/a%2Fb.ics",
                "/agenda/%61.ics",
                "/agenda/.a.ics",
                "/agenda/a b.ics",
                "/agenda.ics",
                "/agenda/a.ICS"
            })
    void a_path_that_is_not_exactly_one_key_opens_nothing(String pad) {
        assertThat(AgendaPad.sleutel(pad)).isEmpty();
    }

    @Test
    void a_key_is_what_stands_between_folder_and_ending() {
        assertThat(AgendaPad.sleutel("/agenda/huis-hoograven.ics")).contains("huis-hoograven");
        assertThat(AgendaPad.sleutel("/agenda/" + "a".repeat(201) + ".ics")).isEmpty();
    }

    @Test
    void no_line_of_a_log_shows_a_key() {
        assertThat(AgendaPad.gemaskeerd("\"GET /agenda/geheim-1_2.ics?x=1 HTTP/1.1\" 200"))
                .isEqualTo("\"GET /agenda/***?x=1 HTTP/1.1\" 200");
        assertThat(AgendaPad.gemaskeerd("/agenda/a%2Fb.ics/ and /agenda/c.ics"))
                .isEqualTo("/agenda/*** and /agenda/***");
        assertThat(AgendaPad.gemaskeerd("/huis/hoograven")).isEqualTo("/huis/hoograven");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|GZIP",
                "deflate, GZIP;q=0.5, br|GZIP",
                "x-gzip|GZIP",
                "*|GZIP",
                "''|GEWOON",
                "identity|GEWOON",
                "gzip;q=0|GEWOON",
                "gzip; q=0.000, *|GEWOON",
                "*;q=0|GEWOON",
                "deflate|GEWOON"
            })
    void gzip_is_sent_to_whom_accepts_it(String kop, Codering codering) {
        assertThat(Codering.voor(List.of(kop))).isEqualTo(codering);
    }

    @ParameterizedTest
    @CsvSource({
        "Huis Hoograven,huis-hoograven.ics",
        "'Één dag; \"x\"\r\n',een-dag-x.ics",
        "صباح,agenda.ics",
        "../../etc,etc.ics"
    })
    void a_file_name_is_plain(String naam, String bestand) {
        assertThat(Feed.bestandsnaam(naam)).isEqualTo(bestand);
    }

    @Test
    void settings_come_with_a_bare_address_or_with_a_name() {
        assertThat(instelling("Respijt Utrecht <agenda@respijt.example>")).isEqualTo(AgendaVoorbeeld.INSTELLING);
        assertThat(instelling("respijt@localhost").organisatorEmail()).isEqualTo("respijt@localhost");
        assertThatThrownBy(() -> instelling("a@b\r\nX:y")).hasMessageContaining("no bare address");
    }

    @Test
    void an_address_is_the_base_with_the_key() {
        assertThat(AgendaVoorbeeld.INSTELLING.adres("abc")).hasToString("https://respijt.example/agenda/abc.ics");
    }

    private static AgendaInstelling instelling(String afzender) {
        var omgeving = Map.of("RESPIJT_BASE_URL", "https://respijt.example", "RESPIJT_MAIL_FROM", afzender);
        return new AgendaInstellingFactory().instelling(Instellingen.lees(List.of(), omgeving));
    }
}
