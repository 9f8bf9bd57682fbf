package nl.respijt.rooster;

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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.Beschikbaarheid.Weekplek;
import nl.respijt.rooster.InzetService.WensResultaat;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Taal;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Where a gastheer says when they can, when not, and how they would like it. */
@Hidden
@Controller("/rooster/wanneer")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class InzetPageController {
    /** Longer than anybody is away at a stretch, so that a slip of the year is seen. */
    private static final int MAX_DAGEN = 190;

    /** As the database: twice a day, every day. */
    private static final int MEESTE = 62;

    private static final int MAX_NAAM = 200;

    private static final List<String> TALEN =
            Stream.of(Taal.values()).map(Taal::code).toList();

    private static final List<String> DAGDELEN =
            Stream.of(Dagdeel.values()).map(Dagdeel::woord).toList();

    /** The page, with what was wrong or that it was kept. Colleagues are chosen by name: their ids are not others' business. */
    public record InzetPagina(
            Gastheer gastheer,
            Inzet inzet,
            List<Huis> huizen,
            List<Gastheer> collegas,
            List<Reeks> reeksen,
            int dienstenDan,
            boolean klaar,
            Getypt getypt) {
        /** The name of who this gastheer likes to be with; empty when it does not matter. */
        public String samenMet() {
            return collegas.stream()
                    .filter(collega -> inzet.wensen()
                            .samenMet()
                            .filter(collega.id()::equals)
                            .isPresent())
                    .map(Gastheer::naam)
                    .findFirst()
                    .orElse("");
        }

        public boolean isAan(int dag, Dagdeel dagdeel) {
            return inzet.beschikbaarheid().week().contains(new Weekplek(DayOfWeek.of(dag), dagdeel));
        }

        /** A box: as it was ticked in a form that came back, else as it is. */
        public boolean isAan(String veld, boolean anders) {
            return getypt.fouten().isEmpty() ? anders : getypt.waarden().containsKey(veld);
        }
    }

    private final RoosterService rooster;
    private final InzetService inzet;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    InzetPageController(RoosterService rooster, InzetService inzet, Toegang toegang, Paginas paginas, Klok klok) {
        this.rooster = rooster;
        this.inzet = inzet;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.EIGEN_INZET_BEHEREN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var vraag = verzoek.getParameters();
        return paginas.ok(
                verzoek,
                "rooster/wanneer",
                pagina(
                        eigen(verzoek),
                        vraag.contains("klaar"),
                        vraag.get("diensten", Integer.class).orElse(0),
                        Getypt.NIETS));
    }

    @Mag(Handeling.EIGEN_INZET_BEHEREN)
    @Post("/week")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> week(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var week = new HashSet<Weekplek>();
        for (var dag : DayOfWeek.values()) {
            for (var dagdeel : Dagdeel.values()) {
                if (velden.jaNee("%d-%s".formatted(dag.getValue(), dagdeel.woord()))
                        .orElse(false)) {
                    week.add(new Weekplek(dag, dagdeel));
                }
            }
        }
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, kader, wie, getypt);
        }
        inzet.zetWeek(wie.id(), week);
        return klaar(0);
    }

    @Mag(Handeling.EIGEN_INZET_BEHEREN)
    @Post("/dagen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> dagen(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var van = verplicht(velden, "van");
        var tot = velden.isLeeg("tot") ? van : velden.datum("tot");
        var dagdeel = velden.keuze("dagdeel", DAGDELEN).map(Dagdeel::van);
        var kan = velden.jaNee("kan").orElse(false);
        van.ifPresent(eerste -> tot.ifPresent(laatste -> keur(velden, eerste, laatste)));
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty() || van.isEmpty() || tot.isEmpty()) {
            return opnieuw(verzoek, kader, wie, getypt);
        }
        inzet.zetDagen(wie.id(), van.get(), tot.get(), dagdeel, kan);
        return klaar(kan ? 0 : geplandTussen(wie.id(), van.get(), tot.get(), dagdeel));
    }

    @Mag(Handeling.EIGEN_INZET_BEHEREN)
    @Post("/dagen/weg")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> dagenWeg(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var van = verplicht(velden, "van");
        var tot = verplicht(velden, "tot");
        var dagdeel = velden.keuze("dagdeel", DAGDELEN).map(Dagdeel::van);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty() || van.isEmpty() || tot.isEmpty()) {
            return opnieuw(verzoek, kader, wie, getypt);
        }
        inzet.vergeetDagen(wie.id(), van.get(), tot.get(), dagdeel);
        return klaar(0);
    }

    @Mag(Handeling.EIGEN_INZET_BEHEREN)
    @Post("/wensen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wensen(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        if (velden.isLeeg("max")) {
            velden.fout("max", "wanneer.geen-max");
        }
        var max = velden.getal("max", 0, MEESTE);
        var liefst = velden.getal("liefst", 0, MEESTE);
        var huis = velden.uuid("huis");
        var samenMet = velden.tekst("samenMet", MAX_NAAM);
        var collega = samenMet.flatMap(naam -> inzet.collegas(wie.id()).stream()
                .filter(ander -> ander.naam().equals(naam))
                .findFirst());
        if (samenMet.isPresent() && collega.isEmpty()) {
            velden.fout("samenMet", "wanneer.niet-van-hier");
        }
        var twee = velden.jaNee("twee").orElse(false);
        var uitnodigingen =
                velden.jaNee("uitnodigingen").orElse(false) && wie.email().isPresent();
        if (max.isPresent() && liefst.filter(aantal -> aantal > max.get()).isPresent()) {
            velden.fout("liefst", "wanneer.liefst-boven-max");
        }
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty() || max.isEmpty()) {
            return opnieuw(verzoek, kader, wie, getypt);
        }
        var wensen = new Wensen(liefst, huis, collega.map(Gastheer::id), Optional.empty(), twee, uitnodigingen);
        return switch (inzet.zetWensen(wie.id(), max.get(), wensen)) {
            case WensResultaat.Bewaard _ -> klaar(0);
            case WensResultaat.NietVanHier _ ->
                opnieuw(verzoek, kader, wie, getypt.metFout("huis", kader.t().van("wanneer.niet-van-hier")));
            case WensResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    @Mag(Handeling.EIGEN_INZET_BEHEREN)
    @Post("/taal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> taal(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var wie = eigen(verzoek);
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var taal = velden.keuze("taal", TALEN).flatMap(Taal::van);
        var getypt = Getypt.van(velden);
        if (!getypt.fouten().isEmpty()) {
            return opnieuw(verzoek, kader, wie, getypt);
        }
        inzet.zetTaal(wie.id(), taal.orElse(wie.taal()));
        return klaar(0);
    }

    private void keur(Velden velden, LocalDate van, LocalDate tot) {
        if (tot.isBefore(van)) {
            velden.fout("tot", "fout.van-na-tot");
        } else if (tot.isBefore(klok.vandaag())) {
            velden.fout("van", "wanneer.voorbij");
        } else if (ChronoUnit.DAYS.between(van, tot) > MAX_DAGEN) {
            velden.fout("tot", "wanneer.te-lang");
        }
    }

    private static Optional<LocalDate> verplicht(Velden velden, String veld) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, "wanneer.geen-datum");
        }
        return velden.datum(veld);
    }

    private int geplandTussen(GastheerId wie, LocalDate van, LocalDate tot, Optional<Dagdeel> dagdeel) {
        return (int) rooster.komende(wie).stream()
                .filter(dienst -> !dienst.datum().isBefore(van)
                        && !dienst.datum().isAfter(tot)
                        && dagdeel.filter(deel -> deel != dienst.dagdeel()).isEmpty())
                .count();
    }

    private static HttpResponse<?> klaar(int diensten) {
        return HttpResponse.seeOther(
                URI.create("/rooster/wanneer?klaar=ja" + (diensten > 0 ? "&diensten=" + diensten : "")));
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Kader kader, Gastheer wie, Getypt getypt) {
        return paginas.toon(
                HttpStatus.UNPROCESSABLE_ENTITY,
                verzoek,
                kader.opPad("/rooster/wanneer"),
                "rooster/wanneer",
                pagina(wie, false, 0, getypt));
    }

    private InzetPagina pagina(Gastheer wie, boolean klaar, int dienstenDan, Getypt getypt) {
        var zelf = inzet.van(wie.id());
        return new InzetPagina(
                wie,
                zelf,
                rooster.huizen(wie),
                inzet.collegas(wie.id()),
                Reeks.van(zelf.beschikbaarheid().dagen(), klok.vandaag()),
                dienstenDan,
                klaar,
                getypt);
    }

    private Gastheer eigen(HttpRequest<?> verzoek) {
        return toegang.wie(verzoek)
                .persoonId()
                .map(GastheerId::new)
                .flatMap(rooster::gastheer)
                .orElseThrow(NotFoundException::new);
    }
}
