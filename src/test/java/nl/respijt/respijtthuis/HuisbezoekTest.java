package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.kluis.Kluis;
import nl.respijt.toegang.Accounts;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import nl.respijt.web.Toeval;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody takes over at home: asked for like any moment, with where and for whom, and a yes of the provider first. */
@Timeout(120)
final class HuisbezoekTest {
    private static final String ADRES = "Kanariestraat 12";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Klant klant = new Klant(dienst);
    private final Aanbieder hups = thuis.aanbieder();
    private final Medewerker noor = thuis.medewerker(hups);
    private final Proefaanbieder aanbieders = new Proefaanbieder(dienst);

    @AfterEach
    void wat_bezet_is_is_geboekt() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void a_first_request_is_confirmed_by_the_provider_and_the_next_one_at_once() {
        var adres = Proefwens.nieuwAdres();
        var eerste = vraag(wens(thuis.moment(noor)).email(adres));
        assertThat(eerste.status()).isEqualTo(201);
        assertThat(eerste.json()).containsEntry("status", "aangevraagd");
        assertThat(onderwerpen(adres)).singleElement().asString().startsWith("Uw vraag voor");

        var antwoord = thuis.als(hups).stuur(pad(eerste, "bevestiging"), "");

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.json()).containsEntry("status", "bevestigd");
        assertThat(boeking(eerste).json()).containsEntry("status", "bevestigd");
        assertThat(onderwerpen(adres)).hasSize(2).first().asString().startsWith("Uw afspraak op");
        var tweede = vraag(wens(moment(3)).email(adres));
        assertThat(tweede.json()).containsEntry("status", "bevestigd");
    }

    @Test
    void a_provider_says_no_with_a_reason_and_the_time_is_free_at_once() {
        var moment = thuis.moment(noor);
        var adres = Proefwens.nieuwAdres();
        var gevraagd = vraag(wens(moment).email(adres));
        assertThat(thuis.als(hups).stuur(pad(gevraagd, "afwijzing"), "{}").velden())
                .containsExactly("reden");

        var nee = thuis.als(hups).stuur(pad(gevraagd, "afwijzing"), "{\"reden\": \"Noor is dan op cursus.\"}");

        assertThat(nee.json()).containsEntry("status", "afgewezen");
        assertThat(vrij(moment)).isEqualTo(1);
        assertThat(post(adres).getFirst().tekst()).contains("Noor is dan op cursus.");
        assertThat(thuis.als(hups).stuur(pad(gevraagd, "bevestiging"), "").probleem())
                .isEqualTo("aanvraag-beantwoord");
    }

    @Test
    void the_provider_hears_that_a_request_waits_and_the_makelaar_when_nobody_answers() {
        var wie = aanbieders.medewerker(hups);
        var adres = dienst.bean(Accounts.class).find(wie).orElseThrow().email();

        var gevraagd = vraag(wens(thuis.moment(noor)));

        assertThat(post(adres))
                .singleElement()
                .satisfies(mail -> assertThat(Toeval.uit(mail.tekst()))
                        .contains("Iemand vraagt voor het eerst om een bezoek.", "/bezoeken")
                        .doesNotContain("Ans", "Kanarie"));
        var id = UUID.fromString(gevraagd.json().get("id").toString());
        var later = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select niet_voor > now() from bericht where ding_id = ? and soort = 'huisbezoek-stil' and kanaal = 'bellen'",
                                id)
                        .mapTo(Boolean.class)
                        .list());
        assertThat(later).containsExactly(true);
    }

    @Test
    void nobody_has_a_visit_without_saying_where_by_moving_or_by_waiting() {
        var moment = thuis.moment(noor);
        var huis = vraag(Proefwens.voor(Proefmoment.in(dienst).publiceer()));
        var pad = huis.json().get("beheerUrl").toString().replaceFirst("^https?://[^/]+", "");

        klant.formulier(pad + "/verzetten", "momentId=" + moment.id().waarde());
        assertThat(vrij(moment)).isEqualTo(1);

        vraag(wens(moment));
        assertThat(klant.stuur(
                                "/api/v1/momenten/" + moment.id().waarde() + "/wachtlijst",
                                "{\"naam\": \"Ans\", \"email\": \"%s\"}".formatted(Proefwens.nieuwAdres()),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_lapsed_before_the_provider_answered_still_has_to_be_answered_at_another_time() {
        var nooit = vraag(wens(thuis.moment(noor)));
        dienst.bean(MomentService.class).gelastAf(momentVan(nooit), "Ziek", "proef");
        var toegezegd = vraag(wens(moment(3)));
        thuis.als(hups).stuur(pad(toegezegd, "bevestiging"), "");
        dienst.bean(MomentService.class).gelastAf(momentVan(toegezegd), "Ziek", "proef");

        verzet(nooit, moment(4));
        verzet(toegezegd, moment(5));

        assertThat(boeking(nooit).json()).containsEntry("status", "aangevraagd");
        assertThat(boeking(toegezegd).json()).containsEntry("status", "bevestigd");
        thuis.als(hups).stuur(pad(nooit, "bevestiging"), "");
        assertThat(boeking(nooit).json()).containsEntry("status", "bevestigd");
    }

    private static MomentId momentVan(Antwoord gevraagd) {
        var moment = (Map<?, ?>) gevraagd.json().get("moment");
        return new MomentId(UUID.fromString(moment.get("id").toString()));
    }

    private void verzet(Antwoord gevraagd, Moment naar) {
        assertThat(klant.formulier(
                                "/afspraak/%s/verzetten"
                                        .formatted(gevraagd.json().get("beheersleutel")),
                                "momentId=" + naar.id().waarde())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_provider_answers_only_what_is_addressed_to_it() {
        var gevraagd = vraag(wens(thuis.moment(noor)));
        var ander = thuis.als(thuis.aanbieder());

        assertThat(ander.stuur(pad(gevraagd, "bevestiging"), "").status()).isEqualTo(404);
        assertThat(ander.stuur(pad(gevraagd, "afwijzing"), "{\"reden\": \"Nee\"}")
                        .status())
                .isEqualTo(404);
        assertThat(klant.als("makelaar").stuur(pad(gevraagd, "bevestiging"), "").status())
                .isEqualTo(200);
    }

    @Test
    void what_is_asked_has_to_say_where_and_a_house_has_nothing_to_do_with_that() {
        var moment = thuis.moment(noor);

        assertThat(vraag(Proefwens.voor(moment)).velden()).containsExactly("thuis");
        assertThat(klant.stuur(
                                "/api/v1/boekingen",
                                "{\"momentId\": \"%s\", \"naam\": \"Ans\", \"telefoon\": \"06 12345678\", \"thuis\": {\"voor\": \"buren\", \"postcode\": \"12\", \"kleur\": 1}}"
                                        .formatted(moment.id().waarde()),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())
                        .velden())
                .containsExactlyInAnyOrder("thuis.voor", "thuis.adres", "thuis.postcode", "thuis.kleur");
        assertThat(vraag(wens(Proefmoment.in(dienst).publiceer())).velden()).containsExactly("thuis");
        assertThat(vrij(moment)).isEqualTo(1);
    }

    @Test
    void nobody_comes_for_whom_they_do_not_come_for() {
        var samira = thuis.medewerker(hups, Set.of(Voor.GEZIN));
        var moment = thuis.moment(samira);

        thuis.moment(noor);

        var nee = vraag(wens(moment));

        assertThat(nee.probleem()).isEqualTo("moment-past-niet");
        var ander = nee.lijst("alternatieven").getFirst().get("id").toString();
        assertThat(stuur(wens(moment).json().replace(moment.id().waarde().toString(), ander))
                        .status())
                .isEqualTo(201);
        assertThat(vraag(Proefwens.voor(moment).thuis(Voor.GEZIN, ADRES)).status())
                .isEqualTo(201);
    }

    @Test
    void a_visit_moves_only_to_who_can_do_what_is_needed() {
        var wat = thuis.moment(noor, thuis.vandaag().plusWeeks(3), "09:00", "11:00")
                .orElseThrow();
        var kan = thuis.moment(thuis.medewerker(hups, Vaardigheid.TILLIFT));
        var sleutel = vraag(wens(kan).nodig(Vaardigheid.TILLIFT)).json().get("beheersleutel");
        var pad = "/afspraak/%s/verzetten".formatted(sleutel);

        assertThat(klant.haal(pad).tekst()).doesNotContain(wat.id().waarde().toString());
        assertThat(klant.formulier(pad, "momentId=" + wat.id().waarde()).status())
                .isEqualTo(409);
    }

    @Test
    void who_comes_can_do_what_is_needed() {
        var wat = thuis.moment(noor);
        var kan = thuis.moment(thuis.medewerker(hups, Vaardigheid.TILLIFT, Vaardigheid.ETEN));

        var nee = vraag(wens(wat).nodig(Vaardigheid.TILLIFT));

        assertThat(nee.probleem()).isEqualTo("moment-past-niet");
        assertThat(nee.lijst("alternatieven"))
                .extracting("id")
                .contains(kan.id().waarde().toString())
                .doesNotContain(wat.id().waarde().toString());
        var ja = vraag(wens(kan).nodig(Vaardigheid.TILLIFT));
        assertThat(ja.status()).isEqualTo(201);
        assertThat(thuis.als(hups).haal("/bezoeken").tekst()).contains("Wat er nodig is", "werken met een tillift");
        assertThat(stuur(wens(wat).nodig(Vaardigheid.ETEN).json().replace("[\"eten\"]", "[\"koken\"]"))
                        .velden())
                .containsExactly("thuis.nodig");
    }

    @Test
    void what_was_asked_before_one_could_say_what_is_needed_is_still_read() {
        var gevraagd = vraag(wens(thuis.moment(noor)).nodig());
        var id = new BoekingId(UUID.fromString(gevraagd.json().get("id").toString()));
        dienst.bean(Transacties.class).schrijf(handle -> {
            var wie = handle.select("select mantelzorger_id from huisbezoek where id = ?", id.waarde())
                    .mapTo(UUID.class)
                    .one();
            var oud = dienst.bean(Kluis.class)
                    .verberg(
                            handle,
                            wie,
                            id.waarde(),
                            "huisbezoek.versleuteld",
                            "Oudegracht 1\n3511 AA\nBel twee keer.");
            return handle.execute("update huisbezoek set versleuteld = ? where id = ?", oud, id.waarde());
        });

        assertThat(dienst.bean(Huisbezoeken.class).vanBoeking(id).orElseThrow().vraag())
                .contains(new Thuisvraag(Voor.VOLWASSENE, "Oudegracht 1", "3511 AA", "Bel twee keer."));
    }

    @Test
    void care_at_home_goes_together_with_an_own_visit_and_not_with_other_care_at_home() {
        var adres = Proefwens.nieuwAdres();
        var moment = thuis.moment(noor);
        var huis = Proefmoment.in(dienst).tijdvak(moment.tijdvak()).publiceer();

        assertThat(vraag(Proefwens.voor(huis).email(adres)).status()).isEqualTo(201);
        assertThat(vraag(wens(moment).email(adres)).status()).isEqualTo(201);
        assertThat(vraag(wens(thuis.moment(thuis.medewerker(hups))).email(adres))
                        .probleem())
                .isEqualTo("al-geboekt");
    }

    @Test
    void nothing_is_booked_beyond_the_contract_until_it_goes_on_and_not_when_it_moves_back() {
        var eind = thuis.vandaag().plusWeeks(1);
        var kort = thuis.aanbieder(eind);
        var moment = thuis.moment(thuis.medewerker(kort));
        assertThat(vraag(wens(moment)).probleem()).isEqualTo("contract-verlopen");
        assertThat(klant.haal("/api/v1/momenten/" + moment.id().waarde()).json())
                .containsEntry("onderVoorbehoud", true)
                .containsEntry("vrij", 0);

        legVast(kort, eind.plusMonths(1));
        assertThat(vraag(wens(moment)).status()).isEqualTo(201);

        legVast(kort, eind);
        var later = thuis.moment(thuis.medewerker(kort), eind.plusDays(1), "13:00", "15:00")
                .orElseThrow();
        assertThat(vraag(wens(later)).probleem()).isEqualTo("contract-verlopen");
        assertThat(dienst.bean(MomentService.class)
                        .find(moment.id())
                        .orElseThrow()
                        .bezet())
                .isEqualTo(1);
    }

    @Test
    void a_visit_can_be_found_in_every_wijk_that_they_come_to() {
        var moment = thuis.moment(noor);
        for (var wijk : List.of("Oost", "Zuid")) {
            assertThat(momenten(moment, wijk))
                    .extracting("id")
                    .contains(moment.id().waarde().toString());
            assertThat(momenten(moment, wijk)).allSatisfy(een -> assertThat(een).containsEntry("wijk", wijk));
        }
        assertThat(momenten(moment, "West"))
                .extracting("id")
                .doesNotContain(moment.id().waarde().toString());
    }

    @Test
    void of_sixty_four_who_ask_at_once_one_has_the_visit() throws Exception {
        var moment = thuis.moment(noor);
        var vragen = new ArrayList<Callable<Antwoord>>();
        for (var n = 0; n < 64; n++) {
            vragen.add(() -> vraag(wens(moment)));
        }
        try (var draden = Executors.newFixedThreadPool(16)) {
            var antwoorden = new ArrayList<Integer>();
            for (var toekomst : draden.invokeAll(vragen)) {
                antwoorden.add(toekomst.get().status());
            }
            assertThat(antwoorden).filteredOn(status -> status == 201).hasSize(1);
            assertThat(antwoorden).filteredOn(status -> status == 409).hasSize(63);
        }
    }

    @Test
    void the_address_is_with_who_comes_and_nowhere_else() {
        var mail = Proefwens.nieuwAdres();
        var gevraagd = vraag(wens(thuis.moment(noor)).email(mail));
        assertThat(post(mail)).hasSize(1);
        thuis.als(hups).stuur(pad(gevraagd, "bevestiging"), "");

        assertThat(dienst.bean(Huisbezoeken.class)
                        .vanBoeking(new BoekingId(
                                UUID.fromString(gevraagd.json().get("id").toString())))
                        .orElseThrow()
                        .vraag()
                        .orElseThrow()
                        .adres())
                .isEqualTo(ADRES);
        assertThat(post(mail))
                .hasSize(2)
                .allSatisfy(bericht -> assertThat(bericht.toString())
                        .doesNotContain("Kanarie", "3582 AB", "Respijtzorg", "sleutel hangt"));
        assertThat(klant.haal(gevraagd.json().get("agendaUrl").toString().replaceFirst("^https?://[^/]+", ""))
                        .tekst())
                .contains("LOCATION:Bij u thuis\r\n")
                .doesNotContain("Kanarie", "Respijtzorg", "3582 AB");
        var tabellen = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("""
                        select count(*) from (
                            select h::text from huisbezoek h union all select b::text from boeking b
                            union all select b::text from bericht b union all select i::text from idempotentie i
                            union all select g::text from gebeurtenis g) alles (rij)
                        where rij ilike '%kanariestraat%' or rij ilike '%sleutel hangt%'
                        """).mapTo(Integer.class).one());
        assertThat(tabellen).isZero();
    }

    private Moment moment(int weken) {
        return thuis.moment(noor, thuis.vandaag().plusWeeks(weken), "13:00", "16:00")
                .orElseThrow();
    }

    private static Proefwens wens(Moment moment) {
        return Proefwens.voor(moment).thuis(Voor.VOLWASSENE, ADRES);
    }

    private Antwoord vraag(Proefwens wens) {
        return stuur(wens.json());
    }

    private Antwoord stuur(String json) {
        return klant.stuur(
                "/api/v1/boekingen", json, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private Antwoord boeking(Antwoord gevraagd) {
        return klant.haal(
                "/api/v1/boekingen/" + gevraagd.json().get("id"),
                "Authorization",
                "Bearer " + gevraagd.json().get("beheersleutel"));
    }

    private static String pad(Antwoord gevraagd, String wat) {
        return "/api/v1/boekingen/%s/%s".formatted(gevraagd.json().get("id"), wat);
    }

    private int vrij(Moment moment) {
        return dienst.bean(MomentService.class).find(moment.id()).orElseThrow().vrij();
    }

    private void legVast(Aanbieder aanbieder, LocalDate tot) {
        dienst.bean(Contracten.class).legVast(aanbieder.id(), Contractdienst.THUIS, tot, "Brief", "makelaar");
    }

    private List<Map<String, Object>> momenten(Moment moment, String wijk) {
        var dag = moment.datum();
        return klant.haal("/api/v1/momenten?soort=thuis&grootte=200&van=%s&tot=%s&wijk=%s".formatted(dag, dag, wijk))
                .lijst("momenten");
    }

    private List<String> onderwerpen(String adres) {
        return post(adres).stream().map(DemoMail::onderwerp).toList();
    }

    /** All that has arrived by now, newest first. */
    private List<DemoMail> post(String adres) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }
}
