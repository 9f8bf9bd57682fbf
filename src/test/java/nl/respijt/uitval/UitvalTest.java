package nl.respijt.uitval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.bericht.BelTaak;
import nl.respijt.bericht.Belijst;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.respijtthuis.Huisbezoeken;
import nl.respijt.respijtthuis.Medewerker;
import nl.respijt.respijtthuis.Proefthuis;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;

/** Who drops out has somebody within two taps, or a call; what they laid down for it is read by nobody else. */
final class UitvalTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Aanbieder hups = thuis.aanbieder();
    private final Medewerker medewerker = thuis.medewerker(hups);
    private final String adres = Proefwens.nieuwAdres();
    private final String nummer = Proefwens.nieuwNummer();

    @Test
    void a_known_household_has_somebody_within_two_taps() {
        var wie = kwamEerder();
        var vanavond = thuis.straks(medewerker);
        var carer = ingelogd(wie);

        assertThat(carer.haal("/mijn").tekst()).contains("href=\"/ik-val-uit\"");
        var pagina = carer.haal("/ik-val-uit").tekst();
        assertThat(pagina).contains("kan komen", "030", vanavond.id().waarde().toString());

        var klaar = carer.formulier("/ik-val-uit/bezoek", knop(pagina));

        var boeking = komend(wie, vanavond);
        assertThat(klaar.kop("Location").orElseThrow()).contains("/afspraak/").endsWith("?nieuw=ja");
        assertThat(boeking.status()).isEqualTo(Boeking.Status.BEVESTIGD);
        assertThat(dienst.bean(Huisbezoeken.class)
                        .vanBoeking(boeking.id())
                        .flatMap(bezoek -> bezoek.vraag())
                        .orElseThrow()
                        .adres())
                .isEqualTo("Proefstraat 1");
        assertThat(carer.formulier("/ik-val-uit/bezoek", knop(pagina)).kop("Location"))
                .as("pressed twice")
                .isEqualTo(klaar.kop("Location"));
        assertThat(belletje(wie)).isEmpty();
    }

    @Test
    void what_was_laid_down_goes_to_who_comes_and_to_nobody_else() {
        var wie = kwamEerder();
        thuis.straks(medewerker);
        var carer = ingelogd(wie);
        assertThat(carer.formulier("/mijn/plan-b", plan(carer, "akkoord=ja")).status())
                .isEqualTo(303);
        assertThat(carer.haal("/mijn/plan-b/overdracht").tekst())
                .contains("Medicijnen liggen in de la\nOm acht uur", "Buurvrouw Bep");

        var pagina = carer.haal("/ik-val-uit").tekst();
        assertThat(pagina).contains("Buurvrouw Bep", "06 12 34 56 78");
        carer.formulier("/ik-val-uit/bezoek", knop(pagina));

        assertThat(thuis.als(hups).haal("/bezoeken").tekst())
                .contains("Planlaan 7", "Medicijnen liggen in de la", "Om acht uur op");
        assertThat(thuis.als(thuis.aanbieder()).haal("/bezoeken").tekst()).doesNotContain("Planlaan");
        assertThat(carer.haal("/mijn/gegevens").tekst()).contains("Medicijnen liggen in de la");
        assertThat(inDeDatabase("Medicijnen liggen")).isFalse();
        assertThat(inDeDatabase("Planlaan")).isFalse();

        carer.formulier("/mijn/plan-b/weg", csrf(carer));
        assertThat(dienst.bean(PlannenB.class).van(wie)).isEmpty();
    }

    @Test
    void a_plan_is_kept_with_consent_and_only_when_it_can_be_used() {
        var carer = ingelogd(kwamEerder());

        var zonder = carer.formulier("/mijn/plan-b", plan(carer, ""));
        assertThat(zonder.status()).isEqualTo(422);
        assertThat(zonder.tekst()).contains("Zet hier een vinkje", "Medicijnen liggen in de la");
        var leeg = carer.formulier("/mijn/plan-b", csrf(carer) + "&akkoord=ja");
        assertThat(leeg.tekst()).contains("Vul minstens één ding in");
        var half = carer.formulier(
                "/mijn/plan-b", csrf(carer) + "&akkoord=ja&naam=Bep&aanbieder=" + Klant.gecodeerd(hups.naam()));
        assertThat(half.tekst())
                .contains("Vul het telefoonnummer in", "Vul een postcode in", "Kies voor wie de hulp is");
        assertThat(carer.haal("/mijn/plan-b/overdracht").status()).isEqualTo(303);
    }

    @Test
    void whom_nobody_can_come_to_is_called_before_all_others_and_once() {
        var wie = nieuw();
        thuis.straks(medewerker); // of a provider that never was with them
        var carer = ingelogd(wie);
        var pagina = carer.haal("/ik-val-uit").tekst();
        assertThat(pagina).contains("Bel mij nu").doesNotContain("kan komen");

        tegelijk(8, () -> carer.formulier("/ik-val-uit/bellen", csrf(carer)).status());

        assertThat(dienst.bean(Belijst.class).open().getFirst().dringend()).isTrue();
        assertThat(dienst.bean(Belijst.class).open().stream()
                        .filter(taak -> taak.nummer().replace(" ", "").equals(nummer))
                        .filter(BelTaak::dringend))
                .hasSize(1);
        assertThat(carer.haal("/ik-val-uit").tekst()).contains("We bellen u").doesNotContain("Bel mij nu");
        var makelaar = new Klant(dienst).als("makelaar");
        assertThat(makelaar.haal("/makelaar/belijst").tekst()).contains(">Nu<", "Valt uit: bel nu");

        dienst.bean(Belijst.class).meldGebeld(belletje(wie).orElseThrow().id(), "makelaar");
        assertThat(carer.haal("/ik-val-uit").tekst()).contains("Bel mij nu");
        carer.formulier("/ik-val-uit/bellen", csrf(carer));
        assertThat(belletje(wie)).as("the next time").isPresent();
    }

    @Test
    void nobody_comes_to_who_laid_down_that_nobody_should() {
        var wie = kwamEerder();
        thuis.straks(medewerker);
        var carer = ingelogd(wie);
        assertThat(carer.haal("/ik-val-uit").tekst()).contains("kan komen");

        carer.formulier("/mijn/plan-b", csrf(carer) + "&naam=Bep&nummer=0612345678&akkoord=ja");

        assertThat(carer.haal("/ik-val-uit").tekst())
                .contains("Bep", "Bel mij nu")
                .doesNotContain("kan komen");
    }

    @Test
    void who_comes_instead_can_do_what_was_needed_before() {
        var kan = thuis.medewerker(hups, Vaardigheid.TILLIFT);
        var eerder = thuis.moment(kan);
        var geboekt = dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(eerder)
                        .emailEnTelefoon(adres, nummer)
                        .thuis(Voor.VOLWASSENE, "Proefstraat 1")
                        .nodig(Vaardigheid.TILLIFT)
                        .verzoek());
        var wie = bevestigd(((BoekResultaat.Geboekt) geboekt).id());
        var carer = ingelogd(wie);
        carer.formulier("/mijn/plan-b", plan(carer, "akkoord=ja"));
        thuis.straks(medewerker);
        assertThat(carer.haal("/ik-val-uit").tekst()).doesNotContain("kan komen");

        var vanavond = thuis.straks(kan);

        assertThat(carer.haal("/ik-val-uit").tekst())
                .contains(vanavond.id().waarde().toString());
    }

    @Test
    void who_is_known_by_mail_only_is_asked_for_a_number_and_never_kept_waiting_for_it() {
        var moment = thuis.moment(medewerker);
        var geboekt = dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(moment)
                        .email(adres)
                        .thuis(Voor.VOLWASSENE, "Proefstraat 1")
                        .verzoek());
        var wie = dienst.bean(BoekingBeheer.class)
                .find(((BoekResultaat.Geboekt) geboekt).id())
                .orElseThrow()
                .mantelzorger();
        var carer = ingelogd(wie);
        assertThat(carer.haal("/ik-val-uit").tekst()).contains("name=\"telefoon\"");

        var fout = carer.formulier("/ik-val-uit/bellen", csrf(carer) + "&telefoon=12");
        assertThat(carer.haal(fout.kop("Location").orElseThrow()).tekst())
                .contains("Dit nummer kunnen we niet gebruiken", "We bellen u");
        carer.formulier("/ik-val-uit/bellen", csrf(carer) + "&telefoon=" + nummer);

        assertThat(belletje(wie)).isPresent();
        assertThat(carer.haal("/ik-val-uit").tekst()).doesNotContain("name=\"telefoon\"");
    }

    @Test
    void who_loses_the_visit_to_another_is_called() {
        var wie = kwamEerder();
        var moment = thuis.straks(medewerker);
        var carer = ingelogd(wie);
        var pagina = carer.haal("/ik-val-uit").tekst();
        dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(moment).thuis(Voor.VOLWASSENE, "Elders 1").verzoek());

        var klaar = carer.formulier("/ik-val-uit/bezoek", knop(pagina));

        assertThat(klaar.kop("Location")).contains("/ik-val-uit?weg=ja");
        assertThat(carer.haal("/ik-val-uit?weg=ja").tekst()).contains("net door iemand anders", "We bellen u");
        assertThat(belletje(wie)).isPresent();
    }

    @Test
    void nobody_else_has_the_button_and_a_form_of_elsewhere_does_nothing() {
        assertThat(new Klant(dienst).haal("/ik-val-uit").status()).isEqualTo(303);
        assertThat(new Klant(dienst).als("makelaar").haal("/ik-val-uit").status())
                .isEqualTo(404);
        assertThat(ingelogd(nieuw()).formulier("/ik-val-uit/bellen", "csrf=x").status())
                .isEqualTo(403);
    }

    /** Somebody whom this provider visits already. */
    private MantelzorgerId kwamEerder() {
        return bevestigd(geboekt().id());
    }

    private MantelzorgerId bevestigd(BoekingId boeking) {
        dienst.bean(Huisbezoeken.class)
                .bevestig(
                        boeking,
                        dienst.bean(Sessies.class)
                                .find(dienst.bean(Sessies.class)
                                        .open("proef-makelaar", "Proef", Rol.MAKELAAR, Optional.empty()))
                                .orElseThrow());
        return dienst.bean(BoekingBeheer.class).find(boeking).orElseThrow().mantelzorger();
    }

    /** Somebody who asked once, and heard nothing yet. */
    private MantelzorgerId nieuw() {
        return geboekt().mantelzorger();
    }

    private Boeking geboekt() {
        var moment = thuis.moment(medewerker, dienst.bean(Klok.class).vandaag().plusWeeks(3), "09:00", "12:00")
                .orElseThrow();
        var geboekt = dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(moment)
                        .emailEnTelefoon(adres, nummer)
                        .thuis(Voor.VOLWASSENE, "Proefstraat 1")
                        .verzoek());
        return dienst.bean(BoekingBeheer.class)
                .find(((BoekResultaat.Geboekt) geboekt).id())
                .orElseThrow();
    }

    private Boeking komend(MantelzorgerId wie, Moment moment) {
        return dienst.bean(BoekingBeheer.class).van(wie).stream()
                .filter(boeking -> boeking.moment().id().equals(moment.id()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<BelTaak> belletje(MantelzorgerId wie) {
        return dienst.bean(Belijst.class).open().stream()
                .filter(BelTaak::dringend)
                .filter(taak -> taak.nummer().replace(" ", "").equals(nummer))
                .findFirst();
    }

    private Klant ingelogd(MantelzorgerId wie) {
        return new Klant(dienst)
                .met(dienst.bean(Sessies.class)
                        .open("mantelzorger", "Ans", Rol.MANTELZORGER, Optional.of(wie.waarde())));
    }

    private String plan(Klant carer, String meer) {
        return csrf(carer)
                + "&naam=Buurvrouw+Bep&nummer=06+12+34+56+78&aanbieder=%s&voor=volwassene&adres=Planlaan+7&postcode=3582AB"
                        .formatted(Klant.gecodeerd(hups.naam()))
                + "&dag=Om+acht+uur+op&zorg=Medicijnen+liggen+in+de+la%0D%0AOm+acht+uur&letOp=&" + meer;
    }

    private static String csrf(Klant carer) {
        return "csrf=" + veld(carer.haal("/mijn/plan-b").tekst(), "csrf");
    }

    private static String knop(String pagina) {
        return "csrf=%s&sleutel=%s&momentId=%s"
                .formatted(veld(pagina, "csrf"), veld(pagina, "sleutel"), veld(pagina, "momentId"));
    }

    private static String veld(String pagina, String naam) {
        return pagina.replaceAll("(?s).*?name=\"" + naam + "\" value=\"([^\"]+)\".*", "$1");
    }

    private boolean inDeDatabase(String tekst) {
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.prepareStatement("""
                        select exists (select from plan_b p where p::text ilike ?)
                            or exists (select from huisbezoek h where h::text ilike ?)
                            or exists (select from bericht b where b::text ilike ?)
                        """)) {
            for (var n = 1; n <= 3; n++) {
                vraag.setString(n, "%" + tekst + "%");
            }
            var rij = vraag.executeQuery();
            rij.next();
            return rij.getBoolean(1);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> void tegelijk(int aantal, Callable<T> wat) {
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var uitkomst : draden.invokeAll(
                    IntStream.range(0, aantal).mapToObj(_ -> wat).toList())) {
                uitkomst.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
