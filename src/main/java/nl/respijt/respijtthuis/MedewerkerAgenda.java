package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.agenda.Agenda;
import nl.respijt.agenda.AgendaInhoud;
import nl.respijt.agenda.AgendaItem;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.agenda.AgendaStatus;
import nl.respijt.agenda.AgendaVoor;
import nl.respijt.agenda.Bereik;
import nl.respijt.boeking.Boeking;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.respijtthuis.BezoekmomentRepository.Agendaregel;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.AgendaEigenaar;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/**
 * The visits of a worker as a calendar by a secret address: when, and in which wijken they come. Who and where exactly is
 * behind the login. An entry is a time at which somebody can come, so that it stays the same one through all that is
 * asked, cancelled and asked again there.
 */
@Singleton
final class MedewerkerAgenda implements AgendaInhoud, AgendaEigenaar {
    /** design.md section 5: sixty days back and all that is ahead. */
    private static final Duration TERUG = Duration.ofDays(60);

    private final Transacties transacties;
    private final MedewerkerRepository medewerkers;
    private final BezoekmomentRepository bezoekmomenten;
    private final Medewerkerbeheer beheer;
    private final Klok klok;
    private final URI bezoeken;

    MedewerkerAgenda(
            Transacties transacties,
            MedewerkerRepository medewerkers,
            BezoekmomentRepository bezoekmomenten,
            Medewerkerbeheer beheer,
            Klok klok,
            Instellingen instellingen) {
        this.transacties = transacties;
        this.medewerkers = medewerkers;
        this.bezoekmomenten = bezoekmomenten;
        this.beheer = beheer;
        this.klok = klok;
        bezoeken = URI.create(instellingen.baseUrl() + "/bezoeken");
    }

    @Override
    public AgendaSoort soort() {
        return AgendaSoort.MEDEWERKER;
    }

    @Override
    public boolean bestaat(Optional<UUID> voor) {
        return voor.flatMap(this::werkend).isPresent();
    }

    @Override
    public boolean isVan(Aanmelding wie, Optional<UUID> voor) {
        return voor.flatMap(medewerker -> beheer.find(medewerker, wie)).isPresent();
    }

    @Override
    public Optional<AgendaVoor> voor(Optional<UUID> wie) {
        return wie.flatMap(this::werkend).map(medewerker -> new Bezoekagenda(medewerker.id()));
    }

    private Optional<Medewerker> werkend(UUID id) {
        return transacties.lees(handle -> medewerkers.find(handle, id)).filter(wie -> !wie.gestopt());
    }

    /** The visits of one worker, looked up when asked for. */
    private final class Bezoekagenda implements AgendaVoor {
        private final UUID wie;

        private Bezoekagenda(UUID wie) {
            this.wie = wie;
        }

        @Override
        public Bereik bereik() {
            return Bereik.PERSOONLIJK;
        }

        @Override
        public String vervallen() {
            return t().van("agenda.vervallen") + " ";
        }

        @Override
        public Optional<String> stand() {
            // The day is in it: what is cancelled leaves the calendar the day after.
            return werkend(wie)
                    .map(_ -> klok.vandaag()
                            + "/"
                            + transacties.lees(handle ->
                                    bezoekmomenten.stand(handle, wie, vandaag().minus(TERUG))));
        }

        @Override
        public Optional<Agenda> agenda() {
            return werkend(wie)
                    .map(_ -> new Agenda(
                            t().van("agenda.bezoeken-naam"),
                            "",
                            transacties
                                    .lees(handle -> bezoekmomenten.agenda(
                                            handle, wie, vandaag().minus(TERUG), vandaag()))
                                    .stream()
                                    .map(this::item)
                                    .toList()));
        }

        private AgendaItem item(Agendaregel regel) {
            return new AgendaItem(
                    regel.id(),
                    regel.volgnummer(),
                    regel.tijdvak(),
                    t().van("agenda.bezoek"),
                    "",
                    String.join(", ", regel.wijken()),
                    Optional.of(bezoeken),
                    regel.status().map(MedewerkerAgenda::status).orElse(AgendaStatus.VERVALLEN),
                    regel.op());
        }

        private Instant vandaag() {
            return Tijdzone.beginVan(klok.vandaag());
        }

        private static Teksten t() {
            return Teksten.in(Taal.NL);
        }
    }

    /** What nobody said yes to yet may still not take place. */
    private static AgendaStatus status(Boeking.Status status) {
        return status == Boeking.Status.AANGEVRAAGD ? AgendaStatus.VOORLOPIG : AgendaStatus.BEVESTIGD;
    }
}
