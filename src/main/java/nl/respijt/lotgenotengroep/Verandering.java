package nl.respijt.lotgenotengroep;

import java.util.Locale;
import nl.respijt.lotgenotengroep.Groepsplan.Stap;
import nl.respijt.lotgenotengroep.Voorproef.Lot;

/** What changed for a group, as far as a mail may say: of one meeting or of more, and never which group it is. */
enum Verandering {
    VERZET,
    VERZET_MEER,
    ELDERS,
    ELDERS_MEER,
    VERVALT,
    VERVALT_MEER,
    RITME,
    EXTRA,
    STOPT;

    static Verandering van(Wijziging wijziging, Groepsplan plan) {
        return switch (wijziging) {
            case Wijziging.Verzet _ when blijftOpTijd(plan) -> isMeer(plan, Lot.VERZET) ? ELDERS_MEER : ELDERS;
            case Wijziging.Verzet _ -> isMeer(plan, Lot.VERZET) ? VERZET_MEER : VERZET;
            case Wijziging.Vervalt _ -> isMeer(plan, Lot.VERVALT) ? VERVALT_MEER : VERVALT;
            case Wijziging.AnderRitme _ -> RITME;
            case Wijziging.Extra _ -> EXTRA;
            case Wijziging.Stop _ -> STOPT;
        };
    }

    /** The word in the bundles. */
    String woord() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean blijftOpTijd(Groepsplan plan) {
        return plan.stappen().stream().allMatch(Verandering::blijftOpTijd);
    }

    private static boolean blijftOpTijd(Stap stap) {
        return stap.was()
                .filter(moment -> stap.wordt().filter(moment.tijdvak()::equals).isPresent())
                .isPresent();
    }

    private static boolean isMeer(Groepsplan plan, Lot lot) {
        return plan.stappen().stream().filter(stap -> stap.lot() == lot).count() > 1;
    }
}
