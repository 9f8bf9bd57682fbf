package nl.respijt.boeking;

import static nl.respijt.boeking.Proefwens.voor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Klant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a full house to a place, on a phone and without a login. */
class WachtlijstPaginasTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final BoekingService boekingen = dienst.bean(BoekingService.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);
    private final BoekingSleutels sleutels = dienst.bean(BoekingSleutels.class);

    @AfterEach
    void taken_places_are_those_of_bookings_and_offers() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void who_comes_too_late_waits_sees_how_far_they_are_and_takes_the_place() {
        var moment = Proefmoment.in(dienst).publiceer();
        var geboekt = ((Geboekt) boekingen.boek(voor(moment).verzoek())).id();
        var klant = new Klant(dienst);
        var pad = "/momenten/" + moment.id().waarde();
        assertThat(klant.haal(pad).tekst()).contains("Wilt u op de wachtlijst?");

        var gezet = stuur(klant, pad + "/wachtlijst", formulier());
        var plek = gezet.kop("Location").orElseThrow();
        assertThat(klant.haal(plek).tekst())
                .contains("U staat op de wachtlijst", "U bent als eerste aan de beurt.", "Haal mij van de wachtlijst");

        beheer.annuleer(geboekt, "mantelzorger");
        var eigen = plek.replaceAll("\\?.*", "");
        assertThat(klant.haal(eigen).tekst()).contains("Er is een plek voor u", "Ja, ik neem de plek");
        var genomen =
                stuur(klant, eigen + "/aanvaarding", Map.of()).kop("Location").orElseThrow();
        assertThat(klant.haal(genomen).tekst()).contains("Uw afspraak staat vast");
        assertThat(klant.haal(eigen).kop("Location").orElseThrow()).startsWith("/afspraak/");
    }

    @Test
    void who_said_no_or_chose_too_late_is_told_what_they_can_do_and_nothing_of_others_who_may_not_be_there() {
        for (var teLaat : List.of(true, false)) {
            var moment = Proefmoment.in(dienst).publiceer();
            var geboekt = ((Geboekt) boekingen.boek(voor(moment).verzoek())).id();
            var klant = new Klant(dienst);
            var plek = stuur(klant, "/momenten/" + moment.id().waarde() + "/wachtlijst", formulier())
                    .kop("Location")
                    .orElseThrow()
                    .replaceAll("\\?.*", "");
            beheer.annuleer(geboekt, "mantelzorger");
            assertThat(klant.haal(plek).tekst()).doesNotContain("volgende", "iemand anders", "geef de plek door");

            if (teLaat) {
                laatVerlopen(moment);
            } else {
                stuur(klant, plek + "/afwijzing", Map.of());
            }

            assertThat(klant.haal(plek).tekst())
                    .contains("We houden de plek niet meer voor u vrij", "zoek een ander moment")
                    .contains("Zet mij weer op de wachtlijst", "Kijk wat er wel kan")
                    .doesNotContain("volgende", "iemand anders");
        }
    }

    @Test
    void somebody_who_lost_the_last_place_waits_with_what_they_typed() {
        var moment = Proefmoment.in(dienst).publiceer();
        boekingen.boek(voor(moment).verzoek());
        var velden = formulier();
        velden.put("momentId", moment.id().waarde().toString());

        var vol = stuur(new Klant(dienst), "/boekingen", velden);

        assertThat(vol.status()).isEqualTo(409);
        assertThat(vol.tekst())
                .contains("action=\"/momenten/" + moment.id().waarde() + "/wachtlijst\"")
                .contains("value=\"" + velden.get("email") + "\"");
    }

    @Test
    void an_empty_form_says_what_is_missing_and_a_moment_with_room_is_booked() {
        var vol = Proefmoment.in(dienst).publiceer();
        boekingen.boek(voor(vol).verzoek());
        var klant = new Klant(dienst);
        var leeg = stuur(
                klant,
                "/momenten/" + vol.id().waarde() + "/wachtlijst",
                Map.of("sleutel", UUID.randomUUID().toString()));
        assertThat(leeg.status()).isEqualTo(422);
        assertThat(leeg.tekst()).contains("Vul uw naam in", "id=\"email-fout\"");

        var ruim = Proefmoment.in(dienst).met(2).publiceer();
        assertThat(klant.haal("/momenten/" + ruim.id().waarde() + "/wachtlijst").status())
                .isEqualTo(303);
        assertThat(stuur(klant, "/momenten/" + ruim.id().waarde() + "/wachtlijst", formulier())
                        .tekst())
                .contains("Er is nu plek.");
    }

    @Test
    void a_key_of_nothing_is_an_address_that_does_not_exist() {
        assertThat(new Klant(dienst)
                        .haal("/wachtplek/" + sleutels.beheersleutel(new BoekingId(UUID.randomUUID())))
                        .status())
                .isEqualTo(404);
    }

    private void laatVerlopen(Moment moment) {
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update wachtplek set aangeboden_tot = ? where ding_id = ? and status = 'aangeboden'",
                        dienst.bean(Klok.class).instant().minusSeconds(60),
                        moment.id().waarde()));
        dienst.bean(Wachtlijst.class).laatVerlopen();
    }

    private static Klant.Antwoord stuur(Klant klant, String pad, Map<String, String> velden) {
        return klant.formulier(
                pad,
                velden.entrySet().stream()
                        .map(veld -> veld.getKey() + "=" + Klant.gecodeerd(veld.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static Map<String, String> formulier() {
        return new HashMap<>(Map.of(
                "sleutel",
                UUID.randomUUID().toString(),
                "naam",
                "Ans",
                "email",
                Proefwens.nieuwAdres(),
                "personen",
                "1"));
    }
}
