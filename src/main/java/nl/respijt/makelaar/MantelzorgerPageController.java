package nl.respijt.makelaar;

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
import io.micronaut.http.server.exceptions.NotFoundException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Mantelzorgers;
import nl.respijt.boeking.Mantelzorgers.Mantelzorger;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Kijker;
import nl.respijt.inzage.Waarom;
import nl.respijt.kortverblijf.Aanmeldingen;
import nl.respijt.kortverblijf.Verblijfsaanmelding;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Hulpwensen;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.uitval.PlanB;
import nl.respijt.uitval.PlannenB;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/**
 * Looking somebody up, and one person with all their appointments. Who is outside the own work ({@link
 * Mantelzorgers#isEigenWerk}) is shown only after a reason was typed, which a second person can read. One searches with
 * POST: a name in an address ends up in logs.
 */
@Hidden
@Controller("/makelaar/mantelzorgers")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MantelzorgerPageController {
    private static final int MINSTENS = 2;
    private static final int MAX_ZOEK = 100;
    private static final int MAX_GEVONDEN = 50;
    private static final int MAX_REDEN = 200;

    /** Somebody found: enough to know who it is, not enough to do without opening the person. */
    public record Treffer(UUID id, String naam, String herkenning) {}

    /**
     * The search, and what it found: who booked, and requests for a stay, whose sender may have no booking; {@code gewist}
     * when somebody was just forgotten.
     */
    public record ZoekPagina(
            String zoek,
            boolean gezocht,
            boolean gewist,
            List<Treffer> treffers,
            int totaal,
            List<Verblijfsaanmelding> aanvragen,
            List<Fout> fouten) {}

    /** Why do you open this? Nothing of the person stands on it. */
    public record RedenPagina(String pad, String reden, List<Fout> fouten) {}

    /** An appointment with its own page. */
    public record Afspraak(Boeking boeking, String pad, String status) {}

    /**
     * One person; {@code hulpwens} is what they want us to know, {@code planB} what they laid down, {@code aanvragen} for a stay, {@code reden} what was typed where one had to be,
     * {@code gewijzigd} when that was just done.
     */
    public record PersoonPagina(
            Boeking laatste,
            List<Afspraak> afspraken,
            Optional<String> hulpwens,
            Optional<PlanB> planB,
            List<Verblijfsaanmelding> aanvragen,
            Optional<String> reden,
            String pad,
            boolean gewijzigd) {}

    private final Mantelzorgers mantelzorgers;
    private final BoekingBeheer beheer;
    private final BoekingSleutels sleutels;
    private final Hulpwensen hulpwensen;
    private final PlannenB plannenB;
    private final Aanmeldingen aanmeldingen;
    private final Dossiers dossiers;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    MantelzorgerPageController(
            Mantelzorgers mantelzorgers,
            BoekingBeheer beheer,
            BoekingSleutels sleutels,
            Hulpwensen hulpwensen,
            PlannenB plannenB,
            Aanmeldingen aanmeldingen,
            Dossiers dossiers,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas,
            Klok klok) {
        this.mantelzorgers = mantelzorgers;
        this.beheer = beheer;
        this.sleutels = sleutels;
        this.hulpwensen = hulpwensen;
        this.plannenB = plannenB;
        this.aanmeldingen = aanmeldingen;
        this.dossiers = dossiers;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.MANTELZORGERS_ZOEKEN)
    @Get
    HttpResponse<?> zoeken(HttpRequest<?> verzoek) {
        return paginas.ok(
                verzoek,
                "makelaar/mantelzorgers",
                new ZoekPagina(
                        "", false, verzoek.getParameters().contains("gewist"), List.of(), 0, List.of(), List.of()));
    }

    @Mag(Handeling.MANTELZORGERS_ZOEKEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> zoek(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var zoek = velden.tekst("zoek", MAX_ZOEK).orElse("");
        if (zoek.length() < MINSTENS && velden.fouten().isEmpty()) {
            velden.fout("zoek", "fout.te-kort", MINSTENS);
        }
        if (!velden.fouten().isEmpty()) {
            var opnieuw = new ZoekPagina(velden.zoals("zoek"), false, false, List.of(), 0, List.of(), velden.fouten());
            return paginas.toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, kader, "makelaar/mantelzorgers", opnieuw);
        }
        var gevonden = mantelzorgers.zoek(zoek, new Blad(1, MAX_GEVONDEN));
        var aanvragen = aanmeldingen.zoek(zoek, MAX_GEVONDEN);
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.MANTELZORGERS_ZOEKEN,
                Waarom.om(Grond.ZOEKEN),
                Stream.concat(
                                gevonden.mantelzorgers().stream().map(Mantelzorger::gezien),
                                aanvragen.stream().map(Verblijfsaanmelding::gezien))
                        .toList());
        var treffers = gevonden.mantelzorgers().stream()
                .map(een -> new Treffer(een.id().waarde(), een.naam(), herkenning(een)))
                .toList();
        return paginas.ok(
                verzoek,
                "makelaar/mantelzorgers",
                new ZoekPagina(zoek, true, false, treffers, gevonden.totaal(), aanvragen, List.of()));
    }

    /** The end of a number, or the begin and the house of an address: who has the person on the phone can ask for it. */
    private static String herkenning(Mantelzorger een) {
        return een.telefoon()
                .map(nummer -> "…" + nummer.substring(Math.max(0, nummer.length() - 3)))
                .or(() -> een.email().map(adres -> adres.charAt(0) + "…" + adres.substring(adres.indexOf('@'))))
                .orElse("");
    }

    @Mag(Handeling.MANTELZORGER_ZIEN)
    @Get("/{id}")
    HttpResponse<?> toon(HttpRequest<?> verzoek, String id) {
        var boekingen = boekingen(id);
        var kijker = inzageboek.kijker(verzoek);
        var wie = boekingen.getFirst().mantelzorger();
        return dossiers.waarom(kijker, wie)
                .<HttpResponse<?>>map(waarom -> toon(verzoek, kijker, boekingen, waarom))
                .orElseGet(
                        () -> paginas.ok(verzoek, "makelaar/reden", new RedenPagina(Dossiers.pad(wie), "", List.of())));
    }

    private HttpResponse<?> toon(HttpRequest<?> verzoek, Kijker kijker, List<Boeking> boekingen, Waarom waarom) {
        var nu = klok.instant();
        var laatste = boekingen.stream()
                .max(Comparator.comparing(Boeking::aangemaaktOp))
                .orElseThrow();
        var persoon = new Mantelzorger(laatste.mantelzorger(), laatste.naam(), laatste.email(), laatste.telefoon());
        var hulpwens = hulpwensen.lees(persoon.id());
        var gezien = new ArrayList<>(List.of(persoon.gezien()));
        boekingen.forEach(boeking -> gezien.add(boeking.gezien()));
        if (hulpwens.isPresent()) {
            gezien.add(new Gezien(persoon.id().waarde(), Ding.HULPWENS, Optional.empty()));
        }
        var planB = plannenB.van(persoon.id());
        if (planB.isPresent()) {
            gezien.add(new Gezien(persoon.id().waarde(), Ding.PLAN_B, Optional.empty()));
        }
        var aanvragen = aanmeldingen.lopende(persoon.id());
        aanvragen.forEach(aanvraag -> gezien.add(aanvraag.gezien()));
        inzageboek.noteer(kijker, Handeling.MANTELZORGER_ZIEN, waarom, gezien);
        var afspraken = boekingen.reversed().stream()
                .map(boeking -> new Afspraak(boeking, sleutels.beheerPad(boeking.id()), boeking.statuswoord(nu)))
                .toList();
        return paginas.ok(
                verzoek,
                "makelaar/mantelzorger",
                new PersoonPagina(
                        laatste,
                        afspraken,
                        hulpwens,
                        planB,
                        aanvragen,
                        waarom.reden(),
                        Dossiers.pad(persoon.id()),
                        verzoek.getParameters().contains("gewijzigd")));
    }

    @Mag(Handeling.MANTELZORGER_ZIEN)
    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var boeking = boekingen(id).getFirst();
        var reden = velden.verplicht("reden", MAX_REDEN, "reden.geen");
        if (!velden.fouten().isEmpty()) {
            return paginas.toon(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    verzoek,
                    kader,
                    "makelaar/reden",
                    new RedenPagina(Dossiers.pad(boeking.mantelzorger()), velden.zoals("reden"), velden.fouten()));
        }
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.MANTELZORGER_ZIEN,
                Waarom.geopend(reden),
                List.of(new Gezien(boeking.mantelzorger().waarde(), Ding.GEGEVENS, Optional.empty())));
        return HttpResponse.seeOther(URI.create(Dossiers.pad(boeking.mantelzorger())));
    }

    /** Whoever has no booking is nobody. */
    private List<Boeking> boekingen(String id) {
        return Invoer.uuid(id)
                .map(MantelzorgerId::new)
                .map(beheer::van)
                .filter(alle -> !alle.isEmpty())
                .orElseThrow(NotFoundException::new);
    }
}
