package nl.respijt.respijtthuis;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.boeking.BoekVerzoek;

/** A wish for visits on one weekday: as {@code eerste}, {@code aantal} in all, so many weeks apart. */
public record ReeksVerzoek(BoekVerzoek eerste, Ritme ritme, int aantal) implements Antwoorden.Wens {
    /** Half a year of every other week. */
    public static final int MAX_AANTAL = 12;

    /** How often. */
    public enum Ritme {
        WEKELIJKS(1, "wekelijks"),
        TWEEWEKELIJKS(2, "tweewekelijks");

        private final int weken;
        private final String woord;

        Ritme(int weken, String woord) {
            this.weken = weken;
            this.woord = woord;
        }

        /** The word in the API and the bundles. */
        public String woord() {
            return woord;
        }

        /** The days of a series that begins on that day. */
        List<LocalDate> dagen(LocalDate eerste, int aantal) {
            return Stream.iterate(eerste, dag -> dag.plusWeeks(weken))
                    .limit(aantal)
                    .toList();
        }
    }

    @Override
    public String sleutel() {
        return "reeks:" + eerste.sleutel();
    }

    @Override
    public byte[] vingerafdruk() {
        return Antwoorden.vingerafdruk(
                new String(eerste.vingerafdruk(), StandardCharsets.ISO_8859_1),
                ritme.woord(),
                Integer.toString(aantal));
    }
}
