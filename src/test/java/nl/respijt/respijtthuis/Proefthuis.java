package nl.respijt.respijtthuis;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;

/** Care at home for tests: providers with workers, and visits that can be asked for. */
public final class Proefthuis {
    static final Duration REISTIJD = Duration.ofMinutes(30);

    private final Proefdienst dienst;
    private final Proefaanbieder aanbieders;

    public Proefthuis(Proefdienst dienst) {
        this.dienst = dienst;
        this.aanbieders = new Proefaanbieder(dienst);
    }

    /** Contracted for a year from now. */
    public Aanbieder aanbieder() {
        return aanbieder(vandaag().plusYears(1));
    }

    Aanbieder aanbieder(LocalDate tot) {
        return aanbieders.met(
                Contractdienst.THUIS, tot.toString(), tot.plusYears(2).toString());
    }

    /** Signed in as who acts for it. */
    public Klant als(Aanbieder aanbieder) {
        return new Klant(dienst)
                .met(dienst.bean(Sessies.class)
                        .open(
                                "proef-aanbieder",
                                "Proef",
                                Rol.AANBIEDER,
                                Optional.of(aanbieders.medewerker(aanbieder))));
    }

    Aanmelding aanmelding(Aanbieder aanbieder) {
        return new Aanmelding("proef", "Proef", Rol.AANBIEDER, Optional.of(aanbieders.medewerker(aanbieder)), "");
    }

    /** A first request of somebody new, which this provider has to answer. */
    public BoekingId gevraagd(Aanbieder aanbieder) {
        var wens = Proefwens.voor(moment(medewerker(aanbieder))).thuis(Voor.VOLWASSENE, "Proefstraat 1");
        return ((BoekResultaat.Geboekt) dienst.bean(BoekingService.class).boek(wens.verzoek())).id();
    }

    /** Somebody comes every week in the morning and the afternoon, but for one week; the first of those mornings. */
    public Moment elkeWeek(int weken, int behalve) {
        var noor = medewerker(aanbieder(), "Noor Proef", Set.of(Voor.VOLWASSENE), Set.of());
        var eerste = vandaag().plusWeeks(1);
        for (var week = 0; week < weken; week++) {
            if (week != behalve) {
                moment(noor, eerste.plusWeeks(week), "09:00", "11:00");
            }
            moment(noor, eerste.plusWeeks(week).plusDays(1), "13:00", "15:00");
        }
        return momentVan(noor, eerste);
    }

    /** Somebody who visits, with hours and a visit that can be asked for. */
    public record Werker(UUID medewerker, UUID werktijd, UUID moment, UUID afwezigheid, UUID sleutel) {}

    public Werker werker(Aanbieder aanbieder) {
        var wie = medewerker(aanbieder);
        return new Werker(
                wie.id(),
                werkt(wie, 1, "09:00", "12:00"),
                moment(wie, vandaag().plusWeeks(3), "18:00", "21:00")
                        .orElseThrow()
                        .id()
                        .waarde(),
                dienst.bean(Afwezigheden.class)
                        .legVast(
                                wie,
                                vandaag().plusWeeks(9),
                                Optional.of(vandaag().plusWeeks(10)),
                                "proef"),
                dienst.bean(AgendaSleutels.class)
                        .maak(AgendaSoort.MEDEWERKER, Optional.of(wie.id()))
                        .id());
    }

    /** Comes in Oost and Zuid, for an adult, and can do this. */
    public Medewerker medewerker(Aanbieder aanbieder, Vaardigheid... kan) {
        return medewerker(aanbieder, UUID.randomUUID() + " Proef", Set.of(Voor.VOLWASSENE), Set.of(kan));
    }

    Medewerker medewerker(Aanbieder aanbieder, Set<Voor> voor) {
        return medewerker(aanbieder, UUID.randomUUID() + " Proef", voor, Set.of());
    }

    private Medewerker medewerker(Aanbieder aanbieder, String naam, Set<Voor> voor, Set<Vaardigheid> kan) {
        var wie = new Medewerker(
                Id.nieuw(dienst.bean(Klok.class).instant()),
                aanbieder.id(),
                naam,
                voor,
                List.of("nl"),
                List.of("Oost", "Zuid"),
                kan,
                false,
                false);
        dienst.bean(Transacties.class)
                .schrijf(handle -> dienst.bean(MedewerkerRepository.class).insert(handle, wie));
        return wie;
    }

    UUID werkt(Medewerker wie, int dag, String begin, String eind) {
        var werktijd = new Werktijd(
                UUID.randomUUID(),
                wie.id(),
                dag,
                LocalTime.parse(begin),
                LocalTime.parse(eind),
                vandaag(),
                Optional.empty());
        dienst.bean(Transacties.class).schrijf(handle -> {
            dienst.bean(MedewerkerRepository.class).insert(handle, werktijd);
            return werktijd;
        });
        return werktijd.id();
    }

    /** Two weeks from now in the morning. */
    public Moment moment(Medewerker wie) {
        return moment(wie, vandaag().plusWeeks(2), "09:00", "12:00").orElseThrow();
    }

    Moment momentVan(Medewerker wie, LocalDate dag) {
        return momenten(wie, dag).getFirst();
    }

    List<Moment> momenten(Medewerker wie, LocalDate dag) {
        return dienst.bean(MomentService.class)
                .zoek(
                        MomentVraag.tussen(Tijdzone.beginVan(dag), Tijdzone.beginVan(dag.plusDays(1)))
                                .bron(wie.id())
                                .vraag(),
                        new MomentVraag.Blad(1, 10))
                .momenten();
    }

    /** A visit of two hours that begins within a day, whatever the time is. */
    public Moment straks(Medewerker wie) {
        var begin = Tijdzone.lokaal(dienst.bean(Klok.class).instant())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(61);
        if (begin.toLocalTime().isAfter(LocalTime.of(21, 0))) {
            begin = begin.toLocalDate().plusDays(1).atTime(0, 30);
        }
        var tijd = begin.toLocalTime();
        return moment(
                        wie,
                        begin.toLocalDate(),
                        tijd.toString(),
                        tijd.plusHours(2).toString())
                .orElseThrow();
    }

    /** Empty when they cannot be there by then. */
    public Optional<Moment> moment(Medewerker wie, LocalDate dag, String van, String tot) {
        return dienst.bean(Transacties.class)
                .schrijf(handle -> dienst.bean(Bezoekmomenten.class)
                        .publiceer(
                                handle,
                                wie,
                                Optional.empty(),
                                dag,
                                Proefmoment.op(dag, van, tot),
                                dienst.bean(Contracten.class)
                                        .metSlot(handle, wie.aanbieder(), Contractdienst.THUIS)
                                        .orElseThrow(),
                                REISTIJD))
                .map(id -> dienst.bean(MomentService.class).find(id).orElseThrow());
    }

    LocalDate vandaag() {
        return dienst.bean(Klok.class).vandaag();
    }
}
