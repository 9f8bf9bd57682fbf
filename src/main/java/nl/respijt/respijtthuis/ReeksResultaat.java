package nl.respijt.respijtthuis;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.respijt.boeking.BoekAntwoord;

/** What can come of asking for a series of visits. */
public sealed interface ReeksResultaat {
    /** Why there is no visit on a day. */
    enum Reden {
        /** Nobody is free who could come. */
        BEZET("bezet"),
        FEESTDAG("feestdag"),
        /** The contract of the provider does not reach that far. */
        CONTRACT("contract"),
        VOORBIJ("voorbij"),
        /** This household had all the dagdelen of that year. */
        TEGOED("tegoed");

        private final String woord;

        Reden(String woord) {
            this.woord = woord;
        }

        /** The word in the API and the bundles. */
        public String woord() {
            return woord;
        }
    }

    /** A day without a visit. */
    @Serdeable
    record Niet(LocalDate datum, String reden) {}

    /** The answer as it was given, kept beside the key of the request. */
    @Serdeable
    record Antwoord(UUID id, List<BoekAntwoord> boekingen, List<Niet> niet) {}

    /** Those that can be are theirs, all of them together. */
    record Gemaakt(Antwoord antwoord) implements ReeksResultaat {}

    /** Nothing was free, so nothing was made. */
    record NietsVrij(List<Niet> niet) implements ReeksResultaat {}

    /** No such visit: another kind of moment, or nothing at all. */
    record Onbekend() implements ReeksResultaat {}

    /** These contacts, which nobody proved to be theirs, keep as much as they may. */
    record TeVeelOpen() implements ReeksResultaat {}

    record AndereInhoud() implements ReeksResultaat {}

    record NogBezig() implements ReeksResultaat {}
}
