package nl.respijt.rooster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.toegang.Toegang;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Jdbi;

/** Houses, openstellingen and gastheren of one's own on the running service. */
public final class Proefrooster {
    static final String DOOR = "makelaar";

    final Proefdienst dienst;
    final RoosterService rooster;
    final MomentService momenten;
    final Klok klok;
    final Jdbi jdbi;

    public Proefrooster(Proefdienst dienst) {
        this.dienst = dienst;
        rooster = dienst.bean(RoosterService.class);
        momenten = dienst.bean(MomentService.class);
        klok = dienst.bean(Klok.class);
        jdbi = dienst.bean(Jdbi.class);
    }

    /** A day of a month of which none has begun yet. */
    public LocalDate dag(int dagVanMaand) {
        return klok.vandaag().plusMonths(2).withDayOfMonth(dagVanMaand);
    }

    public UUID huis() {
        var id = Id.nieuw(klok.instant());
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                insert into mantelzorghuis (id, slug, naam, wijk, adres, plaatsen, talen, rolstoeltoegankelijk, voorbeeld)
                values (:id, :naam, :naam, 'Zuid', 'Proefstraat 1', 12, '{nl}', true, true)
                """).bind("id", id).bind("naam", naam(id)).execute());
        return id;
    }

    static String naam(UUID huis) {
        return "Huis " + huis;
    }

    public Moment openstelling(UUID huis, LocalDate datum, String van, String tot) {
        var tijdvak = new Tijdvak(
                Tijdzone.instant(datum, LocalTime.parse(van)), Tijdzone.instant(datum, LocalTime.parse(tot)));
        return openstelling(huis, tijdvak);
    }

    Moment openstelling(UUID huis, Tijdvak tijdvak) {
        var nu = klok.instant();
        var lokaal = Tijdzone.lokaal(tijdvak.van());
        var moment = new Moment(
                new MomentId(Id.nieuw(nu)),
                Soort.HUIS,
                huis,
                naam(huis),
                "Zuid",
                List.of(),
                "Proefstraat 1",
                lokaal.toLocalDate(),
                Dagdeel.bij(lokaal.toLocalTime()),
                tijdvak,
                12,
                0,
                List.of("nl"),
                true,
                false,
                false,
                true,
                0,
                nu,
                nu);
        jdbi.useTransaction(handle -> momenten.publiceer(handle, moment));
        return moment;
    }

    public Moment ochtend(UUID huis, LocalDate datum) {
        return openstelling(huis, datum, "09:00", "12:30");
    }

    public Gastheer gastheer(UUID... huizen) {
        return gastheer(true, 10, huizen);
    }

    Gastheer gastheer(boolean getraind, int max, UUID... huizen) {
        return gastheer(getraind ? Scholing.ALTIJD : Scholing.GEEN, max, huizen);
    }

    Gastheer gastheer(Scholing scholing, int max, UUID... huizen) {
        var id = Id.nieuw(klok.instant());
        var gastheer = new Gastheer(
                new GastheerId(id),
                "gast-" + id,
                "Gastvrouw " + id.toString().replace("-", ""),
                Optional.of(id + "@voorbeeld.example"),
                scholing,
                max,
                List.of("nl"),
                List.of(huizen),
                Taal.NL,
                true);
        var gastheren = dienst.bean(GastheerRepository.class);
        jdbi.useTransaction(handle -> {
            gastheren.insert(handle, gastheer);
            gastheren.insertHuizen(handle, gastheer);
        });
        return gastheer;
    }

    public Dienst gepland(Moment moment, Gastheer gastheer) {
        return switch (rooster.plan(moment.id(), gastheer.id(), DOOR)) {
            case PlanResultaat.Gepland(var dienst) -> dienst;
            case PlanResultaat anders -> throw new AssertionError(anders);
        };
    }

    /** What the gastheer is told of this dienst, in order. */
    public List<String> berichten(Dienst over) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select soort from bericht where ding_id = :id order by aangemaakt_op, ding_versie")
                .bind("id", over.id().waarde())
                .mapTo(String.class)
                .list());
    }

    List<String> geschiedenis(Dienst van) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select wat from gebeurtenis where ding_id = :id order by id")
                        .bind("id", van.id().waarde())
                        .mapTo(String.class)
                        .list());
    }

    /** The calendar of this gastheer as its address gives it, lines unfolded. */
    public String agenda(Gastheer van) throws IOException, InterruptedException {
        return agenda(AgendaSoort.GASTHEER, Optional.of(van.id().waarde()));
    }

    String agenda(AgendaSoort soort, Optional<UUID> van) throws IOException, InterruptedException {
        var adres = dienst.bean(AgendaSleutels.class).maak(soort, van).url();
        return get(adres, Optional.empty()).body().replace("\r\n ", "");
    }

    /** The entry of one thing in a calendar; empty when it is not there. */
    static String item(String agenda, UUID id) {
        for (var item : agenda.split("BEGIN:VEVENT")) {
            if (item.contains("UID:" + id + "@")) {
                return item;
            }
        }
        return "";
    }

    public String inlog(Gastheer als) {
        return inlog(
                "gastheer-" + als.slug(), Rol.GASTHEER, Optional.of(als.id().waarde()));
    }

    public String inlog(String slug, Rol rol, Optional<UUID> persoon) {
        var koek = dienst.bean(Toegang.class).koek(dienst.bean(Sessies.class).open(slug, slug, rol, persoon));
        return koek.getName() + "=" + koek.getValue();
    }

    public HttpResponse<String> get(URI adres, Optional<String> koek) throws IOException, InterruptedException {
        var verzoek = HttpRequest.newBuilder(adres);
        koek.ifPresent(waarde -> verzoek.header("Cookie", waarde));
        return stuur(verzoek.build());
    }

    public HttpResponse<String> get(String pad, String koek) throws IOException, InterruptedException {
        return get(dienst.adres(pad), Optional.of(koek));
    }

    HttpResponse<String> post(String pad, String koek, String json) throws IOException, InterruptedException {
        return stuur(HttpRequest.newBuilder(dienst.adres(pad))
                .header("Cookie", koek)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> formulier(String pad, String koek, String velden)
            throws IOException, InterruptedException {
        return stuur(HttpRequest.newBuilder(dienst.adres(pad))
                .header("Cookie", koek)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(velden))
                .build());
    }

    HttpResponse<String> delete(String pad, String koek) throws IOException, InterruptedException {
        return stuur(HttpRequest.newBuilder(dienst.adres(pad))
                .header("Cookie", koek)
                .DELETE()
                .build());
    }

    static HttpResponse<String> stuur(HttpRequest verzoek) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(verzoek, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** All at once; what came of each. */
    static <T> List<T> tegelijk(List<? extends Callable<T>> werk) throws Exception {
        var start = new CyclicBarrier(werk.size());
        try (var draden = Executors.newFixedThreadPool(werk.size())) {
            var beloften = new ArrayList<Future<T>>();
            for (var een : werk) {
                beloften.add(draden.submit(() -> {
                    start.await();
                    return een.call();
                }));
            }
            var uitkomsten = new ArrayList<T>();
            for (var belofte : beloften) {
                uitkomsten.add(belofte.get());
            }
            return uitkomsten;
        }
    }

    Instant nu() {
        return klok.instant();
    }
}
