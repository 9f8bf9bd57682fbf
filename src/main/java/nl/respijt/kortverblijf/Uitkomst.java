package nl.respijt.kortverblijf;

import java.util.List;
import nl.respijt.kortverblijf.Logeerhuis.Bed;

/** What a house can do for somebody, by its own rules. */
public sealed interface Uitkomst {
    Logeerhuis huis();

    /** It fits; the first bed is the one that fits best. */
    record Past(Logeerhuis huis, List<Bed> bedden) implements Uitkomst {}

    /** Not on these nights, and why; these are the nearest on which it does. */
    record AndereNachten(Logeerhuis huis, List<Reden> redenen, List<Verblijf> nachten) implements Uitkomst {}

    /** It does not, whatever the nights. */
    record PastNiet(Logeerhuis huis, List<Reden> redenen) implements Uitkomst {}
}
