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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Terugdraaien;
import nl.respijt.boeking.Terugdraaien.Groep;
import nl.respijt.boeking.Terugdraaien.Nieuw;
import nl.respijt.inzage.Grond;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Waarom;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Fout;
import nl.respijt.web.Invoer;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/** What came in these hours, what of it is unusual, and undoing what no carer asked for. */
@Hidden
@Controller("/makelaar/nieuw")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class NieuwPageController {
    private static final Duration SINDS = Duration.ofHours(24);
    private static final int MAX_REDEN = 200;

    /** What a box stands for: one booking, or all of a group as it was shown. */
    private static final String BOEKING = "boeking-";

    private static final String GROEP = "groep-";

    /** The page, with what was wrong or what came of it. */
    public record NieuwPagina(
            List<Groep> groepen,
            Map<String, Integer> ongewoon,
            String klaar,
            List<Fout> fouten,
            Map<String, String> getypt) {
        public String reden() {
            return getypt.getOrDefault("reden", "");
        }

        /** Whether a box was ticked in a form that came back. */
        public boolean aangevinkt(String veld) {
            return getypt.containsKey(veld);
        }

        public String ids(Groep groep) {
            return String.join(
                    ",",
                    groep.boekingen().stream()
                            .map(nieuw -> nieuw.id().toString())
                            .toList());
        }
    }

    private final Terugdraaien terugdraaien;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;

    NieuwPageController(Terugdraaien terugdraaien, Inzageboek inzageboek, Toegang toegang, Paginas paginas) {
        this.terugdraaien = terugdraaien;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.BOEKINGEN_TERUGDRAAIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var t = paginas.kader(verzoek).t();
        var vraag = verzoek.getParameters();
        var klaar = vraag.get("terug", Integer.class)
                .map(terug -> t.van(
                        "nieuw.klaar", terug, vraag.get("niet", Integer.class).orElse(0)))
                .orElse("");
        return paginas.ok(verzoek, "makelaar/nieuw", pagina(verzoek, klaar, List.of(), Map.of()));
    }

    @Mag(Handeling.BOEKINGEN_TERUGDRAAIEN)
    @Post("/terug")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> terug(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var door = toegang.wie(verzoek).slug();
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var gekozen = gekozen(velden);
        var reden = velden.verplicht("reden", MAX_REDEN, "openstelling.geen-reden");
        var mailHen = velden.jaNee("mail").orElse(false);
        if (gekozen.isEmpty()) {
            velden.fout("keuze", "nieuw.niets-gekozen");
        }
        if (!velden.fouten().isEmpty()) {
            return opnieuw(verzoek, kader, velden);
        }
        var uitkomst = terugdraaien.draaiTerug(gekozen, reden, door, mailHen);
        return HttpResponse.seeOther(
                URI.create("/makelaar/nieuw?terug=%d&niet=%d".formatted(uitkomst.nu(), uitkomst.niet())));
    }

    private static Set<UUID> gekozen(Velden velden) {
        var gekozen = new LinkedHashSet<UUID>();
        velden.zoalsGetypt().forEach((veld, waarde) -> {
            if (veld.startsWith(BOEKING)) {
                velden.negeer(veld);
                Invoer.uuid(veld.substring(BOEKING.length())).ifPresent(gekozen::add);
            } else if (veld.startsWith(GROEP)) {
                velden.negeer(veld);
                for (var id : waarde.split(",", -1)) {
                    Invoer.uuid(id).ifPresent(gekozen::add);
                }
            }
        });
        return gekozen;
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Kader kader, Velden velden) {
        return paginas.toon(
                HttpStatus.UNPROCESSABLE_ENTITY,
                verzoek,
                kader.opPad("/makelaar/nieuw"),
                "makelaar/nieuw",
                pagina(verzoek, "", velden.fouten(), velden.zoalsGetypt()));
    }

    private NieuwPagina pagina(HttpRequest<?> verzoek, String klaar, List<Fout> fouten, Map<String, String> getypt) {
        var groepen = terugdraaien.nieuwe(SINDS);
        inzageboek.noteer(
                inzageboek.kijker(verzoek),
                Handeling.BOEKINGEN_TERUGDRAAIEN,
                Waarom.om(Grond.NAKIJKEN),
                groepen.stream()
                        .flatMap(groep -> groep.boekingen().stream())
                        .map(Nieuw::gezien)
                        .toList());
        return new NieuwPagina(groepen, terugdraaien.ongewoon(), klaar, fouten, getypt);
    }
}
