package nl.respijt.kortverblijf;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How somebody looks back on a stay. */
public record Terugblik(Wie wie, Oordeel oordeel, Optional<String> regel, Instant op) {
    public static final int MAX_REGEL = 300;

    /** Who answers. */
    public enum Wie {
        MANTELZORGER,
        GAST;

        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The three faces, the happy one first. */
    public enum Oordeel {
        GOED,
        GAAT,
        SLECHT;

        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
