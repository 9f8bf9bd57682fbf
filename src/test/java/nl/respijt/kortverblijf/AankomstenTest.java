package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks when they can be free for a while finds stays too: of every house the days from which there is a bed. */
@Timeout(300)
final class AankomstenTest {
    private static final int DAGEN = Aankomsten.DAGEN_VOORUIT;

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Klant klant = new Klant(dienst);
    private final LocalDate vandaag = verblijf.vandaag();
    private final LocalDate dag = vandaag.plusDays(40);

    @Test
    void stays_are_found_by_name_and_look_like_any_moment() {
        var huis = verblijf.huis(2);
        verblijf.bevestigd(huis, new Verblijf(dag, dag.plusDays(2)));

        var gevonden = van(huis, "&van=%s&tot=%s".formatted(dag, dag.plusDays(2)));

        assertThat(gevonden).extracting(een -> een.get("vrij")).containsExactly(1, 1, 2);
        assertThat(gevonden.getFirst())
                .containsEntry("soort", "verblijf")
                .containsEntry("wijk", "Oost")
                .containsEntry("datum", dag.toString())
                .containsEntry("dagdeel", "middag")
                .containsEntry("plaatsen", 2)
                .containsEntry("talen", List.of())
                .containsEntry("rolstoeltoegankelijk", true)
                .containsEntry("status", "open")
                .containsEntry("onderVoorbehoud", false);
        assertThat(OffsetDateTime.parse(gevonden.getFirst().get("begin").toString())
                        .toInstant())
                .isEqualTo(gegevens(huis).aankomst(dag).van());
        assertThat(OffsetDateTime.parse(gevonden.getFirst().get("eind").toString())
                        .toInstant())
                .isEqualTo(gegevens(huis).vertrek(dag.plusDays(1)).tot());
        assertThat(klant.haal("/api/v1/momenten?grootte=200").lijst("momenten"))
                .as("what is not booked like the rest comes for who asks for it")
                .noneMatch(moment -> moment.get("soort").equals("verblijf"));
        assertThat(klant.haal("/api/v1/momenten?soort=verblijf&taal=nl").json())
                .as("of no house is known which languages it speaks")
                .containsEntry("totaal", 0);
    }

