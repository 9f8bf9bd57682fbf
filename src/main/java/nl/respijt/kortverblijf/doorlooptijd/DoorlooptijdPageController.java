package nl.respijt.kortverblijf.doorlooptijd;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.kortverblijf.doorlooptijd.Doorlooptijden.Rapport;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Getypt;
import nl.respijt.web.Kader;
import nl.respijt.web.Paginas;
import nl.respijt.web.Velden;

/** The lead time of stays as a page that prints: for the makelaar and the gemeente. */
@Hidden
@Controller("/doorlooptijd")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class DoorlooptijdPageController {
    private static final Duration TOT_IN_UREN = Duration.ofDays(2);

    /** What was asked; without a report when that was no period. */
    public record DoorlooptijdPagina(Getypt getypt, Optional<Rapport> rapport) {
        public List<Stap> stappen() {
            return List.of(Stap.values());
        }

        /** In the largest unit that says enough; minutes that have begun count whole, and what is counted in days is days. */
        public String duur(Stap stap, Duration duur, Kader k) {
            if (stap.isInDagen()) {
                return k.t().van("doorlooptijd.dagen", duur.toDays());
            }
            if (duur.compareTo(Duration.ofHours(1)) < 0) {
                return k.t().van(
                                "doorlooptijd.minuten",
                                Math.max(1, duur.plusSeconds(59).toMinutes()));
            }
            if (duur.compareTo(TOT_IN_UREN) < 0 && !duur.equals(Duration.ofDays(1))) {
                return k.t().van("doorlooptijd.uren", duur.toHours());
            }
            return k.t().van("doorlooptijd.dagen", duur.toDays());
        }

        /** Longer than the law gives the gemeente for nine of ten. */
        public boolean isOverDeWet(Stap stap, Spreiding spreiding) {
            return stap == Stap.BESLUIT && spreiding.p90().compareTo(Doorlooptijd.WETTELIJK) > 0;
        }
    }

    private final Doorlooptijden doorlooptijden;
    private final Paginas paginas;
    private final Klok klok;

    DoorlooptijdPageController(Doorlooptijden doorlooptijden, Paginas paginas, Klok klok) {
        this.doorlooptijden = doorlooptijden;
        this.paginas = paginas;
        this.klok = klok;
    }

    @Mag(Handeling.CIJFERS_ZIEN)
    @Get
    HttpResponse<?> toon(HttpRequest<?> verzoek) {
        var kader = paginas.kader(verzoek);
        var velden = Velden.tekst(verzoek.getParameters().asMap(), kader.t());
        velden.negeer("taal");
        var periode = Periode.lees(velden, klok.vandaag());
        if (!velden.fouten().isEmpty() || periode.isEmpty()) {
            return paginas.toon(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    verzoek,
                    kader,
                    "kortverblijf/doorlooptijd",
                    new DoorlooptijdPagina(Getypt.van(velden), Optional.empty()));
        }
        var gelezen = periode.get();
        var getypt = new Getypt(
                Map.of(
                        "van", gelezen.van().toString(),
                        "tot", gelezen.totEnMet().toString()),
                List.of());
        return paginas.ok(
                verzoek,
                "kortverblijf/doorlooptijd",
                new DoorlooptijdPagina(getypt, Optional.of(doorlooptijden.van(gelezen.van(), gelezen.totEnMet()))));
    }

    /** "maart 2027", for a group that is a month. */
    public static String maand(String wat, Kader k) {
        return k.d().maand(YearMonth.parse(wat));
    }
}
