package nl.respijt.privacy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.web.Paginas;

/** For the administrator: how long each kind is kept, and what would go tonight. Looking changes nothing. */
@Hidden
@Controller("/beheer/bewaartermijnen")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class BewaarPageController {
    /** What would go, by table; how long, by kind. */
    public record BewaarPagina(List<Register.Soort> soorten, List<Bewaartermijnen.Regel> regels) {}

    private final Register register;
    private final Bewaartermijnen bewaartermijnen;
    private final Paginas paginas;

    BewaarPageController(Register register, Bewaartermijnen bewaartermijnen, Paginas paginas) {
        this.register = register;
        this.bewaartermijnen = bewaartermijnen;
        this.paginas = paginas;
    }

    @Mag(Handeling.BEWAARTERMIJNEN_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        return paginas.ok(
                verzoek,
                "privacy/bewaartermijnen",
                new BewaarPagina(List.copyOf(register.soorten().values()), bewaartermijnen.proef()));
    }
}
