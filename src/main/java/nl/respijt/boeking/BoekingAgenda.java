package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nl.respijt.agenda.Agenda;
import nl.respijt.agenda.AgendaBron;
import nl.respijt.agenda.AgendaItem;
import nl.respijt.agenda.AgendaStatus;
import nl.respijt.agenda.AgendaVoor;
import nl.respijt.agenda.Bereik;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/**
 * A carer's own booking as a calendar, by its key. The title says "appointment" and no more: calendars are shared and
 * shown on screens that others see.
 */
@Singleton
public final class BoekingAgenda implements AgendaBron {
    private final BoekingBeheer beheer;
    private final Sleutels sleutels;
    private final BoekingSleutels boekingsleutels;

    BoekingAgenda(BoekingBeheer beheer, Sleutels sleutels, BoekingSleutels boekingsleutels) {
        this.beheer = beheer;
        this.sleutels = sleutels;
        this.boekingsleutels = boekingsleutels;
    }

    @Override
    public Optional<AgendaVoor> herken(String sleutel) {
        return sleutels.lees(Doel.AGENDA, sleutel)
                .map(BoekingId::new)
                .flatMap(beheer::find)
                .map(boeking -> new Eigen(boeking.id(), boeking.taal()));
    }

    /** One booking, looked up when asked for. */
    private final class Eigen implements AgendaVoor {
        private final BoekingId id;
        private final Taal taal;

        private Eigen(BoekingId id, Taal taal) {
            this.id = id;
            this.taal = taal;
        }

        @Override
        public Bereik bereik() {
            return Bereik.PERSOONLIJK;
        }

        @Override
        public String vervallen() {
            return BoekingAgenda.this.vervallen(taal);
        }

        @Override
        public Optional<String> stand() {
            return beheer.find(id).map(boeking -> boeking.versie() + "/" + boeking.gewijzigdOp());
        }

        @Override
        public Optional<Agenda> agenda() {
            return beheer.find(id).map(BoekingAgenda.this::van);
        }
    }

    String vervallen(Taal taal) {
        return Teksten.in(taal).van("agenda.vervallen") + " ";
    }

    Agenda van(Boeking boeking) {
        return van(boeking.taal(), List.of(boeking));
    }

    Agenda van(Taal taal, List<Boeking> boekingen) {
        return new Agenda(
                Teksten.in(taal).van("agenda.afspraak-naam"),
                "",
                boekingen.stream().map(this::item).toList());
    }

    /** One booking in a calendar of whoever made it. */
    public AgendaItem item(Boeking boeking) {
        var t = Teksten.in(boeking.taal());
        var adres = boekingsleutels.beheerUrl(boeking.id());
        var moment = boeking.moment();
        return new AgendaItem(
                boeking.id().waarde(),
                boeking.versie(),
                boeking.tijdvak(),
                t.van("agenda.afspraak"),
                t.van("agenda.afspraak-omschrijving", boeking.code(), adres),
                moment.isErgens() ? Waarheen.naam(moment, t) + ", " + moment.plaats() : Waarheen.naam(moment, t),
                Optional.of(URI.create(adres)),
                boeking.isActief() ? AgendaStatus.BEVESTIGD : AgendaStatus.VERVALLEN,
                boeking.gewijzigdOp());
    }
}