    @Test
    void one_is_not_booked_but_asked_for() {
        var huis = verblijf.huis(1);
        var moment = van(huis, "&van=%1$s&tot=%1$s".formatted(dag)).getFirst();
        var id = moment.get("id").toString();

        assertThat(klant.haal("/api/v1/momenten/" + id).json()).isEqualTo(moment);
        var geboekt = klant.stuur(
                "/api/v1/boekingen",
                "{\"momentId\":\"%s\",\"naam\":\"Ans\",\"email\":\"ans-%s@proef.example\"}"
                        .formatted(id, UUID.randomUUID()),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(geboekt.status()).isEqualTo(409);
        assertThat(geboekt.probleem()).isEqualTo("verblijf-aanvragen");
        assertThat(klant.haal("/momenten/" + id).kop("Location").orElseThrow()).endsWith("/logeren");
        for (var geen : List.of(huis.huis().id(), UUID.randomUUID())) {
            assertThat(klant.haal("/api/v1/momenten/" + geen).status()).isEqualTo(404);
            assertThat(klant.haal("/momenten/" + geen).status()).isEqualTo(404);
        }
    }

    @Test
    void a_house_is_found_on_its_days_of_arrival_in_its_wijk_and_never_at_once_when_it_takes_nobody_at_once() {
        var donderdag = new Proefverblijf(dienst).huis(1, EnumSet.of(DayOfWeek.THURSDAY), vandaag.plusYears(2));
        var rustig = verblijf.huis(1);
        zetSpoedUit(rustig);

        assertThat(dagen(van(donderdag, "")))
                .isNotEmpty()
                .allMatch(een -> een.getDayOfWeek() == DayOfWeek.THURSDAY)
                .allMatch(een -> !een.isAfter(vandaag.plusDays(DAGEN)));
        assertThat(dagen(van(rustig, ""))).startsWith(vandaag.plusDays(2)).hasSize(DAGEN - 1);
        assertThat(van(rustig, "&wijk=Oost")).hasSize(DAGEN - 1);
        assertThat(van(rustig, "&wijk=West")).isEmpty();
        assertThat(van(rustig, "&dagdeel=avond")).isEmpty();
        assertThat(van(rustig, "&rolstoel=true")).hasSize(DAGEN - 1);
        assertThat(van(rustig, "&van=%s&tot=%s".formatted(vandaag.plusDays(DAGEN + 1L), vandaag.plusDays(DAGEN + 99L))))
                .isEmpty();
    }

    @Test
    void beyond_its_contract_a_stay_is_under_reserve_and_not_free() {
        var huis = new Proefverblijf(dienst).huis(1, EnumSet.allOf(DayOfWeek.class), dag);
        var rond = "&van=%s&tot=%s".formatted(dag.minusDays(1), dag.plusDays(1));

        assertThat(van(huis, rond))
                .extracting(een -> een.get("onderVoorbehoud"))
                .containsExactly(false, false, true);
        assertThat(dagen(van(huis, rond + "&alleenVrij=true"))).containsExactly(dag.minusDays(1), dag);
        dienst.bean(Contracten.class)
                .legVast(huis.aanbieder().id(), Contractdienst.VERBLIJF, dag.plusDays(1), "Brief", "proef");
        assertThat(van(huis, rond + "&alleenVrij=true")).hasSize(3);
    }

    /** By hand: of every day and every bed, whether one of its nights is in the table. */
    @Test
    void what_is_free_is_what_a_count_by_hand_finds_on_random_nights() {
        var toeval = new Random(20261127);
        var huis = verblijf.huis(4);
        zetNachten(huis, 3);
        var bedplan = dienst.bean(Bedplan.class);
        var bezet = new HashSet<String>();
        for (var keer = 0; keer < 90; keer++) {
            var bed = toeval.nextInt(4);
            var van = vandaag.plusDays(toeval.nextInt(DAGEN));
            var nachten = new Verblijf(van, van.plusDays(1 + toeval.nextInt(4)));
            bedplan.blokkeer(UUID.fromString(huis.bed(bed)), nachten, Optional.empty(), huis.aanmelding());
            nachten.nachten().forEach(nacht -> bezet.add(bed + " " + nacht));
        }
        var verwacht = new ArrayList<String>();
        for (var van = vandaag.plusDays(1); !van.isAfter(vandaag.plusDays(DAGEN - 1L)); van = van.plusDays(1)) {
            var vrij = 0;
            for (var bed = 0; bed < 4; bed++) {
                vrij += bezet.contains(bed + " " + van)
                                || bezet.contains(bed + " " + van.plusDays(1))
                                || bezet.contains(bed + " " + van.plusDays(2))
                        ? 0
                        : 1;
            }
            verwacht.add(van + " " + vrij);
        }

        var periode = "&van=%s&tot=%s".formatted(vandaag.plusDays(1), vandaag.plusDays(DAGEN - 1L));
        assertThat(van(huis, periode).stream().map(een -> een.get("datum") + " " + een.get("vrij")))
                .containsExactlyElementsOf(verwacht);
        assertThat(van(huis, periode + "&alleenVrij=true&personen=2").stream()
                        .map(een -> een.get("datum") + " " + een.get("vrij")))
                .containsExactlyElementsOf(verwacht.stream()
                        .filter(een -> een.endsWith(" 2") || een.endsWith(" 3") || een.endsWith(" 4"))
                        .toList());
    }

    @Test
    void among_the_other_moments_they_stand_where_they_begin_on_whatever_page() {
        verblijf.huis(1);
        var vraag = "soort=huis,verblijf&wijk=Oost&inDeBuurt=true&van=%s&tot=%s"
                .formatted(vandaag.plusDays(1), vandaag.plusDays(14));

        var alles = alle(vraag, 200);

        assertThat(alle(vraag, 5)).isEqualTo(alles);
        assertThat(alles).extracting(een -> een.get("soort")).contains("huis", "verblijf");
        assertThat(alles)
                .extracting(een -> OffsetDateTime.parse(een.get("begin").toString()))
                .isSorted();
        assertThat(klant.haal("/api/v1/momenten?grootte=5&pagina=4000&" + vraag).lijst("momenten"))
                .isEmpty();
    }

    private List<Map<String, Object>> van(Huis huis, String wensen) {
        return alle("soort=verblijf" + wensen, 200).stream()
                .filter(een -> een.get("titel").equals(huis.huis().naam()))
                .toList();
    }

    /** Page by page, of so many each. */
    private List<Map<String, Object>> alle(String vraag, int grootte) {
        var gevonden = new ArrayList<Map<String, Object>>();
        var pagina = 0;
        Antwoord blad;
        do {
            pagina++;
            blad = klant.haal("/api/v1/momenten?%s&grootte=%d&pagina=%d".formatted(vraag, grootte, pagina));
            gevonden.addAll(blad.lijst("momenten"));
        } while (pagina * grootte < (int) blad.json().get("totaal"));
        assertThat(gevonden).hasSize((int) blad.json().get("totaal"));
        return gevonden;
    }

    private static List<LocalDate> dagen(List<Map<String, Object>> momenten) {
        return momenten.stream()
                .map(een -> LocalDate.parse(een.get("datum").toString()))
                .toList();
    }

    private Huisgegevens gegevens(Huis huis) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> dienst.bean(HuisgegevensRepository.class)
                        .van(handle, huis.huis().id()));
    }

    private void zetSpoedUit(Huis huis) {
        zet(huis, "spoed = false");
    }

    private void zetNachten(Huis huis, int minimaal) {
        zet(huis, "minimaal_nachten = " + minimaal);
    }

    private void zet(Huis huis, String wat) {
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update huisregels set " + wat + " where logeerhuis_id = ?",
                        huis.huis().id()));
    }
}
