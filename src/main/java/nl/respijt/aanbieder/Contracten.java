package nl.respijt.aanbieder;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.ContractResultaat.AlVastgelegd;
import nl.respijt.aanbieder.ContractResultaat.NaDeOptie;
import nl.respijt.aanbieder.ContractResultaat.Onbekend;
import nl.respijt.aanbieder.ContractResultaat.Vastgelegd;
import nl.respijt.agenda.AgendaStand;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Until when a dienst of an aanbieder can be booked. Nothing is planned after the last day until an extension is recorded
 * (UvP 2025-2027: Hups through 31-12-2026, options through 31-12-2028). What was recorded last holds; it can go forth and
 * back.
 */
@Singleton
public final class Contracten {
    /** Who records what no person did: the gemeente's file, the demo. */
    public static final String SYSTEEM = "systeem";

    /** The {@code bron} of what the gemeente's file says; the texts have a word for it, as for the next. */
    public static final String UIT_BESTAND = "bestand";

    public static final String UIT_PROEF = "proefversie";

    private final ContractRepository contracten;
    private final Transacties transacties;
    private final BeanProvider<ContractGevolg> ookAnders; // which itself asks for contracts
    private final AgendaStand agendas;
    private final Verzender verzender;
    private final Klok klok;

    Contracten(
            ContractRepository contracten,
            Transacties transacties,
            BeanProvider<ContractGevolg> ookAnders,
            AgendaStand agendas,
            Verzender verzender,
            Klok klok) {
        this.contracten = contracten;
        this.transacties = transacties;
        this.ookAnders = ookAnders;
        this.agendas = agendas;
        this.verzender = verzender;
        this.klok = klok;
    }

    /** What holds now; empty when this aanbieder does not give that. */
    public Optional<Aanbiedercontract> geldt(UUID aanbieder, Contractdienst dienst) {
        return transacties.lees(handle -> contracten.geldend(handle, aanbieder, dienst));
    }

    /** The same, as part of a larger change. */
    public Optional<Aanbiedercontract> geldt(Handle handle, UUID aanbieder, Contractdienst dienst) {
        return contracten.geldend(handle, aanbieder, dienst);
    }

    /** What holds now, one for each dienst of each aanbieder, the first to end first. */
    public List<Aanbiedercontract> geldende() {
        return transacties.lees(contracten::geldende);
    }

    /** Until when each aanbieder that gives it gives it. */
    public Map<UUID, LocalDate> einden(Handle handle, Contractdienst dienst) {
        return contracten.geldende(handle).stream()
                .filter(contract -> contract.dienst() == dienst)
                .collect(Collectors.toMap(Aanbiedercontract::aanbieder, Aanbiedercontract::tot));
    }

    /** Whether something on this day can be booked. */
    public boolean isGedekt(UUID aanbieder, Contractdienst dienst, LocalDate datum) {
        return geldt(aanbieder, dienst).filter(contract -> contract.dekt(datum)).isPresent();
    }

    /** All that was ever recorded of it, the last one first. */
    public List<Aanbiedercontract> geschiedenis(UUID aanbieder) {
        return transacties.lees(handle -> contracten.van(handle, aanbieder));
    }

    /**
     * What holds until the end of this transaction: who records another end waits for it. For whoever publishes moments,
     * before they do, so that none is bookable beyond the end that holds when they commit.
     */
    public Optional<Aanbiedercontract> metSlot(Handle handle, UUID aanbieder, Contractdienst dienst) {
        // Two statements: the second sees what was committed while the first waited.
        return contracten.houdMet(handle, aanbieder) ? contracten.geldend(handle, aanbieder, dienst) : Optional.empty();
    }

    /** @param door {@link #SYSTEEM}, or the member of staff */
    public ContractResultaat legVast(UUID aanbieder, Contractdienst dienst, LocalDate tot, String bron, String door) {
        var uitkomst = transacties.schrijf(handle -> legVast(handle, aanbieder, dienst, tot, bron, door));
        if (uitkomst instanceof Vastgelegd) {
            agendas.gewijzigd();
            verzender.wek();
        }
        return uitkomst;
    }

    private ContractResultaat legVast(
            Handle handle, UUID aanbieder, Contractdienst dienst, LocalDate tot, String bron, String door) {
        var geldend = contracten.houd(handle, aanbieder)
                ? contracten.geldend(handle, aanbieder, dienst)
                : Optional.<Aanbiedercontract>empty();
        if (geldend.isEmpty()) {
            return new Onbekend(aanbieder);
        }
        var was = geldend.get();
        if (was.verlengbaarTot().filter(tot::isAfter).isPresent()) {
            return new NaDeOptie(was.verlengbaarTot().get());
        }
        if (was.tot().equals(tot) && was.bron().equals(bron)) {
            return new AlVastgelegd(was);
        }
        var nu = klok.instant();
        var wordt = new Aanbiedercontract(aanbieder, dienst, tot, was.verlengbaarTot(), bron, nu, door);
        contracten.insert(handle, wordt);
        contracten.schrijfGeschiedenis(handle, was, wordt, nu);
        ookAnders.stream().forEach(gevolg -> gevolg.bijNieuwEinde(handle, aanbieder, dienst, tot, door, nu));
        return new Vastgelegd(wordt);
    }
}
