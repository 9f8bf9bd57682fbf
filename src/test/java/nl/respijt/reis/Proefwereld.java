package nl.respijt.reis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.MomentVraag.Blad;
import nl.respijt.boeking.Soort;
import nl.respijt.boeking.WachtVerzoek;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.boeking.Wachtlijst.WachtResultaat;
import nl.respijt.database.Proefdienst;
import nl.respijt.lotgenotengroep.Deelname;
import nl.respijt.lotgenotengroep.DeelnameResultaat;
import nl.respijt.lotgenotengroep.DeelnameVerzoek;
import nl.respijt.lotgenotengroep.Deelnames;
import nl.respijt.lotgenotengroep.GroepService;
import nl.respijt.lotgenotengroep.Groepsberichten;
import nl.respijt.lotgenotengroep.Lotgenotengroep;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Jdbi;

/** Utrecht as a newcomer finds it, and what other people do while a visitor looks: take the last places. */
final class Proefwereld implements AutoCloseable {
    private final Proefdienst dienst = Proefdienst.start();
    private final Set<MomentId> vergeven = new HashSet<>();
    private int anderen;

    Proefdienst dienst() {
        return dienst;
    }

    LocalDate vandaag() {
        return dienst.bean(Klok.class).vandaag();
    }

    /** This house can be stayed in for months to come, whenever the journey is made. */
    void contracteer(String logeerhuis) {
        var aanbieder = dienst.bean(Aanbieders.class).alle().stream()
                .filter(een -> een.naam().equals(logeerhuis))
                .findFirst()
                .orElseThrow();
        dienst.bean(Contracten.class)
                .legVast(aanbieder.id(), Contractdienst.VERBLIJF, vandaag().plusMonths(9), "Reis", "makelaar");
    }

    /**
     * A moment that no other journey gets and at which nobody of the demo is, some days ahead, so that all can still be
     * done with it.
     */
    Moment eigenMoment() {
        var nu = dienst.bean(Klok.class).instant();
        var vraag = MomentVraag.tussen(nu.plus(Duration.ofDays(3)), nu.plus(Duration.ofDays(50)))
                .soort(Soort.HUIS)
                .vrijVoor(4)
                .vraag();
        var moment = dienst.bean(MomentService.class).zoek(vraag, new Blad(1, 200)).momenten().stream()
                .filter(een -> een.bezet() == 0 && !vergeven.contains(een.id()))
                .findFirst()
                .orElseThrow();
        vergeven.add(moment.id());
        return moment;
    }

    /** Others take all places that are left; the last of them. */
    BoekingId maakVol(Moment moment) {
        var momenten = dienst.bean(MomentService.class);
        Optional<BoekingId> laatste = Optional.empty();
        for (var vrij = momenten.find(moment.id()).orElseThrow().vrij(); vrij > 0; ) {
            var personen = Math.min(vrij, BoekVerzoek.MAX_PERSONEN);
            laatste = Optional.of(boekAnder(moment, personen));
            vrij -= personen;
        }
        assertThat(momenten.find(moment.id()).orElseThrow().vrij()).isZero();
        return laatste.orElseThrow();
    }

    private BoekingId boekAnder(Moment moment, int personen) {
        var uitkomst = dienst.bean(BoekingService.class)
                .boek(new BoekVerzoek(
                        "reis:" + UUID.randomUUID(),
                        moment.id(),
                        "Iemand Anders",
                        new Contact(Optional.of(nieuwAdres()), Optional.empty()),
                        personen,
                        Taal.NL,
                        false,
                        BoekVerzoek.DOOR_MANTELZORGER));
        return ((BoekResultaat.Geboekt) uitkomst).id();
    }

    /** Who had that place gives it back. */
    void zegAf(BoekingId boeking) {
        dienst.bean(BoekingBeheer.class).annuleer(boeking, BoekVerzoek.DOOR_MANTELZORGER);
    }

