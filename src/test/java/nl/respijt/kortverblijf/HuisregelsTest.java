package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Huisregelbeheer.Versie;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A house changes whom it takes from a day on; what it offered before keeps the rules of then. */
@Timeout(300)
final class HuisregelsTest {
    private static final String ALLES = "leeftijd-65%2B=ja&mobiliteit-zelf=ja&nachtzorg-geen=ja&medicatie-zelf=ja"
            + "&onrust-geen=ja&dementie-nee=ja&dag-1=ja&dag-5=ja&minimaal=2&maximaal=9&proefnacht=ja";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final LocalDate vandaag = verblijf.vandaag();

    @Test
    void new_rules_begin_on_their_day_and_the_old_ones_end_on_it() {
        var huis = verblijf.huis(1);
        var straks = vandaag.plusDays(10);

        assertThat(wijzig(huis, ALLES, straks).status()).isEqualTo(303);

        assertThat(pagina(huis)).contains("Versie 2", "Geldt straks", "Versie 1", "Geldt nu", "2 tot en met 9");
        assertThat(versies(huis)).hasSize(2).first().satisfies(versie -> {
            assertThat(versie.vanaf()).isEqualTo(straks);
            assertThat(versie.regels().maximaalNachten()).isEqualTo(9);
            assertThat(versie.regels().spoed()).isFalse();
        });
        assertThat(versies(huis).getLast().tot()).contains(straks);
        assertThat(wijzig(huis, ALLES, straks).status()).as("twice is once").isEqualTo(303);
        assertThat(versies(huis)).hasSize(2);
    }

    @Test
    void a_version_that_does_not_hold_yet_is_taken_back_and_one_that_holds_is_not() {
        var huis = verblijf.huis(1);
        wijzig(huis, ALLES, vandaag.plusDays(10));

        assertThat(trekIn(huis).kop("Location").orElseThrow()).endsWith("klaar=ingetrokken");
        assertThat(trekIn(huis).kop("Location").orElseThrow()).endsWith("klaar=te-laat");

        assertThat(versies(huis))
                .singleElement()
                .satisfies(versie -> assertThat(versie.tot()).isEmpty());
    }

    @Test
    void every_fault_is_named_and_what_was_ticked_stays_so() {
        var huis = verblijf.huis(1);

        var leeg = wijzig(huis, ALLES.replace("&onrust-geen=ja", ""), vandaag.plusDays(10));

        assertThat(leeg.status()).isEqualTo(422);
        assertThat(leeg.tekst()).contains("Kies ten minste een antwoord", "value=\"9\"");
        assertThat(leeg.tekst())
                .containsPattern("name=\"dag-5\" value=\"ja\" checked")
                .doesNotContainPattern("name=\"dag-2\" value=\"ja\" checked");
        assertThat(wijzig(huis, ALLES.replace("maximaal=9", "maximaal=1"), vandaag.plusDays(10))
                        .tekst())
                .contains("De meeste nachten zijn niet minder dan de minste");
        assertThat(wijzig(huis, ALLES, vandaag.minusDays(1)).tekst()).contains("Deze dag is al voorbij");
        var zelfdeDag = wijzig(huis, ALLES, vandaag);
        assertThat(zelfdeDag.status()).isEqualTo(409);
        assertThat(zelfdeDag.tekst()).contains("Er is al een versie vanaf");
    }

    @Test
    void rules_belong_to_their_house_and_the_desk_only_reads() {
        var huis = verblijf.huis(1);
        var ander = verblijf.huis(1);
        var makelaar = verblijf.makelaar();

        assertThat(formulier(
                                verblijf.als(ander),
                                "/huisregels",
                                ALLES
                                        + "&vanaf=%s&huis=%s"
                                                .formatted(
                                                        vandaag.plusDays(3),
                                                        huis.huis().id()))
                        .status())
                .isEqualTo(404);
        assertThat(makelaar.haal("/huisregels").tekst())
                .contains(huis.huis().naam())
                .doesNotContain("<form method=\"post\" action=\"/huisregels");
        assertThat(formulier(makelaar, "/huisregels", ALLES).status()).isEqualTo(404);
        assertThat(versies(huis)).hasSize(1);
    }

    @Test
    void an_offer_keeps_the_rules_it_was_made_under() {
        var huis = verblijf.huis(1);
        var van = vandaag.plusDays(30);
        var antwoord = new Klant(dienst)
                .stuur(
                        "/api/v1/aanmeldingen",
                        Proefverblijf.intake(van, van.plusDays(3)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        var gast = UUID.fromString(antwoord.json().get("id").toString());
        dienst.bean(Aanbiedingen.class).bied(gast, "P00", new Verblijf(van, van.plusDays(3)), huis.aanmelding());

        wijzig(huis, ALLES, vandaag.plusDays(1));

        assertThat(dienst.bean(Aanmeldingen.class).aanbiedingen(gast))
                .singleElement()
                .satisfies(bod -> assertThat(bod.regelversie()).isEqualTo(1));
        assertThat(verblijf.als(huis).haal("/aanmeldingen/" + gast).tekst())
                .contains("Volgens versie 1 van de huisregels");
    }

    private List<Versie> versies(Huis huis) {
        return dienst.bean(Huisregelbeheer.class)
                .van(huis.aanmelding())
                .getFirst()
                .versies();
    }

    private String pagina(Huis huis) {
        return verblijf.als(huis).haal("/huisregels").tekst();
    }

    private Antwoord wijzig(Huis huis, String velden, LocalDate vanaf) {
        return formulier(
                verblijf.als(huis),
                "/huisregels",
                velden + "&vanaf=%s&huis=%s".formatted(vanaf, huis.huis().id()));
    }

    private Antwoord trekIn(Huis huis) {
        return formulier(
                verblijf.als(huis),
                "/huisregels/intrekking",
                "huis=" + huis.huis().id());
    }

    private static Antwoord formulier(Klant wie, String pad, String velden) {
        return wie.formulier(pad, velden + "&csrf=" + Proefverblijf.csrf(wie));
    }
}
