package nl.respijt.gemeente;

import java.util.List;
import java.util.Optional;
import nl.respijt.tijd.Dagdeel;

/** A mantelzorghuis as the gemeente set it up, with the pattern in which it opens. */
public record Huis(
        String naam,
        String wijk,
        boolean voorbeeld,
        Optional<String> adres,
        Optional<String> halte,
        int plaatsen,
        List<String> talen,
        boolean rolstoeltoegankelijk,
        List<Opening> open) {
    public static final int MAX_PLAATSEN = 500;

    /**
     * One line of the pattern.
     *
     * @param isoDag 1 is Monday
     * @param elkeWeken 1 for every week, 2 for every other week
     */
    public record Opening(int isoDag, Dagdeel dagdeel, int elkeWeken) {
        public Opening {
            if (isoDag < 1 || isoDag > 7 || elkeWeken < 1 || elkeWeken > 2) {
                throw new IllegalArgumentException("no opening: day %d every %d weeks".formatted(isoDag, elkeWeken));
            }
        }
    }

    public Huis {
        if (plaatsen < 1 || plaatsen > MAX_PLAATSEN) {
            throw new IllegalArgumentException("plaatsen (%d) must be 1 to %d".formatted(plaatsen, MAX_PLAATSEN));
        }
        talen = List.copyOf(talen);
        open = List.copyOf(open);
    }

    public String slug() {
        return Slug.van(naam);
    }
}
