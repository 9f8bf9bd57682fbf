package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.RespijtzorgThuis;

/** What the gemeente's file agreed with a provider; for one that is not in the file, what is usual. */
@Singleton
final class Thuisinstellingen {
    private static final Duration REISTIJD = Duration.ofMinutes(30);
    private static final int WERKDAGEN = 2;
    private static final List<Integer> DUUR_UREN = List.of(2, 3, 4);

    private final Gemeente gemeente;

    Thuisinstellingen(Gemeente gemeente) {
        this.gemeente = gemeente;
    }

    /** From one visit to the next. */
    Duration reistijd(Aanbieder aanbieder) {
        return van(aanbieder)
                .map(een -> Duration.ofMinutes(een.reistijdMinuten()))
                .orElse(REISTIJD);
    }

    /** In so many working days a first request is answered. */
    int werkdagen(Aanbieder aanbieder) {
        return van(aanbieder)
                .map(RespijtzorgThuis::eersteAanvraagBinnenWerkdagen)
                .orElse(WERKDAGEN);
    }

    /** The lengths of a visit, in hours. */
    List<Integer> duurUren(Aanbieder aanbieder) {
        return van(aanbieder).map(RespijtzorgThuis::duurUren).orElse(DUUR_UREN);
    }

    /** How many visits a household may have in a calendar year; empty is as many as there are. */
    Optional<Integer> tegoedPerJaar(Aanbieder aanbieder) {
        return van(aanbieder).flatMap(RespijtzorgThuis::tegoedDagdelenPerJaar);
    }

    private Optional<RespijtzorgThuis> van(Aanbieder aanbieder) {
        return gemeente.respijtzorgThuis().stream()
                .filter(een -> een.aanbieder().equals(aanbieder.naam()))
                .findFirst();
    }
}
