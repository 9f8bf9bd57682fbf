package nl.respijt.lotgenotengroep;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.NotFoundException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.respijt.recht.Handeling;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rechten;
import nl.respijt.toegang.Relatie;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;

/** Shows what a change would do and asks whether that is what one wants; used wherever a group's meetings change. */
@Singleton
public final class ProefScherm {
    /** The stamp of what was seen, in the form that agrees to it. */
    public static final String GEZIEN = "gezien";

    /**
     * The page: what would happen, the form as it was sent, where it goes and where one goes back to. {@code metNamen}:
     * whoever looks may know who cannot come.
     */
    public record ProefPagina(
            Voorproef proef, Map<String, String> velden, String pad, String terug, boolean opnieuw, boolean metNamen) {}

    private final GroepPlanning planning;
    private final Paginas paginas;

    ProefScherm(GroepPlanning planning, Paginas paginas) {
        this.planning = planning;
        this.paginas = paginas;
    }

    /** Where a change was sent from: its own address, the page behind it, and the one to go to when it is done. */
    public record Plaats(String pad, String terug, String klaar) {}

    /**
     * First a look; with the stamp of that look in the form, the change itself. Empty when it is too late for it: then the
     * form says so.
     */
    public Optional<HttpResponse<?>> wijzig(
            HttpRequest<?> verzoek,
            Velden velden,
            Aanmelding wie,
            Lotgenotengroep groep,
            Wijziging wijziging,
            Plaats plaats) {
        var gezien = velden.zoals(GEZIEN);
        if (gezien.isEmpty()) {
            return switch (planning.proef(groep.id(), wijziging)) {
                case ProefResultaat.Gezien(var proef) ->
                    Optional.of(toon(HttpStatus.OK, verzoek, velden, wie, proef, plaats, false));
                case ProefResultaat.TeLaat _ -> Optional.empty();
                case ProefResultaat.Onbekend _ -> throw new NotFoundException();
            };
        }
        return switch (planning.voerUit(groep.id(), wijziging, gezien, door(wie), wie.persoonId())) {
            case WijzigResultaat.Gedaan(var bijeenkomsten, var mensen) ->
                Optional.of(HttpResponse.seeOther(
                        URI.create("%s?klaar=ja&n=%d&mensen=%d".formatted(plaats.klaar(), bijeenkomsten, mensen))));
            case WijzigResultaat.KijkOpnieuw(var proef) ->
                Optional.of(toon(HttpStatus.CONFLICT, verzoek, velden, wie, proef, plaats, true));
            case WijzigResultaat.TeLaat _ -> Optional.empty();
            case WijzigResultaat.Onbekend _ -> throw new NotFoundException();
        };
    }

    /** The name of a coordinator would tell which group it was, to whoever reads what happened to their appointment. */
    static String door(Aanmelding wie) {
        return Rechten.mag(wie.rol(), Handeling.GROEP_BEHEREN, Relatie.ANDER)
                ? wie.slug()
                : wie.rol().woord();
    }

    private HttpResponse<?> toon(
            HttpStatus status,
            HttpRequest<?> verzoek,
            Velden velden,
            Aanmelding wie,
            Voorproef proef,
            Plaats plaats,
            boolean opnieuw) {
        var getypt = new LinkedHashMap<>(velden.zoalsGetypt());
        getypt.remove(GEZIEN);
        getypt.remove("csrf");
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(plaats.terug()),
                "lotgenotengroep/voorproef",
                new ProefPagina(
                        proef,
                        getypt,
                        plaats.pad(),
                        plaats.terug(),
                        opnieuw,
                        Rechten.mag(wie.rol(), Handeling.VOOR_ANDER_BOEKEN)));
    }
}
