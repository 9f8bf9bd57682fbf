package nl.respijt.agenda;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A feature with one calendar, as far as feeds see it; counts what it is asked. */
final class ProefAgenda implements AgendaBron, AgendaVoor {
    final String sleutel;
    final AtomicInteger standen = new AtomicInteger();
    final AtomicInteger lezingen = new AtomicInteger();
    final AtomicInteger meldingen = new AtomicInteger();
    volatile Optional<Agenda> agenda;
    volatile Runnable tijdensLezen = () -> {};

    ProefAgenda(String sleutel, Agenda agenda) {
        this.sleutel = sleutel;
        this.agenda = Optional.of(agenda);
    }

    @Override
    public Optional<AgendaVoor> herken(String gegeven) {
        return gegeven.equals(sleutel) && agenda.isPresent() ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Bereik bereik() {
        return sleutel.startsWith("huis-") ? Bereik.OPENBAAR : Bereik.PERSOONLIJK;
    }

    @Override
    public String vervallen() {
        return "Vervallen: ";
    }

    @Override
    public Optional<String> stand() {
        standen.incrementAndGet();
        return agenda.map(a -> String.valueOf(a.hashCode()));
    }

    @Override
    public Optional<Agenda> agenda() {
        lezingen.incrementAndGet();
        var gelezen = agenda;
        tijdensLezen.run();
        return gelezen;
    }

    @Override
    public void opgehaald() {
        meldingen.incrementAndGet();
    }
}
