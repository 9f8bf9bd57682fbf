package nl.respijt.respijtthuis;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Boekformulier;

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

        static Optional<Ritme> van(String woord) {
            return Stream.of(values()).filter(een -> een.woord.equals(woord)).findFirst();
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
        return sleutel(eerste.sleutel());
    }

    /** Of the series that was asked for with this form of the booking page. */
    static String sleutelVanPagina(String formulier) {
        return sleutel(Boekformulier.sleutel(formulier));
    }

    private static String sleutel(String vanEerste) {
        return "reeks:" + vanEerste;
    }

    @Override
    public byte[] vingerafdruk() {
        return Antwoorden.vingerafdruk(
                new String(eerste.vingerafdruk(), StandardCharsets.ISO_8859_1),
                ritme.woord(),
                Integer.toString(aantal));
    }
}