    /** Somebody stands in line for a full moment; the path of their place in it. */
    String zetInRij(Moment moment, String adres) {
        var wens = new BoekVerzoek(
                "reis:" + UUID.randomUUID(),
                moment.id(),
                "Iemand Anders",
                new Contact(Optional.of(adres), Optional.empty()),
                1,
                Taal.NL,
                false,
                BoekVerzoek.DOOR_MANTELZORGER);
        var uitkomst = dienst.bean(Wachtlijst.class).zetInRij(WachtVerzoek.voor(wens));
        return dienst.bean(BoekingSleutels.class).wachtPad(((WachtResultaat.InRij) uitkomst).id());
    }

    /** The time to choose is over for whoever was offered a place at it. */
    void laatVerlopen(Moment moment) {
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update wachtplek set aangeboden_tot = ? where ding_id = ? and status = 'aangeboden'",
                        dienst.bean(Klok.class).instant().minusSeconds(60),
                        moment.id().waarde()));
    }

    /** A group that one is in at once. */
    Lotgenotengroep groep() {
        return groepen().filter(groep -> !groep.kennismaking()).findFirst().orElseThrow();
    }

    /** A group whose coordinator calls first. */
    Lotgenotengroep groepMetGesprek() {
        return groepen().filter(Lotgenotengroep::kennismaking).findFirst().orElseThrow();
    }

    /** A group without a place left. */
    Lotgenotengroep volleGroep() {
        var groep = groepen()
                .filter(een -> !een.kennismaking())
                .reduce((een, laatste) -> laatste)
                .orElseThrow();
        for (var vrij = groep.grootte() - groep.deelnemers(); vrij > 0; vrij--) {
            doeMee(groep, "Iemand Anders", nieuwAdres(), false);
        }
        return groep;
    }

    /** Those that one can join. */
    Stream<Lotgenotengroep> groepen() {
        return dienst.bean(GroepService.class).teVinden().stream();
    }

    String nieuwAdres() {
        anderen++;
        return "ander-%d@voorbeeld.example".formatted(anderen);
    }

    /** Who leads the one leads the other too. */
    void leidtOok(Lotgenotengroep groep, Lotgenotengroep andere) {
        var groepen = dienst.bean(GroepService.class);
        groepen.coordinatoren().get(groep.id()).forEach(wie -> groepen.koppel(andere.id(), wie.persoonId()));
    }

    Moment eerste(Lotgenotengroep groep) {
        return dienst.bean(GroepService.class).komende(groep.id(), 1).getFirst();
    }

    /** The meeting began a minute ago. */
    void begint(Moment bijeenkomst) {
        var van = dienst.bean(Klok.class).instant().minusSeconds(60);
        var tot = van.plus(Duration.ofHours(1));
        dienst.bean(Jdbi.class).useHandle(handle -> {
            var id = bijeenkomst.id().waarde();
            handle.execute("update moment set begin = ?, eind = ? where id = ?", van, tot, id);
            handle.execute("update boeking set tijdvak = tstzrange(?, ?) where moment_id = ?", van, tot, id);
        });
    }

    /** Somebody joins a group; the id of their deelname. */
    UUID doeMee(Lotgenotengroep groep, String naam, String adres, boolean iemandMee) {
        var uitkomst = dienst.bean(Deelnames.class)
                .meldAan(new DeelnameVerzoek(
                        "reis:" + UUID.randomUUID(),
                        groep.id(),
                        naam,
                        new Contact(Optional.of(adres), Optional.empty()),
                        Optional.empty(),
                        Taal.NL,
                        iemandMee,
                        BoekVerzoek.DOOR_MANTELZORGER));
        return ((DeelnameResultaat.Aangemeld) uitkomst).antwoord().id();
    }

    /** What a coordinator does for who is in the group: says where to meet, and writes to all. */
    void vertel(Lotgenotengroep groep, String trefpunt, String bericht) {
        var deelnames = dienst.bean(Deelnames.class);
        deelnames.inGroep(groep.id()).stream()
                .filter(Deelname::zoektBegeleider)
                .forEach(wie -> deelnames.spreekAf(wie.id(), trefpunt, "coordinator"));
        dienst.bean(Groepsberichten.class)
                .stuur(
                        UUID.randomUUID(),
                        groep.id(),
                        bericht,
                        new Aanmelding("coordinator", "Samira", Rol.GROEPSCOORDINATOR, Optional.empty(), ""));
    }

    @Override
    public void close() {
        dienst.close();
    }
}
