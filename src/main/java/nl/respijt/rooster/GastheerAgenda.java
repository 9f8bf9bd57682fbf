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

/** The roster of a gastheer: the own diensten, and how many places are booked. Never who. */
@Singleton
final class GastheerAgenda implements AgendaInhoud {
    private final Transacties transacties;
    private final GastheerRepository gastheren;
    private final AgendaRepository agendas;
    private final Klok klok;
    private final URI rooster;

    GastheerAgenda(
            Transacties transacties,
            GastheerRepository gastheren,
            AgendaRepository agendas,
            Klok klok,
            Instellingen instellingen) {
        this.transacties = transacties;
        this.gastheren = gastheren;
        this.agendas = agendas;
        this.klok = klok;
        rooster = URI.create(instellingen.baseUrl() + "/rooster");
    }

    @Override
    public AgendaSoort soort() {
        return AgendaSoort.GASTHEER;
    }

    @Override
    public Optional<AgendaVoor> voor(Optional<UUID> wie) {
        return wie.map(GastheerId::new).map(Eigen::new);
    }

    /** The roster of one gastheer, looked up when asked for. */
    private final class Eigen implements AgendaVoor {
        private final GastheerId id;

        private Eigen(GastheerId id) {
            this.id = id;
        }

        @Override
        public Bereik bereik() {
            return Bereik.PERSOONLIJK;
        }

        @Override
        public String vervallen() {
            var taal = transacties.lees(
                    handle -> gastheren.find(handle, id).map(Gastheer::taal).orElse(Taal.NL));
            return Teksten.in(taal).van("agenda.vervallen") + " ";
        }

        @Override
        public Optional<String> stand() {
            return transacties.lees(
                    handle -> gastheren.find(handle, id).map(_ -> agendas.standVan(handle, id, klok.vandaag())));
        }

        @Override
        public Optional<Agenda> agenda() {
            return transacties.lees(handle -> gastheren
                    .find(handle, id)
                    .map(wie -> Teksten.in(wie.taal()))
                    .map(t -> new Agenda(
                            t.van("agenda.rooster-naam"),
                            "",
                            agendas.diensten(handle, id, klok.vandaag()).stream()
                                    .map(rij -> item(t, rij))
                                    .toList())));
        }
    }

    private AgendaItem item(Teksten t, DienstAgendaRij rij) {
        return new AgendaItem(
                rij.id(),
                rij.versie(),
                new Tijdvak(rij.begin(), rij.eind()),
                titel(t, rij.titel()),
                rij.actief() ? t.van("rooster.geboekt", rij.bezet(), rij.plaatsen()) : "",
                plaats(rij.titel(), rij.plaats()),
                Optional.of(rooster),
                rij.actief() ? AgendaStatus.BEVESTIGD : AgendaStatus.VERVALLEN,
                rij.gewijzigdOp());
    }

    /** The name of a dienst in a calendar. */
    static String titel(Teksten t, String huis) {
        return t.van("agenda.dienst", huis);
    }

    static String plaats(String huis, String adres) {
        return adres.isBlank() ? huis : huis + ", " + adres;
    }
}
