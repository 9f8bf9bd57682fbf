package nl.respijt.boeking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Jdbi;

/** A moment of a house of its own, two weeks ahead in the morning, with one place; a test sets what its claim is about. */
public final class Proefmoment {
    private final Proefdienst dienst;
    private UUID huis = UUID.randomUUID();
    private String titel = "Huis Proef";
    private Tijdvak tijdvak;
    private int plaatsen = 1;

    private Proefmoment(Proefdienst dienst) {
        this.dienst = dienst;
        tijdvak = op(dienst.bean(Klok.class).vandaag().plusWeeks(2), "09:00", "12:30");
    }

    public static Proefmoment in(Proefdienst dienst) {
        return new Proefmoment(dienst);
    }

    public static Tijdvak op(LocalDate dag, String van, String tot) {
        return new Tijdvak(Tijdzone.instant(dag, LocalTime.parse(van)), Tijdzone.instant(dag, LocalTime.parse(tot)));
    }

    public Proefmoment inHuis(UUID waarde) {
        huis = waarde;
        return this;
    }

    public Proefmoment op(LocalDate dag) {
        return tijdvak(op(dag, "09:00", "12:30"));
    }

    /** On the usual day, at other hours. */
    public Proefmoment van(String van, String tot) {
        return tijdvak(op(Tijdzone.datum(tijdvak.van()), van, tot));
    }

    public Proefmoment tijdvak(Tijdvak waarde) {
        tijdvak = waarde;
        return this;
    }

    public Proefmoment begonnen() {
        var nu = dienst.bean(Klok.class).instant().truncatedTo(ChronoUnit.SECONDS);
        return tijdvak(new Tijdvak(nu.minus(Duration.ofMinutes(1)), nu.plus(Duration.ofHours(1))));
    }

    public Proefmoment met(int aantal) {
        plaatsen = aantal;
        return this;
    }

    public Moment publiceer() {
        var nu = dienst.bean(Klok.class).instant();
        var begin = Tijdzone.lokaal(tijdvak.van());
        var moment = new Moment(
                new MomentId(Id.nieuw(nu)),
                Soort.HUIS,
                huis,
                titel,
                "Zuid",
                List.of(),
                "Proefstraat 1",
                begin.toLocalDate(),
                Dagdeel.bij(begin.toLocalTime()),
                tijdvak,
                plaatsen,
                0,
                List.of("nl"),
                true,
                false,
                false,
                false,
                0,
                nu,
                nu);
        dienst.bean(Transacties.class).schrijf(handle -> {
            dienst.bean(MomentService.class).publiceer(handle, moment);
            return moment;
        });
        return moment;
    }

    /**
     * What must hold after whatever a test did, of every moment: the places that are taken are those of the bookings and
     * of who was offered one, and nobody waits for what is free.
     */
    public static void controleerBezetting(Proefdienst dienst) {
        var scheef = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("""
                        select m.id || ': bezet ' || m.bezet || ', geboekt ' || geboekt.som || ', aangeboden ' || aangeboden.som
                               || ', kleinste wens ' || coalesce(wachtend.kleinste, 0)
                        from moment m
                        cross join lateral (select coalesce(sum(b.personen), 0) as som from boeking b
                                            where b.moment_id = m.id and b.status in ('aangevraagd', 'bevestigd')) geboekt
                        cross join lateral (select coalesce(sum(w.personen), 0) as som from wachtplek w
                                            where w.ding_id = m.id and w.status = 'aangeboden') aangeboden
                        cross join lateral (select min(w.personen) as kleinste from wachtplek w
                                            where w.ding_id = m.id and w.status = 'wacht') wachtend
                        where m.bezet <> geboekt.som + aangeboden.som
                           or m.status = 'open' and wachtend.kleinste <= m.plaatsen - m.bezet
                        """).mapTo(String.class).list());
        assertThat(scheef).isEmpty();
    }
}
