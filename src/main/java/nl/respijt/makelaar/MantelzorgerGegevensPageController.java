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
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.inzage.Inzageboek;
import nl.respijt.inzage.Kijker;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Correctie;
import nl.respijt.privacy.Correctie.CorrectieResultaat;
import nl.respijt.privacy.Wissing;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Getypt;
import nl.respijt.web.Invoer;
import nl.respijt.web.Paginas;
import nl.respijt.web.Taal;
import nl.respijt.web.Velden;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to be done with what we have of them: put it right, or forget it (GDPR, articles 16 and 17). Open to
 * whom the person's page is open. An e-mail address is also a way to sign in: only its reader changes it, signed in, and
 * no voice on the phone.
 */
@Hidden
@Controller("/makelaar/mantelzorgers/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MantelzorgerGegevensPageController {
    private static final List<String> TALEN =
            Stream.of(Taal.values()).map(Taal::code).toList();

    /** The form to put somebody right. */
    public record WijzigPagina(String pad, Correctie.Persoon persoon, Getypt getypt) {}

    /** What forgetting this person would do, before it is done. */
    public record WisPagina(String pad, String naam, Wissing.Gevolg gevolg, Getypt getypt) {}

    /** The person of this request, open to who asks. */
    private record Dossier(MantelzorgerId wie, Correctie.Persoon persoon, Kijker kijker) {
        String pad() {
            return Dossiers.pad(wie);
        }
    }

    private final Dossiers dossiers;
    private final Correctie correctie;
    private final Wissing wissing;
    private final Inzageboek inzageboek;
    private final Toegang toegang;
    private final Paginas paginas;

    MantelzorgerGegevensPageController(
            Dossiers dossiers,
            Correctie correctie,
            Wissing wissing,
            Inzageboek inzageboek,
            Toegang toegang,
            Paginas paginas) {
        this.dossiers = dossiers;
        this.correctie = correctie;
        this.wissing = wissing;
        this.inzageboek = inzageboek;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.MANTELZORGER_WIJZIGEN)
    @Get("/gegevens")
    HttpResponse<?> wijzigen(HttpRequest<?> verzoek, String id) {
        return open(
                verzoek,
                id,
                Handeling.MANTELZORGER_WIJZIGEN,
                dossier -> paginas.ok(verzoek, "makelaar/wijzigen", pagina(dossier, Getypt.NIETS)));
    }

    @Mag(Handeling.MANTELZORGER_WIJZIGEN)
    @Post("/gegevens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wijzig(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return formulier(verzoek, id, Handeling.MANTELZORGER_WIJZIGEN, inhoud, (dossier, velden) -> {
            var naam = velden.verplicht("naam", BoekVerzoek.MAX_NAAM, "fout.geen-naam");
            var telefoon = ContactLezer.leesTelefoon(velden);
            var taal = velden.keuze("taal", TALEN)
                    .flatMap(Taal::van)
                    .orElse(dossier.persoon().taal());
            if (!velden.fouten().isEmpty()) {
                return opnieuw(verzoek, dossier, HttpStatus.UNPROCESSABLE_ENTITY, velden);
            }
            return switch (correctie.corrigeer(
                    dossier.wie(), naam, telefoon, taal, dossier.kijker().slug())) {
                case CorrectieResultaat.Gecorrigeerd _, CorrectieResultaat.Onbekend _ -> gewijzigd(dossier);
                case CorrectieResultaat.ContactNodig _ ->
                    opnieuw(verzoek, dossier, HttpStatus.UNPROCESSABLE_ENTITY, velden, "telefoon", "fout.geen-contact");
                case CorrectieResultaat.VanEenAnder _ ->
                    opnieuw(
                            verzoek,
                            dossier,
                            HttpStatus.CONFLICT,
                            velden,
                            "telefoon",
                            "persoon-wijzigen.telefoon-bezet");
            };
        });
    }

    @Mag(Handeling.MANTELZORGER_WISSEN)
    @Get("/wissen")
    HttpResponse<?> wissen(HttpRequest<?> verzoek, String id) {
        return open(
                verzoek,
                id,
                Handeling.MANTELZORGER_WISSEN,
                dossier -> paginas.ok(verzoek, "makelaar/wissen", wisPagina(dossier, Getypt.NIETS)));
    }

    /** The box says that the person asked for it: this cannot be undone. */
    @Mag(Handeling.MANTELZORGER_WISSEN)
    @Post("/wissen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> wis(HttpRequest<?> verzoek, String id, @Body byte @Nullable [] inhoud) {
        return formulier(verzoek, id, Handeling.MANTELZORGER_WISSEN, inhoud, (dossier, velden) -> {
            if (!velden.jaNee("gevraagd").orElse(false)) {
                velden.fout("gevraagd", "persoon-wissen.niet-gevraagd");
            }
            if (!velden.fouten().isEmpty()) {
                return paginas.toon(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        verzoek,
                        paginas.kader(verzoek),
                        "makelaar/wissen",
                        wisPagina(dossier, Getypt.van(velden)));
            }
            return switch (wissing.wis(dossier.wie(), dossier.kijker().slug())) {
                case Wissing.WisResultaat.Gewist _, Wissing.WisResultaat.Onbekend _ ->
                    HttpResponse.seeOther(URI.create("/makelaar/mantelzorgers?gewist=ja"));
            };
        });
    }

    private HttpResponse<?> formulier(
            HttpRequest<?> verzoek,
            String id,
            Handeling handeling,
            byte @Nullable [] inhoud,
            BiFunction<Dossier, Velden, HttpResponse<?>> werk) {
        var velden = toegang.formulier(verzoek, inhoud, paginas.kader(verzoek).t());
        return open(verzoek, id, handeling, dossier -> werk.apply(dossier, velden));
    }

    /** With a line of who looked and why, before anything is shown or done; else to the page that asks for a reason. */
    private HttpResponse<?> open(
            HttpRequest<?> verzoek, String id, Handeling handeling, Function<Dossier, HttpResponse<?>> werk) {
        var wie = Invoer.uuid(id).map(MantelzorgerId::new).orElseThrow(NotFoundException::new);
        var persoon = correctie.find(wie).orElseThrow(NotFoundException::new);
        var kijker = inzageboek.kijker(verzoek);
        var waarom = dossiers.waarom(kijker, wie);
        if (waarom.isEmpty()) {
            return HttpResponse.seeOther(URI.create(Dossiers.pad(wie)));
        }
        inzageboek.noteer(
                kijker, handeling, waarom.get(), List.of(new Gezien(wie.waarde(), Ding.GEGEVENS, Optional.empty())));
        return werk.apply(new Dossier(wie, persoon, kijker));
    }

    private HttpResponse<?> opnieuw(
            HttpRequest<?> verzoek, Dossier dossier, HttpStatus status, Velden velden, String veld, String sleutel) {
        velden.fout(veld, sleutel);
        return opnieuw(verzoek, dossier, status, velden);
    }

    private HttpResponse<?> opnieuw(HttpRequest<?> verzoek, Dossier dossier, HttpStatus status, Velden velden) {
        return paginas.toon(
                status,
                verzoek,
                paginas.kader(verzoek).opPad(dossier.pad() + "/gegevens"),
                "makelaar/wijzigen",
                pagina(dossier, Getypt.van(velden)));
    }

    private WijzigPagina pagina(Dossier dossier, Getypt getypt) {
        return new WijzigPagina(dossier.pad(), dossier.persoon(), getypt);
    }

    private WisPagina wisPagina(Dossier dossier, Getypt getypt) {
        return new WisPagina(dossier.pad(), dossier.persoon().naam(), wissing.gevolg(dossier.wie()), getypt);
    }

    private static HttpResponse<?> gewijzigd(Dossier dossier) {
        return HttpResponse.seeOther(URI.create(dossier.pad() + "?gewijzigd=ja"));
    }
}
