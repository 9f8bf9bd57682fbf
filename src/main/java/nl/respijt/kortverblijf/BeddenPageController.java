package nl.respijt.kortverblijf;

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
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Week;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** Beds by night, four weeks at a time, as a table or a list: a house its own, which it can block, the desk every one. */
@Hidden
@Controller("/bedden")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class BeddenPageController {
    private static final String PAD = "/bedden";
    private static final int WEKEN = 4;
    private static final int MAX_REDEN = 120;
    private static final List<String> KLAAR = List.of("geblokkeerd", "vrij");

    /**
     * @param week the first of the four
     * @param beheert whether beds can be blocked here
     * @param klaar a text key or empty
     * @param aanvragen under which address the intake is that a bed is taken for
     */
    public record BeddenPagina(
            List<Bedplan.Huis> huizen,
            List<Bedplan.Blokkade> blokkades,
            Week week,
            LocalDate vandaag,
            boolean alsLijst,
            boolean beheert,
            Getypt getypt,
            String klaar,
            String aanvragen) {
        public List<Week> weken() {
            return Stream.iterate(week, Week::volgende).limit(WEKEN).toList();
        }

        /** Weeks later, or earlier when negative, in the same form. */
        public String naar(int weken, boolean lijst) {
            var waar = new Week(week.maandag().plusWeeks(weken)).naam();
            return PAD + "?week=" + waar + (lijst ? "&als=lijst" : "");
        }
    }

    private final Bedplan bedplan;
    private final Toegang toegang;
    private final Paginas paginas;
    private final Klok klok;

    BeddenPageController(Bedplan bedplan, Toegang toegang, Paginas paginas, Klok klok) {
        this.bedplan = bedplan;
        this.toegang = toegang;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.BEDDEN_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return toon(HttpStatus.OK, verzoek, Getypt.NIETS);
    }

    @Mag(Handeling.BED_BLOKKEREN)
    @Post("/blokkades")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> blokkeer(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var bed = velden.uuid("bed");
        if (velden.isLeeg("bed")) {
            velden.fout("bed", "fout.geen-bed");
        }
        var nachten = AanmeldingInvoer.verblijf(velden, klok.vandaag(), Bedplan.MAX_NACHTEN);
        // What begins later would end where nobody sees it any more, to free it.
        var laatste = klok.vandaag().plusDays(Bedplan.MAX_NACHTEN);
        nachten.filter(een -> een.van().isAfter(laatste)).ifPresent(_ -> velden.fout("van", "fout.blokkade-te-ver"));
        var reden = velden.alinea("reden", MAX_REDEN);
        var getypt = Getypt.van(velden);
        if (bed.isEmpty() || nachten.isEmpty() || !getypt.fouten().isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, getypt);
        }
        return switch (bedplan.blokkeer(bed.get(), nachten.get(), reden, toegang.wie(verzoek))) {
            case BlokkeerResultaat.Geblokkeerd _ -> klaar(nachten.get(), "geblokkeerd");
            case BlokkeerResultaat.HeeftGast(var bezet) -> {
                var wanneer = bezet.stream().map(kader.d()::kort).collect(Collectors.joining(", "));
                yield toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        getypt.metFout("bed", kader.t().van("blokkeer.heeft-gast", wanneer)));
            }
            case BlokkeerResultaat.Bezig _ ->
                toon(
                        HttpStatus.CONFLICT,
                        verzoek,
                        getypt.metFout("bed", kader.t().van("blokkeer.bezig")));
            case BlokkeerResultaat.Onbekend _ ->
                toon(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        verzoek,
                        getypt.metFout("bed", kader.t().van("fout.geen-bed")));
        };
    }

    @Mag(Handeling.BED_BLOKKEREN)
    @Post("/vrijgave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> geefVrij(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        var bed = velden.uuid("bed");
        var nachten = AanmeldingInvoer.verblijf(velden, klok.vandaag(), 2 * Bedplan.MAX_NACHTEN);
        if (!velden.fouten().isEmpty() || bed.isEmpty() || nachten.isEmpty()) {
            return toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, zonderVelden(velden));
        }
        return bedplan.geefVrij(bed.get(), nachten.get(), toegang.wie(verzoek))
                ? klaar(nachten.get(), "vrij")
                : toon(HttpStatus.UNPROCESSABLE_ENTITY, verzoek, Getypt.NIETS.metFout("bed", onbekendBed(verzoek)));
    }

    private String onbekendBed(HttpRequest<?> verzoek) {
        return paginas.kader(verzoek).t().van("fout.geen-bed");
    }

    /** A button has no fields to show again. */
    private static Getypt zonderVelden(Velden velden) {
        return new Getypt(Map.of(), velden.fouten());
    }

    private HttpResponse<?> klaar(Verblijf nachten, String wat) {
        return HttpResponse.seeOther(
                URI.create(PAD + "?week=" + Week.van(nachten.van()).naam() + "&klaar=" + wat));
    }

    private HttpResponse<?> toon(HttpStatus status, HttpRequest<?> verzoek, Getypt getypt) {
        var wie = toegang.wie(verzoek);
        var vraag = verzoek.getParameters();
        var week = vraag.getFirst("week").flatMap(Week::lees).orElseGet(() -> Week.van(klok.vandaag()));
        var beheert = Rechten.mag(wie.rol(), Handeling.BED_BLOKKEREN);
        var kader = paginas.kader(verzoek);
        return paginas.toon(
                status,
                verzoek,
                kader.pad().startsWith(PAD + "/") ? kader.opPad(PAD) : kader,
                "kortverblijf/bedden",
                new BeddenPagina(
                        bedplan.van(wie, week.maandag(), week.maandag().plusWeeks(WEKEN)),
                        beheert ? bedplan.blokkades(wie) : List.of(),
                        week,
                        klok.vandaag(),
                        vraag.getFirst("als").filter("lijst"::equals).isPresent(),
                        beheert,
                        getypt,
                        vraag.getFirst("klaar")
                                .filter(KLAAR::contains)
                                .map(woord -> "bedden.klaar-" + woord)
                                .orElse(""),
                        beheert ? VerblijfSleutels.HUIS : VerblijfSleutels.MAKELAAR));
    }
}
