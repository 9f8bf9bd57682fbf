package nl.respijt.rooster;

import static nl.respijt.rooster.Proefrooster.DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand things that happen to a roster, in a seeded order: people are put on, drop out, swap, hand over, step in;
 * houses close and move, also over the night in which the clock changes; trainings end and begin. After each of them the
 * roster is right by rules that are written here once more, and now and then each calendar is read back by another parser.
 */
final class RoosterHistorieIT {
    private static final int STAPPEN = 10_000;
    private static final long ZAAD = 20_270_328L;
    private static final int VERSIES_ELKE = 20;
    private static final int AGENDA_ELKE = 250;
    private static final int GASTHEREN = 9;

    /** Seven weeks around the last Sunday of March. */
    private static final LocalDate VANDAAG = LocalDate.parse("2027-03-01");

    private static final LocalDate EINDE = LocalDate.parse("2027-04-19");

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Proefrooster proef = new Proefrooster(dienst);
    private final RoosterService rooster = proef.rooster;
    private final MomentService momenten = proef.momenten;
    private final DekkingService dekking = dienst.bean(DekkingService.class);
    private final GastheerBeheer beheer = dienst.bean(GastheerBeheer.class);
    private final Klok klok = dienst.bean(Klok.class);

    private final Random toeval = new Random(ZAAD);
    private final List<UUID> huizen = new ArrayList<>();
    private final List<GastheerId> gastheren = new ArrayList<>();
    private final Map<GastheerId, URI> agendas = new HashMap<>();
    private final Map<UUID, Integer> versies = new HashMap<>();
    private final Map<String, Integer> gedaan = new HashMap<>();
    private Instant nu = Tijdzone.instant(VANDAAG, LocalTime.of(6, 0));

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start());
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @Test
    void whatever_happens_the_roster_is_right_and_every_calendar_says_the_same() throws Exception {
        zetKlok();
        richtIn();
        for (var stap = 1; stap <= STAPPEN; stap++) {
            var wat = doeIets();
            gedaan.merge(wat, 1, Integer::sum);
            controleer("step %d: %s".formatted(stap, wat));
            if (stap % VERSIES_ELKE == 0) {
                controleerVersies("step %d".formatted(stap));
            }
            if (stap % AGENDA_ELKE == 0) {
                controleerAgendas("step %d".formatted(stap));
            }
        }
        // Each kind of thing did happen, so that what holds is not held by standing still.
        assertThat(gedaan.keySet())
                .contains("gepland", "afgemeld", "geruild", "overgedragen", "ingevallen", "verplaatst", "afgelast")
                .contains("scholing", "tijd");
    }

    private void richtIn() {
        for (var n = 0; n < 3; n++) {
            var huis = proef.huis();
            huizen.add(huis);
            VANDAAG.datesUntil(EINDE).filter(_ -> toeval.nextInt(3) == 0).forEach(dag -> proef.ochtend(huis, dag));
        }
        for (var n = 0; n < GASTHEREN; n++) {
            var gastheer = proef.gastheer(
                    true,
                    2 + toeval.nextInt(9),
                    huizen.get(n % 3),
                    huizen.get((n + toeval.nextInt(2)) % 3 == n % 3 ? (n + 1) % 3 : (n + 2) % 3));
            gastheren.add(gastheer.id());
            agendas.put(
                    gastheer.id(),
                    dienst.bean(AgendaSleutels.class)
                            .maak(
                                    AgendaSoort.GASTHEER,
                                    Optional.of(gastheer.id().waarde()))
                            .url());
        }
    }

    private String doeIets() {
        return switch (toeval.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 ->
                rooster.plan(moment(), gastheer(), DOOR) instanceof PlanResultaat.Gepland ? "gepland" : "niet gepland";
            case 6, 7 -> meldAf();
            case 8 -> ruil();
            case 9, 10 -> draagOver();
            case 11, 12, 13 -> valIn();
            case 14 -> verplaats();
            case 15 -> gelastAf();
            case 16, 17 -> scholing();
            default -> tijd();
        };
    }

    private String meldAf() {
        return eenDienst()
                .filter(een -> een.isActief()
                        && rooster.meldAf(een.id(), Optional.empty(), DOOR) instanceof AfmeldResultaat.Afgemeld)
                .map(_ -> "afgemeld")
                .orElse("niet afgemeld");
    }

    private String ruil() {
        var eerste = eenDienst();
        var tweede = eenDienst();
        return eerste.isPresent()
                        && tweede.isPresent()
                        && rooster.ruil(eerste.get().id(), tweede.get().id(), DOOR) instanceof RuilResultaat.Geruild
                ? "geruild"
                : "niet geruild";
    }

    private String draagOver() {
        return eenDienst()
                .filter(een ->
                        rooster.draagOver(een.id(), gastheer(), DOOR) instanceof OverdrachtResultaat.Overgedragen)
                .map(_ -> "overgedragen")
                .orElse("niet overgedragen");
    }

    /** The next are asked, and one of all who were asked answers. */
    private String valIn() {
        dekking.voerUit();
        var vragen = proef.jdbi.withHandle(
                handle -> handle.createQuery("""
                        select v.id from dekkingsvraag v join dekking d on d.id = v.dekking_id where d.status = 'loopt' order by v.id
                        """).mapTo(UUID.class).list());
        if (vragen.isEmpty()) {
            return "niemand gevraagd";
        }
        var vraag = vragen.get(toeval.nextInt(vragen.size()));
        return dekking.antwoord(vraag, toeval.nextInt(3) > 0) instanceof InvalResultaat.Gekregen
                ? "ingevallen"
                : "niet ingevallen";
    }

    /** Also into the night in which an hour is missing. */
    private String verplaats() {
        var dag = VANDAAG.plusDays(toeval.nextInt(49));
        var uur = toeval.nextInt(20);
        var van = Tijdzone.instant(dag, LocalTime.of(uur == 2 ? 1 : uur, toeval.nextBoolean() ? 0 : 30));
        var tot = van.plus(Duration.ofMinutes(30L + 30 * toeval.nextInt(6)));
        return momenten.verplaats(moment(), new Tijdvak(van, tot), DOOR)
                        instanceof MomentService.MomentVerplaatsResultaat.Verplaatst
                ? "verplaatst"
                : "niet verplaatst";
    }

    /** One goes, another comes, so that there is always something to do. */
    private String gelastAf() {
        var weg = momenten.gelastAf(moment(), "storm", DOOR) instanceof MomentService.AfgelastResultaat.Afgelast;
        var huis = huizen.get(toeval.nextInt(3));
        var dag = VANDAAG.plusDays(toeval.nextInt(49));
        var tijdvak =
                new Tijdvak(Tijdzone.instant(dag, LocalTime.of(13, 0)), Tijdzone.instant(dag, LocalTime.of(16, 30)));
        if (proef.jdbi.withHandle(handle -> momenten.isVrij(handle, huis, tijdvak))) {
            proef.openstelling(huis, tijdvak);
        }
        return weg ? "afgelast" : "niet afgelast";
    }

    private String scholing() {
        var id = gastheer();
        var was = beheer.find(id).orElseThrow();
        var scholing = switch (toeval.nextInt(4)) {
            case 0 -> Scholing.GEEN;
            case 1 -> new Scholing(true, Optional.empty(), Optional.of(VANDAAG.plusDays(toeval.nextInt(49))));
            default -> Scholing.ALTIJD;
        };
        beheer.wijzig(
                id,
                new Gastheerkaart(
                        was.naam(),
                        was.email(),
                        was.huizen(),
                        was.talen(),
                        scholing,
                        was.vogGezienOp(),
                        was.vogGeldigTot(),
                        was.maxPerMaand(),
                        was.maatje()),
                DOOR);
        return "scholing";
    }

    private String tijd() {
        nu = nu.plus(Duration.ofMinutes(toeval.nextInt(40)));
        zetKlok();
        return "tijd";
    }

    /** The rules, from the rows themselves, in other words than those of the code. */
    private void controleer(String bij) {
        var rijen = rijen();
        var perGastheer = rijen.stream().collect(Collectors.groupingBy(Rij::gastheerId));
        perGastheer.values().forEach(van -> {
            for (var i = 1; i < van.size(); i++) {
                assertThat(van.get(i).van())
                        .as("%s: at two places", bij)
                        .isAfterOrEqualTo(van.get(i - 1).tot());
            }
        });
        var gedekt = new HashSet<MomentId>();
        for (var rij : rijen) {
            assertThat(rij.open()).as("%s: a host for what lapsed", bij).isTrue();
            assertThat(rij.van()).as("%s: at another time than its moment", bij).isEqualTo(rij.begin());
            assertThat(rij.tot()).as("%s: at another time than its moment", bij).isEqualTo(rij.eind());
            if (rij.isGetraind()) {
                gedekt.add(new MomentId(rij.momentId()));
            }
        }
        assertThat(zonder())
                .as("%s: shown as covered without a trained host", bij)
                .isEqualTo(open(gedekt));
    }

    /** An active dienst with its moment and the training of its host; by host, in the order of time. */
    public record Rij(
            UUID gastheerId,
            UUID momentId,
            Instant van,
            Instant tot,
            Instant begin,
            Instant eind,
            boolean open,
            LocalDate datum,
            boolean getraind,
            @Nullable LocalDate getraindOp,
            @Nullable LocalDate getraindTot) {
        boolean isGetraind() {
            return getraind
                    && (getraindOp == null || !datum.isBefore(getraindOp))
                    && (getraindTot == null || !datum.isAfter(getraindTot));
        }
    }

    private List<Rij> rijen() {
        return proef.jdbi.withHandle(handle -> handle.createQuery("""
                        select d.gastheer_id, d.moment_id, lower(d.tijdvak) as van, upper(d.tijdvak) as tot, m.begin, m.eind,
                               m.status = 'open' as open, m.datum, g.getraind, g.getraind_op, g.getraind_tot
                        from dienst d join moment m on m.id = d.moment_id join gastheer g on g.id = d.gastheer_id
                        where d.status in ('gepland', 'bevestigd') and m.bron_id = any (:huizen)
                        order by d.gastheer_id, lower(d.tijdvak)
                        """)
                .bindArray("huizen", UUID.class, huizen.toArray())
                .map(ConstructorMapper.of(Rij.class))
                .list());
    }

    /** What had an UID has it for good, and its SEQUENCE only rises. */
    private void controleerVersies(String bij) {
        var nu = new HashMap<UUID, Integer>();
        proef.jdbi.useHandle(handle -> handle.createQuery("select id, versie from dienst")
                .map((rij, _) -> nu.put(rij.getObject(1, UUID.class), rij.getInt(2)) == null)
                .list());
        assertThat(nu.keySet()).as("%s: a UID went away", bij).containsAll(versies.keySet());
        versies.forEach((id, versie) ->
                assertThat(nu.get(id)).as("%s: SEQUENCE fell", bij).isGreaterThanOrEqualTo(versie));
        versies.putAll(nu);
    }

    private Set<MomentId> zonder() {
        return rooster.zonderGastheer(VANDAAG, EINDE.plusDays(60)).stream()
                .filter(moment -> huizen.contains(moment.bronId()))
                .map(moment -> moment.id())
                .collect(Collectors.toSet());
    }

    private Set<MomentId> open(Set<MomentId> gedekt) {
        var open = new HashSet<>(komend());
        open.removeAll(gedekt);
        return open;
    }

    /** What each host's calendar holds from today on is the roster, to the second. */
    private void controleerAgendas(String bij) throws Exception {
        for (var wie : agendas.entrySet()) {
            var bytes = proef.get(wie.getValue(), Optional.empty()).body();
            var gelezen = new HashMap<String, String>();
            for (VEvent item :
                    new CalendarBuilder().build(new StringReader(bytes)).<VEvent>getComponents("VEVENT")) {
                gelezen.put(
                        item.getUid().orElseThrow().getValue().replaceAll("@.*", ""),
                        "%s %s %s %s"
                                .formatted(
                                        instant(item.<Temporal>getDateTimeStart()
                                                .getDate()),
                                        instant(item.<Temporal>getDateTimeEnd().getDate()),
                                        item.getSequence().getSequenceNo(),
                                        item.getStatus().getValue()));
            }
            var verwacht = diensten().stream()
                    .filter(een -> een.gastheer().id().equals(wie.getKey()))
                    .filter(een -> een.isActief()
                            || !een.datum().isBefore(klok.vandaag().minusDays(1)))
                    .collect(Collectors.toMap(
                            een -> een.id().waarde().toString(),
                            een -> "%s %s %s %s"
                                    .formatted(
                                            een.tijdvak().van(),
                                            een.tijdvak().tot(),
                                            een.versie(),
                                            een.isActief() ? "CONFIRMED" : "CANCELLED")));
            assertThat(gelezen).as("%s: the calendar of %s", bij, wie.getKey()).isEqualTo(verwacht);
        }
    }

    private static Instant instant(Temporal waarde) {
        return switch (waarde) {
            case Instant instant -> instant;
            case ZonedDateTime lokaal -> lokaal.toInstant();
            case OffsetDateTime tijdstip -> tijdstip.toInstant();
            default -> throw new AssertionError("a time without a zone: " + waarde);
        };
    }

    private List<Dienst> diensten() {
        return rooster
                .diensten(
                        DienstVraag.van(Tijdzone.beginVan(VANDAAG.minusDays(1)), Tijdzone.beginVan(EINDE.plusDays(60))))
                .stream()
                .filter(een -> huizen.contains(een.moment().bronId()))
                .toList();
    }

    private List<MomentId> komend() {
        return proef.jdbi.withHandle(handle -> handle.createQuery("""
                        select id from moment where bron_id = any (:huizen) and begin > :nu and status = 'open' order by id
                        """)
                .bindArray("huizen", UUID.class, huizen.toArray())
                .bind("nu", nu())
                .mapTo(UUID.class)
                .map(MomentId::new)
                .list());
    }

    private MomentId moment() {
        var komend = komend();
        return komend.isEmpty() ? new MomentId(UUID.randomUUID()) : komend.get(toeval.nextInt(komend.size()));
    }

    private GastheerId gastheer() {
        return gastheren.get(toeval.nextInt(gastheren.size()));
    }

    private Optional<Dienst> eenDienst() {
        var alle = proef.jdbi.withHandle(handle -> handle.createQuery("""
                        select d.id from dienst d join moment m on m.id = d.moment_id
                        where d.status in ('gepland', 'bevestigd') and m.bron_id = any (:huizen) and lower(d.tijdvak) > :nu
                        order by d.id
                        """)
                .bindArray("huizen", UUID.class, huizen.toArray())
                .bind("nu", nu())
                .mapTo(UUID.class)
                .list());
        return alle.isEmpty() ? Optional.empty() : rooster.find(new DienstId(alle.get(toeval.nextInt(alle.size()))));
    }

    private Instant nu() {
        return klok.instant();
    }

    private void zetKlok() {
        klok.verschuif(Duration.between(klok.echt().instant(), nu));
    }
}
