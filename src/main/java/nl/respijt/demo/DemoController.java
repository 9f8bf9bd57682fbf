package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.aanbieder.Contractwacht;
import nl.respijt.agenda.AgendaStand;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Planning;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Probleem;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.jspecify.annotations.Nullable;

/** Where a newcomer sees all sides of the product in two minutes. Asks for no token: there is nothing real here. */
@Hidden
@Controller("/demo")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "respijt.demo", value = "true")
public final class DemoController {
    private static final int MAX_MAILS = 500;
    private static final int MAILS_OP_PAGINA = 30;

    /** Somebody to be. */
    @Serdeable
    public record PersoonJson(String slug, String naam, String rol) {}

    /** What time it is in the demo. */
    @Serdeable
    public record KlokJson(OffsetDateTime nu) {}

    /** A contract that ended on the clock of the demo; {@code optie} is until when it could go on from now. */
    public record Voorbij(Contractwacht.Einde einde, Optional<LocalDate> optie) {}

    /** The page: people by role, the newest mails, the clock. {@code fout} says what was wrong with a new time. */
    public record DemoPagina(
            Map<Rol, List<PersoonJson>> personen,
            List<DemoMail> mails,
            OffsetDateTime nu,
            List<Voorbij> voorbij,
            boolean vastgelegd,
            Optional<String> fout) {
        public boolean metOptie() {
            return voorbij.stream().anyMatch(een -> een.optie().isPresent());
        }
    }

    private final DemoPersonen personen;
    private final DemoPostvak postvak;
    private final DemoKlok demoKlok;
    private final Planning planning;
    private final Sessies sessies;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Probleem probleem;
    private final AgendaStand agendas;
    private final Contracten contracten;
    private final Contractwacht wacht;
    private final Klok klok;

    DemoController(
            DemoPersonen personen,
            DemoPostvak postvak,
            DemoKlok demoKlok,
            Planning planning,
            Sessies sessies,
            Toegang toegang,
            Paginas paginas,
            Probleem probleem,
            AgendaStand agendas,
            Contracten contracten,
            Contractwacht wacht,
            Klok klok) {
        this.personen = personen;
        this.postvak = postvak;
        this.demoKlok = demoKlok;
        this.planning = planning;
        this.sessies = sessies;
        this.toegang = toegang;
        this.paginas = paginas;
        this.probleem = probleem;
        this.agendas = agendas;
        this.contracten = contracten;
        this.wacht = wacht;
        this.klok = klok;
    }

    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> demo(HttpRequest<?> verzoek) {
        return paginas.ok(verzoek, "demo/demo", pagina(verzoek, Optional.empty()));
    }

    private DemoPagina pagina(HttpRequest<?> verzoek, Optional<String> fout) {
        var perRol = new LinkedHashMap<Rol, List<PersoonJson>>();
        for (var rol : List.of(
                Rol.MAKELAAR,
                Rol.GASTHEER,
                Rol.MANTELZORGER,
                Rol.GROEPSCOORDINATOR,
                Rol.AANBIEDER,
                Rol.VERWIJZER,
                Rol.GEMEENTE,
                Rol.BEHEERDER)) {
            perRol.put(
                    rol,
                    json().stream().filter(een -> een.rol().equals(rol.woord())).toList());
        }
        return new DemoPagina(
                perRol,
                postvak.nieuwste(MAILS_OP_PAGINA),
                nu().nu(),
                voorbij(),
                verzoek.getParameters().contains("vastgelegd"),
                fout);
    }

    private List<Voorbij> voorbij() {
        var vandaag = klok.vandaag();
        return wacht.afgelopen().stream()
                .map(einde -> new Voorbij(einde, einde.optie().filter(optie -> !optie.isBefore(vandaag))))
                .sorted(Comparator.comparing(
                        een -> een.optie().isPresent())) // those with an option stand by the button
                .toList();
    }

    /** Takes every option there is, so that a newcomer sees live what a contract makes possible. */
    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Post("/contracten")
    @Consumes("*/*")
    HttpResponse<?> neemOpties() {
        for (var een : voorbij()) {
            een.optie()
                    .ifPresent(optie -> een.einde().aanbieders().stream()
                            .map(Aanbieder::id)
                            .forEach(aanbieder -> contracten.legVast(
                                    aanbieder, een.einde().dienst(), optie, Contracten.UIT_PROEF, Contracten.SYSTEEM)));
        }
        return HttpResponse.seeOther(URI.create("/demo?vastgelegd"));
    }

    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Get("/personen.json")
    List<PersoonJson> json() {
        return personen.alle().stream()
                .map(een -> new PersoonJson(een.slug(), een.naam(), een.rol().woord()))
                .toList();
    }

    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Post("/inloggen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> inloggen(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = Invoer.formulier(inhoud, paginas.kader(verzoek).t()).zoals("wie");
        var gekozen =
                personen.alle().stream().filter(een -> een.slug().equals(wie)).findFirst();
        if (gekozen.isEmpty()) {
            return probleem.nietGevonden();
        }
        toegang.koekVan(verzoek).ifPresent(sessies::sluit);
        var een = gekozen.get();
        var koek = sessies.open(een.slug(), een.naam(), een.rol(), een.persoonId());
        var begin = toegang.beginVan(sessies.find(koek).orElseThrow());
        return HttpResponse.seeOther(URI.create(begin)).cookie(toegang.koek(koek));
    }

    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Get("/postvak.json")
    List<DemoMail> postvak() {
        return postvak.nieuwste(MAX_MAILS);
    }

    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Get("/klok")
    KlokJson nu() {
        return new KlokJson(Tijdzone.lokaal(klok.instant()).toOffsetDateTime());
    }

    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Post("/klok")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> zet(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var nu = Invoer.formulier(inhoud, kader.t())
                .tijdstipOfLokaal("nu")
                .filter(tijdstip -> tijdstip.getYear() >= 2020 && tijdstip.getYear() <= 2100);
        if (nu.isEmpty()) {
            var melding = Teksten.in(Taal.NL).van("fout.geen-tijdstip");
            return wilPagina(verzoek)
                    ? paginas.toon(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            verzoek,
                            kader.opPad("/demo"),
                            "demo/demo",
                            pagina(verzoek, Optional.of(kader.t().van("fout.geen-tijdstip"))))
                    : probleem.ongeldig(List.of(new Fout("nu", melding)));
        }
        demoKlok.zet(nu.get().toInstant());
        agendas.gewijzigd();
        return klaar(verzoek);
    }

    @Mag(Handeling.DEMO_GEBRUIKEN)
    @Post("/taken")
    @Consumes("*/*")
    HttpResponse<?> taken(HttpRequest<?> verzoek) {
        planning.voerAllesUit();
        return klaar(verzoek);
    }

    private HttpResponse<?> klaar(HttpRequest<?> verzoek) {
        return wilPagina(verzoek) ? HttpResponse.seeOther(URI.create("/demo")) : HttpResponse.ok(nu());
    }

    private static boolean wilPagina(HttpRequest<?> verzoek) {
        return verzoek.accept().contains(MediaType.TEXT_HTML_TYPE);
    }
}
