package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import nl.respijt.agenda.Agenda;
import nl.respijt.agenda.Bereik;
import nl.respijt.agenda.ICalSchrijver;
import nl.respijt.agenda.Methode;
import nl.respijt.bericht.Brief.Bijlage;

/** Bookings as calendar files for a mail: as they are now, so that they get into a calendar, move there, or go out of it. */
@Singleton
public final class Agendabijlage {
    private final BoekingAgenda agenda;
    private final ICalSchrijver schrijver;

    Agendabijlage(BoekingAgenda agenda, ICalSchrijver schrijver) {
        this.agenda = agenda;
        this.schrijver = schrijver;
    }

    List<Bijlage> van(Boeking boeking) {
        return List.of(bijlage("afspraak.ics", boeking, agenda.van(boeking)));
    }

    /**
     * What stands in one file; what was cancelled each in its own (RFC 5546, 3.2.5: a cancellation is of one event).
     * Of one person, and at least one.
     */
    public List<Bijlage> van(List<Boeking> boekingen) {
        var bijlagen = new ArrayList<Bijlage>();
        var eerste = boekingen.getFirst();
        var actief = boekingen.stream().filter(Boeking::isActief).toList();
        if (!actief.isEmpty()) {
            bijlagen.add(bijlage("afspraken.ics", eerste, agenda.van(eerste.taal(), actief)));
        }
        boekingen.stream()
                .filter(boeking -> !boeking.isActief())
                .map(boeking ->
                        bijlage("afspraak-%s.ics".formatted(boeking.moment().datum()), boeking, agenda.van(boeking)))
                .forEach(bijlagen::add);
        return bijlagen;
    }

    private Bijlage bijlage(String naam, Boeking boeking, Agenda inhoud) {
        var methode = Methode.van(inhoud);
        return new Bijlage(
                naam,
                methode.mediatype(),
                schrijver.schrijf(inhoud, Bereik.PERSOONLIJK, agenda.vervallen(boeking.taal()), methode));
    }
}
