package nl.respijt.bericht;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Bestemming.PerMail;
import nl.respijt.bericht.Brief.Bestemming.PerTelefoon;
import nl.respijt.tijd.Klok;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the makelaar has to do for messages: call who has no mail, and look after what did not arrive. Asks nobody
 * for permission: the desk does.
 */
@Singleton
public final class Belijst {
    private static final Logger LOG = LoggerFactory.getLogger(Belijst.class);

    private final BerichtRepository berichten;
    private final BerichtMakers makers;
    private final Wekker wekker;
    private final Klok klok;

    Belijst(BerichtRepository berichten, BerichtMakers makers, Wekker wekker, Klok klok) {
        this.berichten = berichten;
        this.makers = makers;
        this.wekker = wekker;
        this.klok = klok;
    }

    /**
     * Who is to be called now: who cannot wait, then who waits longest; what is no longer so leaves the list for good.
     */
    public List<BelTaak> open() {
        return berichten.findTelefoontjes(klok.instant()).stream()
                .flatMap(bericht -> taak(bericht).stream())
                .sorted(Comparator.comparing(BelTaak::dringend).reversed())
                .toList();
    }

    private Optional<BelTaak> taak(Bericht bericht) {
        var maker = makers.van(bericht.soort());
        if (maker.isEmpty()) {
            LOG.error("nobody words call {} ({})", bericht.id(), bericht.soort());
            return Optional.empty();
        }
        try {
            var brief = maker.get().maak(bericht);
            if (brief.isEmpty()) {
                berichten.rondAf(bericht.id(), "vervallen", klok.instant());
            }
            var dringend = maker.get().dringend().contains(bericht.soort());
            return brief.map(woorden -> taak(bericht, woorden, dringend));
        } catch (RuntimeException fout) {
            // One call that cannot be worded must not hide all others from the desk.
            LOG.error("call {} ({}) could not be made", bericht.id(), bericht.soort(), fout);
            return Optional.empty();
        }
    }

    public BelResultaat meldGebeld(UUID id, String wie) {
        var nu = klok.instant();
        if (berichten.rondTelefoontjeAf(id, wie, nu)) {
            return new BelResultaat.Gebeld();
        }
        return berichten
                .findAfhandeling(id)
                .filter(afhandeling -> afhandeling.kanaal() == Kanaal.BELLEN)
                .<BelResultaat>map(afhandeling -> afhandeling.wie().isPresent()
                        ? new BelResultaat.AlGebeld(
                                afhandeling.wie().get(), afhandeling.op().orElse(nu))
                        : new BelResultaat.Vervallen())
                .orElseGet(() -> new BelResultaat.Onbekend(id));
    }

    /** What did not arrive and will not by itself, mail or not; {@link Bericht#uitleg} says why. */
    public List<Bericht> mislukt() {
        return berichten.findMislukt();
    }

    public OpnieuwResultaat opnieuw(UUID id) {
        if (berichten.zetTerug(id, klok.instant())) {
            wekker.wek();
            return new OpnieuwResultaat.Wacht();
        }
        return berichten.findAfhandeling(id).isPresent()
                ? new OpnieuwResultaat.NietMislukt()
                : new OpnieuwResultaat.Onbekend(id);
    }

    private static BelTaak taak(Bericht bericht, Brief brief, boolean dringend) {
        return new BelTaak(
                bericht.id(),
                bericht.soort(),
                brief.bestemming().naam(),
                bereikbaar(brief.bestemming()),
                brief.onderwerp(),
                brief.alineas(),
                brief.feiten(),
                brief.knoppen(),
                bericht.nietVoor(),
                dringend);
    }

    /** A number; the mail address where a feature asks for a call to somebody without one, for that is better than nothing. */
    private static String bereikbaar(Bestemming bestemming) {
        return switch (bestemming) {
            case PerTelefoon telefoon -> telefoon.nummer();
            case PerMail mail -> mail.adres();
        };
    }
}
