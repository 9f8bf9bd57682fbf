package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import nl.respijt.agenda.AgendaItem;
import nl.respijt.agenda.AgendaStatus;
import nl.respijt.agenda.ICalSchrijver;
import nl.respijt.agenda.Uitnodiging;
import nl.respijt.bericht.Brief;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.web.Teksten;

/** A dienst as an invitation that goes along with a mail, for gastheren who want that instead of a calendar to follow. */
@Singleton
final class DienstUitnodigingen {
    private final Transacties transacties;
    private final InzetRepository inzet;
    private final DienstSleutels sleutels;
    private final ICalSchrijver schrijver;
    private final URI rooster;

    DienstUitnodigingen(
            Transacties transacties,
            InzetRepository inzet,
            DienstSleutels sleutels,
            ICalSchrijver schrijver,
            Instellingen instellingen) {
        this.transacties = transacties;
        this.inzet = inzet;
        this.sleutels = sleutels;
        this.schrijver = schrijver;
        rooster = URI.create(instellingen.baseUrl() + "/rooster");
    }

    boolean wil(Gastheer gastheer) {
        return transacties.lees(
                handle -> inzet.van(handle, gastheer.id()).wensen().uitnodigingen());
    }

    /** Asks for the dienst as it stands, or takes it back when it lapsed; empty for who did not choose this. */
    Optional<Brief.Uitnodiging> bij(Dienst dienst) {
        return wil(dienst.gastheer())
                ? uitnodiging(dienst, dienst.isActief() ? AgendaStatus.BEVESTIGD : AgendaStatus.VERVALLEN)
                : Optional.empty();
    }

    /** Takes it back although the dienst stands: it is in another calendar from now on. */
    Optional<Brief.Uitnodiging> terug(Dienst dienst) {
        return uitnodiging(dienst, AgendaStatus.VERVALLEN);
    }

    private Optional<Brief.Uitnodiging> uitnodiging(Dienst dienst, AgendaStatus status) {
        return dienst.gastheer().email().map(email -> {
            var t = Teksten.in(dienst.gastheer().taal());
            var uitnodiging = new Uitnodiging(
                    item(t, dienst, status), dienst.gastheer().naam(), email, sleutels.antwoordAdres(dienst));
            return new Brief.Uitnodiging(
                    uitnodiging.methode().mediatype(),
                    schrijver.schrijf(uitnodiging, t.van("agenda.vervallen") + " "),
                    uitnodiging.antwoordAdres());
        });
    }

    /** The entry of the calendar to follow, without the number of places: a mail does not keep up with that. */
    private AgendaItem item(Teksten t, Dienst dienst, AgendaStatus status) {
        return new AgendaItem(
                dienst.id().waarde(),
                dienst.versie(),
                dienst.tijdvak(),
                GastheerAgenda.titel(t, dienst.moment().titel()),
                "",
                GastheerAgenda.plaats(dienst.moment().titel(), dienst.moment().plaats()),
                Optional.of(rooster),
                status,
                dienst.gewijzigdOp());
    }
}
