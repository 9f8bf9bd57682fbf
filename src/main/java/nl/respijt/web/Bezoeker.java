package nl.respijt.web;

import java.util.List;

/** Who is signed in, as far as the page frame cares: a name, the token for forms and the links of the role. */
public record Bezoeker(String naam, String csrf, List<MenuKeuze> menu) {
    /** One link of a role's menu; the text is a key of the bundle. */
    public record MenuKeuze(String pad, String tekst) {}

    public Bezoeker {
        menu = List.copyOf(menu);
    }
}
