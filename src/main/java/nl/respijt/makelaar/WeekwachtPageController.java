package nl.respijt.makelaar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import nl.respijt.mantelzorghuis.Mantelzorghuis;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.rooster.Weekwacht;
import nl.respijt.rooster.Weekwacht.Stand;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Week;
import nl.respijt.web.Paginas;

/** Whether each house opens as often a week as was agreed: the weeks behind us and those ahead. */
@Hidden
@Controller("/makelaar/weekwacht")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class WeekwachtPageController {
    private static final int TERUG = 4;
    private static final int VOORUIT = 8;

    /** One house with its weeks. */
    public record HuisWeken(Mantelzorghuis huis, List<Stand> weken) {}

    /** The page. */
    public record WeekwachtPagina(int norm, LocalDate vandaag, List<HuisWeken> huizen) {
        public String week(LocalDate maandag) {
            return new Week(maandag).naam();
        }
    }

    private final Weekwacht wacht;
    private final Paginas paginas;
    private final Klok klok;

    WeekwachtPageController(Weekwacht wacht, Paginas paginas, Klok klok) {
        this.wacht = wacht;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.WEEK_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var standen = wacht.standen(TERUG, VOORUIT);
        var huizen = standen.stream()
                .map(Stand::huis)
                .distinct()
                .map(huis -> new HuisWeken(
                        huis,
                        standen.stream()
                                .filter(stand -> stand.huis().equals(huis))
                                .toList()))
                .toList();
        return paginas.ok(verzoek, "makelaar/weekwacht", new WeekwachtPagina(wacht.norm(), klok.vandaag(), huizen));
    }
}
