package nl.respijt.privacy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.privacy.Adreswijzigingen.BewijsResultaat;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.EmailAdres;
import nl.respijt.web.Paginas;
import org.jspecify.annotations.Nullable;

/** Another e-mail address, in two steps: where to, and the code that came there. */
@Hidden
@Controller("/mijn/gegevens/email")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class EmailPageController {
    private final Adreswijzigingen adreswijzigingen;
    private final GegevensPaginas gegevens;
    private final Toegang toegang;
    private final Paginas paginas;

    EmailPageController(Adreswijzigingen adreswijzigingen, GegevensPaginas gegevens, Toegang toegang, Paginas paginas) {
        this.adreswijzigingen = adreswijzigingen;
        this.gegevens = gegevens;
        this.toegang = toegang;
        this.paginas = paginas;
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WIJZIGEN)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> vraag(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var adres = velden.tekst("email", EmailAdres.MAX_LENGTE).flatMap(EmailAdres::lees);
        if (adres.isEmpty() && velden.fouten().isEmpty()) {
            velden.fout("email", velden.isLeeg("email") ? "fout.inlog-geen-email" : "fout.email");
        }
        if (adres.isEmpty() || !velden.fouten().isEmpty()) {
            return gegevens.opnieuw(verzoek, kader, HttpStatus.UNPROCESSABLE_ENTITY, velden, velden.fouten());
        }
        return adreswijzigingen.vraag(gegevens.wie(verzoek), adres.get())
                ? HttpResponse.seeOther(URI.create(GegevensPaginas.PAD + "#email-kop"))
                : gegevens.opnieuw(verzoek, kader, HttpStatus.TOO_MANY_REQUESTS, velden, "email", "fout.adres-te-vaak");
    }

    @Mag(Handeling.EIGEN_GEGEVENS_WIJZIGEN)
    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> bewijs(HttpRequest<?> verzoek, @Body byte @Nullable [] inhoud) {
        var kader = paginas.kader(verzoek);
        var velden = toegang.formulier(verzoek, inhoud, kader.t());
        var code = velden.tekst("code", 40).orElse("").replaceAll("[^0-9]", "");
        if (code.length() != Sleutels.CODELENGTE) {
            velden.fout("code", "fout.inlog-code-vorm");
        }
        if (!velden.fouten().isEmpty()) {
            return gegevens.opnieuw(verzoek, kader, HttpStatus.UNPROCESSABLE_ENTITY, velden, velden.fouten());
        }
        return switch (adreswijzigingen.bewijs(gegevens.wie(verzoek), code, BoekVerzoek.DOOR_MANTELZORGER)) {
            case BewijsResultaat.Gewijzigd _ -> GegevensPaginas.klaar();
            case BewijsResultaat.VanEenAnder _ ->
                gegevens.opnieuw(verzoek, kader, HttpStatus.CONFLICT, velden, "email", "eigen.email-bezet");
            case BewijsResultaat.NietGeldig _ ->
                gegevens.opnieuw(verzoek, kader, HttpStatus.UNPROCESSABLE_ENTITY, velden, "code", "fout.adres-code");
        };
    }
}
