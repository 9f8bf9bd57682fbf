package nl.respijt.inzage;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.Period;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Taak;

/** Forgets whole days that are older than they are kept; the database itself refuses what is younger than five years. */
@Singleton
final class InzageTaak implements Taak {
    private final Transacties transacties;
    private final InzageRepository regels;
    private final Klok klok;
    private final Period bewaren;

    InzageTaak(
            Transacties transacties,
            InzageRepository regels,
            Klok klok,
            @Value("${respijt.inzage.bewaren}") String bewaren) {
        this.transacties = transacties;
        this.regels = regels;
        this.klok = klok;
        this.bewaren = Period.parse(bewaren);
    }

    @Override
    public String naam() {
        return "vergeet-inzage";
    }

    @Override
    public LocalTime tijdstip() {
        return LocalTime.of(4, 20);
    }

    @Override
    public void voerUit() {
        transacties.schrijf(handle -> regels.vergeet(handle, klok.vandaag().minus(bewaren)));
    }
}
