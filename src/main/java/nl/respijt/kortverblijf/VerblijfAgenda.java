package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.Agenda;
import nl.respijt.agenda.AgendaBron;
import nl.respijt.agenda.AgendaItem;
import nl.respijt.agenda.AgendaStatus;
import nl.respijt.agenda.AgendaVoor;
import nl.respijt.agenda.Bereik;
import nl.respijt.agenda.ICalSchrijver;
import nl.respijt.agenda.Methode;
import nl.respijt.bericht.Brief.Bijlage;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.toegang.Sleutels;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/**
 * A stay in the calendar of who cares: when to bring somebody and when to fetch them, each an "appointment" and no more. No
 * house, no address and no nights in between: calendars are shared and shown on screens that others see.
 */
@Singleton
public final class VerblijfAgenda implements AgendaBron {
    /**
     * What the calendar shows of a stay.
     *
     * @param aanbieding the id of the second entry
     * @param vertrek as it is, or as they left
     * @param vervalt it is called off, or they did not come
     */
    record Stand(
            Verblijfsaanmelding wie,
            UUID aanbieding,
            LocalDate aankomst,
            LocalDate vertrek,
            boolean vervalt,
            Huisgegevens huis,
            Instant gewijzigdOp) {}

    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final LogeerbeurtRepository beurten;
    private final HuisgegevensRepository huizen;
    private final Sleutels sleutels;
    private final VerblijfSleutels verblijfsleutels;
    private final ICalSchrijver schrijver;

    VerblijfAgenda(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            LogeerbeurtRepository beurten,
            HuisgegevensRepository huizen,
            Sleutels sleutels,
            VerblijfSleutels verblijfsleutels,
            ICalSchrijver schrijver) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.beurten = beurten;
        this.huizen = huizen;
        this.sleutels = sleutels;
        this.verblijfsleutels = verblijfsleutels;
        this.schrijver = schrijver;
    }

    @Override
    public Optional<AgendaVoor> herken(String sleutel) {
        return sleutels.lees(Sleutels.Doel.AGENDA, sleutel).flatMap(this::stand).map(stand -> new Eigen(stand.wie()));
    }

    /** Empty as long as nothing was certain, and once somebody was forgotten. */
    private Optional<Stand> stand(UUID id) {
        return transacties.lees(handle -> aanmeldingen
                .find(handle, id)
                .filter(wie -> wie.status() != Status.GEACCEPTEERD)
                .flatMap(wie -> beurten.gekozen(handle, wie.id())
                        .map(keuze -> new Stand(
                                wie,
                                keuze.aanbieding(),
                                keuze.van(),
                                keuze.vertrek(),
                                keuze.vervalt(),
                                huizen.van(handle, keuze.huis()),
                                keuze.gewijzigdOp()))));
    }

    /** One stay, looked up when asked for. */
    private final class Eigen implements AgendaVoor {
        private final UUID id;
        private final Taal taal;

        private Eigen(Verblijfsaanmelding wie) {
            id = wie.id();
            taal = wie.taal();
        }

        @Override
        public Bereik bereik() {
            return Bereik.PERSOONLIJK;
        }

        @Override
        public String vervallen() {
            return VerblijfAgenda.vervallen(taal);
        }

        @Override
        public Optional<String> stand() {
            return VerblijfAgenda.this.stand(id).map(stand -> stand.wie().versie() + "/" + stand.gewijzigdOp());
        }

        @Override
        public Optional<Agenda> agenda() {
            return VerblijfAgenda.this.stand(id).map(stand -> agenda(stand.wie().taal(), items(stand)));
        }

        private Agenda agenda(Taal inTaal, List<AgendaItem> items) {
            return VerblijfAgenda.agenda(inTaal, items);
        }
    }

    /** As files for a mail: into a calendar, moved there, or out of it; of what is called off each in its own (RFC 5546, 3.2.5). */
    List<Bijlage> bijlagen(Verblijfsaanmelding wie) {
        return stand(wie.id()).stream()
                .flatMap(
                        stand -> stand.vervalt() ? items(stand).stream().map(List::of) : List.of(items(stand)).stream())
                .map(items -> bijlage(wie.taal(), items))
                .toList();
    }

    private Bijlage bijlage(Taal taal, List<AgendaItem> items) {
        var agenda = agenda(taal, items);
        var methode = Methode.van(agenda);
        var naam = items.size() > 1 ? "afspraken.ics" : "afspraak-%s.ics".formatted(dag(items.getFirst()));
        return new Bijlage(
                naam, methode.mediatype(), schrijver.schrijf(agenda, Bereik.PERSOONLIJK, vervallen(taal), methode));
    }

    private static LocalDate dag(AgendaItem item) {
        return nl.respijt.tijd.Tijdzone.datum(item.tijdvak().van());
    }

    private static Agenda agenda(Taal taal, List<AgendaItem> items) {
        return new Agenda(Teksten.in(taal).van("agenda.afspraak-naam"), "", items);
    }

    private static String vervallen(Taal taal) {
        return Teksten.in(taal).van("agenda.vervallen") + " ";
    }

    private List<AgendaItem> items(Stand stand) {
        return List.of(
                item(stand, stand.wie().id(), stand.huis().aankomst(stand.aankomst())),
                item(stand, stand.aanbieding(), stand.huis().vertrek(stand.vertrek())));
    }

    private AgendaItem item(Stand stand, UUID id, Tijdvak wanneer) {
        var t = Teksten.in(stand.wie().taal());
        var adres = verblijfsleutels.verblijfUrl(stand.wie().id());
        return new AgendaItem(
                id,
                stand.wie().versie(),
                wanneer,
                t.van("agenda.afspraak"),
                t.van("uw-verblijf.agenda", stand.wie().code(), adres),
                "",
                Optional.of(URI.create(adres)),
                stand.vervalt() ? AgendaStatus.VERVALLEN : AgendaStatus.BEVESTIGD,
                stand.gewijzigdOp());
    }
}
