package nl.respijt.instellingen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InstellingenTest {
    @TempDir
    private Path map;

    @Test
    void demo_needs_no_setting_at_all() {
        var instellingen = Instellingen.lees(List.of(), Map.of());

        assertThat(instellingen.demo()).isTrue();
        assertThat(instellingen.poort()).isEqualTo(8080);
        assertThat(instellingen.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(instellingen.telefoon()).isEqualTo("030 000 00 00");
        assertThat(instellingen.databank()).isEmpty();
        assertThat(instellingen.smtp()).isEmpty();
    }

    @Test
    void base_url_of_the_demo_follows_the_port() {
        var instellingen = Instellingen.lees(List.of("--port", "9090", "--data", "elders"), Map.of());

        assertThat(instellingen.baseUrl()).isEqualTo(URI.create("http://localhost:9090"));
        assertThat(instellingen.data()).isEqualTo(Path.of("elders"));
    }

    @Test
    void production_names_everything_it_misses_in_one_line() {
        assertThatThrownBy(() -> Instellingen.lees(List.of("--productie"), Map.of()))
                .isInstanceOf(StartFout.class)
                .hasMessageContainingAll(
                        "RESPIJT_SMTP_HOST",
                        "RESPIJT_KEYS_FILE",
                        "RESPIJT_BASE_URL",
                        "RESPIJT_TELEFOON",
                        "RESPIJT_OIDC_ISSUER, RESPIJT_OIDC_CLIENT_ID, RESPIJT_OIDC_CLIENT_SECRET")
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESPIJT_SMTP_HOST",
                "RESPIJT_KEYS_FILE",
                "RESPIJT_BASE_URL",
                "RESPIJT_TELEFOON",
                "RESPIJT_OIDC_ISSUER",
                "RESPIJT_OIDC_CLIENT_ID",
                "RESPIJT_OIDC_CLIENT_SECRET"
            })
    void production_does_not_start_without(String naam) throws IOException {
        var omgeving = productie();
        omgeving.put(naam, "  ");

        assertThatThrownBy(() -> Instellingen.lees(List.of("--productie"), omgeving))
                .isInstanceOf(StartFout.class)
                .hasMessageEndingWith("ontbreken deze instellingen: " + naam);
    }

    @Test
    void production_with_everything_starts() throws IOException {
        var instellingen = Instellingen.lees(List.of("--productie"), productie());

        assertThat(instellingen.demo()).isFalse();
        assertThat(instellingen.baseUrl()).isEqualTo(URI.create("https://respijt.example"));
        assertThat(instellingen.afzender()).isEqualTo("respijt@respijt.example");
    }

    @ParameterizedTest
    @CsvSource({
        "RESPIJT_BASE_URL, respijt.example",
        "RESPIJT_BASE_URL, ftp://respijt.example",
        "RESPIJT_DB_URL, postgres://localhost/respijt",
        "RESPIJT_DB_PASSWORD_FILE, /bestaat/niet",
        "RESPIJT_OIDC_ISSUER, nergens",
        "RESPIJT_OIDC_ISSUER, http://inloggen.example",
    })
    void names_a_setting_that_is_wrong(String naam, String waarde) {
        var omgeving = new HashMap<>(Map.of("RESPIJT_DB_URL", "jdbc:postgresql://localhost/respijt"));
        omgeving.put("RESPIJT_OIDC_CLIENT_ID", "respijt");
        omgeving.put("RESPIJT_OIDC_CLIENT_SECRET", "x");
        omgeving.put(naam, waarde);

        assertThatThrownBy(() -> Instellingen.lees(List.of(), omgeving))
                .isInstanceOf(StartFout.class)
                .hasMessageContaining(naam)
                .hasMessageNotContaining("ontbreken");
    }

    @Test
    void answers_arrive_at_the_address_mail_comes_from_unless_another_is_named() {
        var omgeving = new HashMap<>(Map.of(
                "RESPIJT_IMAP_HOST", "imap.example",
                "RESPIJT_IMAP_USER", "rooster",
                "RESPIJT_IMAP_PASSWORD", "x",
                "RESPIJT_MAIL_FROM", "Respijt <post@respijt.example>"));

        var imap = Instellingen.lees(List.of(), omgeving).imap().orElseThrow();
        assertThat(imap.antwoordAdres()).isEqualTo("post@respijt.example");
        assertThat(imap.poort()).isEqualTo(993);
        assertThat(imap.tls()).isTrue();

        omgeving.put("RESPIJT_ANTWOORD_ADRES", "rooster@respijt.example");
        omgeving.put("RESPIJT_IMAP_TLS", "nee");
        var ander = Instellingen.lees(List.of(), omgeving).imap().orElseThrow();
        assertThat(ander.antwoordAdres()).isEqualTo("rooster@respijt.example");
        assertThat(ander.poort()).isEqualTo(143);
        assertThat(Instellingen.lees(List.of(), Map.of()).imap()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESPIJT_ANTWOORD_ADRES, rooster",
        "RESPIJT_ANTWOORD_ADRES, rooster+diensten@respijt.example",
        "RESPIJT_ANTWOORD_ADRES, een-veel-te-lang-eerste-deel@respijt.example",
        "RESPIJT_IMAP_TLS, misschien",
        "RESPIJT_IMAP_PORT, imap",
        "RESPIJT_IMAP_USER, ''",
        "RESPIJT_IMAP_PASSWORD, ''",
    })
    void a_mailbox_that_cannot_be_read_is_named(String naam, String waarde) {
        var omgeving = new HashMap<>(Map.of(
                "RESPIJT_IMAP_HOST", "imap.example", "RESPIJT_IMAP_USER", "rooster", "RESPIJT_IMAP_PASSWORD", "x"));
        omgeving.put(naam, waarde);

        assertThatThrownBy(() -> Instellingen.lees(List.of(), omgeving))
                .isInstanceOf(StartFout.class)
                .hasMessageContaining(naam);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "acht", "-1", ""})
    void refuses_what_is_no_port(String poort) {
        assertThatThrownBy(() -> Instellingen.lees(List.of("--port", poort), Map.of()))
                .isInstanceOf(StartFout.class)
                .hasMessageContaining("--port");
    }

    @Test
    void refuses_an_argument_it_does_not_know() {
        assertThatThrownBy(() -> Instellingen.lees(List.of("--prot", "1"), Map.of()))
                .isInstanceOf(StartFout.class)
                .hasMessageContainingAll("--prot", "gebruik");
    }

    @Test
    void reads_a_secret_from_its_file_and_never_shows_it() throws IOException {
        var bestand = Files.writeString(map.resolve("wachtwoord"), "hoogGeheim\n");
        var omgeving = Map.of(
                "RESPIJT_DB_URL", "jdbc:postgresql://db/respijt",
                "RESPIJT_DB_PASSWORD_FILE", bestand.toString(),
                "RESPIJT_SMTP_HOST", "relay",
                "RESPIJT_SMTP_USER", "respijt",
                "RESPIJT_SMTP_PASSWORD", "ookGeheim");

        var instellingen = Instellingen.lees(List.of(), omgeving);

        assertThat(instellingen.databank().orElseThrow().dienst().wachtwoord().waarde())
                .isEqualTo("hoogGeheim");
        assertThat(instellingen.toString()).doesNotContainIgnoringCase("geheim");
    }

    @Test
    void a_server_has_an_owner_of_the_tables_only_when_one_is_named() {
        var zonder = Map.of("RESPIJT_DB_URL", "jdbc:postgresql://db/respijt", "RESPIJT_DB_USER", "dienst");
        var met = new HashMap<>(zonder);
        met.putAll(Map.of("RESPIJT_DB_EIGENAAR", "eigenaar", "RESPIJT_DB_EIGENAAR_PASSWORD", "hoogGeheim"));

        assertThat(Instellingen.lees(List.of(), zonder).databank().orElseThrow().eigenaar())
                .isEmpty();
        var databank = Instellingen.lees(List.of(), met).databank().orElseThrow();
        assertThat(databank.dienst().gebruiker()).isEqualTo("dienst");
        assertThat(databank.eigenaar()).hasValueSatisfying(eigenaar -> {
            assertThat(eigenaar.gebruiker()).isEqualTo("eigenaar");
            assertThat(eigenaar.wachtwoord().waarde()).isEqualTo("hoogGeheim");
        });
        assertThat(databank.toString()).doesNotContainIgnoringCase("geheim");
    }

    @Test
    void refuses_a_secret_that_is_given_twice() throws IOException {
        var bestand = Files.writeString(map.resolve("wachtwoord"), "een");
        var omgeving = Map.of(
                "RESPIJT_DB_URL", "jdbc:postgresql://db/respijt",
                "RESPIJT_DB_PASSWORD", "twee",
                "RESPIJT_DB_PASSWORD_FILE", bestand.toString());

        assertThatThrownBy(() -> Instellingen.lees(List.of(), omgeving))
                .isInstanceOf(StartFout.class)
                .hasMessageContaining("kies er een");
    }

    private static Map<String, String> zaken() {
        return new HashMap<>(
                Map.of(
                        "RESPIJT_ZAKEN_URL", "https://zaken.example/api/v1/",
                        "RESPIJT_ZAKEN_CLIENT_ID", "respijt",
                        "RESPIJT_ZAKEN_SECRET", "een-geheim-van-meer-dan-32-tekens-lang",
                        "RESPIJT_ZAKEN_RSIN", "002220647",
                        "RESPIJT_ZAKEN_ZAAKTYPE", "https://catalogi.example/zaaktypen/1",
                        "RESPIJT_ZAKEN_ROLTYPE", "https://catalogi.example/roltypen/1",
                        "RESPIJT_ZAKEN_STATUSTYPEN",
                                "ingediend=https://catalogi.example/statustypen/1, bevestigd=https://catalogi.example/statustypen/2"));
    }

    @Test
    void the_gemeente_is_told_of_stays_only_where_it_said_where() {
        var zaken = Instellingen.lees(List.of(), zaken()).zaken().orElseThrow();

        assertThat(zaken.url()).isEqualTo(URI.create("https://zaken.example/api/v1"));
        assertThat(zaken.statustypen())
                .containsEntry("ingediend", URI.create("https://catalogi.example/statustypen/1"))
                .containsEntry("bevestigd", URI.create("https://catalogi.example/statustypen/2"))
                .hasSize(2);
        assertThat(zaken.toString()).doesNotContain("een-geheim");
        assertThat(Instellingen.lees(List.of(), Map.of()).zaken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RESPIJT_ZAKEN_URL, http://zaken.example/api/v1, https",
        "RESPIJT_ZAKEN_CLIENT_ID, '', ontbreken",
        "RESPIJT_ZAKEN_SECRET, '', ontbreken",
        "RESPIJT_ZAKEN_SECRET, te-kort, korter",
        "RESPIJT_ZAKEN_RSIN, 002220648, RSIN",
        "RESPIJT_ZAKEN_RSIN, 2220647, RSIN",
        "RESPIJT_ZAKEN_RSIN, '', ontbreken",
        "RESPIJT_ZAKEN_ZAAKTYPE, '', ontbreken",
        "RESPIJT_ZAKEN_ROLTYPE, initiator, webadres",
        "RESPIJT_ZAKEN_STATUSTYPEN, '', ontbreken",
        "RESPIJT_ZAKEN_STATUSTYPEN, ingediend, stap=webadres",
        "RESPIJT_ZAKEN_STATUSTYPEN, 'ingediend=https://a.example/1,ingediend=https://a.example/2', twee keer",
    })
    void what_is_wrong_with_where_zaken_are_is_named_in_one_line(String naam, String waarde, String wat) {
        var omgeving = zaken();
        omgeving.put(naam, waarde);

        assertThatThrownBy(() -> Instellingen.lees(List.of(), omgeving))
                .isInstanceOf(StartFout.class)
                .hasMessageContainingAll(naam, wat)
                .hasMessageNotContaining("te-kort")
                .message()
                .hasLineCount(1);
    }

    @Test
    void takes_along_how_long_things_are_kept() {
        var omgeving = Map.of("RESPIJT_BEWAAR_BERICHTEN", " 6 maanden ", "RESPIJT_BEWAAR_SESSIES", "", "PATH", "/bin");

        assertThat(Instellingen.lees(List.of(), omgeving).bewaartermijnen())
                .containsExactly(Map.entry("RESPIJT_BEWAAR_BERICHTEN", "6 maanden"));
    }

    private Map<String, String> productie() throws IOException {
        var sleutels = Files.writeString(map.resolve("sleutels.json"), "{}");
        return new HashMap<>(Map.of(
                "RESPIJT_SMTP_HOST", "relay",
                "RESPIJT_KEYS_FILE", sleutels.toString(),
                "RESPIJT_BASE_URL", "https://respijt.example/",
                "RESPIJT_TELEFOON", "030 123 45 67",
                "RESPIJT_OIDC_ISSUER", "https://inloggen.example/medewerkers/",
                "RESPIJT_OIDC_CLIENT_ID", "respijt",
                "RESPIJT_OIDC_CLIENT_SECRET", "x"));
    }

    /** A token names its issuer sign by sign, a slash at the end included. */
    @Test
    void the_issuer_stays_as_it_was_written() throws IOException {
        var omgeving = productie();
        omgeving.put("RESPIJT_OIDC_ACR", " 2, 3 ,");

        var oidc = Instellingen.lees(List.of("--productie"), omgeving).oidc().orElseThrow();

        assertThat(oidc.issuer()).isEqualTo("https://inloggen.example/medewerkers/");
        assertThat(oidc.audience()).isEqualTo("respijt");
        assertThat(oidc.acr()).containsExactly("2", "3");
        assertThat(oidc.beheerder()).isEmpty();
    }

    @Test
    void an_issuer_on_this_machine_needs_no_https() {
        var omgeving = Map.of(
                "RESPIJT_OIDC_ISSUER", "http://localhost:8081/realms/respijt",
                "RESPIJT_OIDC_CLIENT_ID", "respijt",
                "RESPIJT_OIDC_CLIENT_SECRET", "x");

        assertThat(Instellingen.lees(List.of(), omgeving).oidc()).isPresent();
    }
}
