package nl.respijt.toegang;

import java.util.List;
import nl.respijt.web.Bezoeker.MenuKeuze;

/** Where who acts for an aanbieder does their work; a bean of the package that knows what each is contracted for. */
public interface Aanbiedermenu {
    /** Empty for who acts for none. */
    List<MenuKeuze> van(Aanmelding wie);
}
