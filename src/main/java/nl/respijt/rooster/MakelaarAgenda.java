package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.Agenda;
import nl.respijt.agenda.AgendaInhoud;
import nl.respijt.agenda.AgendaItem;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.agenda.AgendaStatus;
import nl.respijt.agenda.AgendaVoor;
import nl.respijt.agenda.Bereik;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** All openstellingen for the makelaar, with how full they are and whether a gastheer is there; no names. */
@Singleton
final class MakelaarAgenda implements AgendaInhoud, AgendaVoor {
    private final Transacties transacties;
    private final AgendaRepository agendas;
    private final Klok klok;
    private final URI week;

    private final Teksten t = Teksten.in(Taal.NL);

    MakelaarAgenda(Transacties transacties, AgendaRepository agendas, Klok klok, Instellingen instellingen) {
        this.transacties = transacties;
        this.agendas = agendas;
        this.klok = klok;
        week = URI.create(instellingen.baseUrl() + "/makelaar/week");
    }

    @Override
    public AgendaSoort soort() {
        return AgendaSoort.MAKELAAR;
    }

    @Override
    public Optional<AgendaVoor> voor(Optional<UUID> wie) {
        return Optional.of(this);
    }

    @Override
    public Bereik bereik() {
        return Bereik.PERSOONLIJK;
    }

    @Override
    public String vervallen() {
        return t.van("agenda.vervallen") + " ";
    }

    @Override
    public Optional<String> stand() {
        return Optional.of(transacties.lees(handle -> agendas.standVanOpenstellingen(handle, klok.vandaag())));
    }

    @Override
    public Optional<Agenda> agenda() {
        return Optional.of(new Agenda(
                t.van("agenda.openstellingen-naam"),
                "",
                transacties.lees(handle -> agendas.openstellingen(handle, klok.vandaag())).stream()
                        .map(this::item)
                        .toList()));
    }

    private AgendaItem item(OpenstellingAgendaRij rij) {
        return new AgendaItem(
                rij.id(),
                rij.versie(),
                new Tijdvak(rij.begin(), rij.eind()),
                rij.open()
                        ? t.van(
                                rij.geregeld() ? "agenda.openstelling-geregeld" : "agenda.openstelling-zonder",
                                rij.titel(),
                                rij.bezet(),
                                rij.plaatsen())
                        : rij.titel(),
                "",
                GastheerAgenda.plaats(rij.titel(), rij.plaats()),
                Optional.of(week),
                rij.open() ? AgendaStatus.BEVESTIGD : AgendaStatus.VERVALLEN,
                rij.gewijzigdOp());
    }
}
