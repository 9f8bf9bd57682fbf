package nl.respijt.web;

import java.util.List;

/** Who is signed in, as far as the page frame cares: a name, the token for forms and the links of the role. */
public record Bezoeker(String naam, String csrf, List<MenuKeuze> menu) {
    /** One link of a role's menu; the text is a key of the bundle. {@code dringend}: for who has no time to look for it. */
    public record MenuKeuze(String pad, String tekst, boolean dringend) {
        public MenuKeuze(String pad, String tekst) {
            this(pad, tekst, false);
        }
    }

    public Bezoeker {
        menu = List.copyOf(menu);
    }
}
