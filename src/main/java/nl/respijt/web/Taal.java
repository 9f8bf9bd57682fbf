package nl.respijt.web;

import java.util.Locale;
import java.util.Optional;

/** A language in which the product speaks. The order is the order of the language links. */
public enum Taal {
    NL("nl", "NL", "Nederlands", "ltr"),
    EN("en", "GB", "English", "ltr"),
    TR("tr", "TR", "Türkçe", "ltr"),
    /** As in Morocco, where most who speak it in Utrecht come from: months by their names there, and Latin digits. */
    AR("ar", "MA", "العربية", "rtl");

    private final String code;
    private final Locale locale;
    private final String eigenNaam;
    private final String richting;

    Taal(String code, String land, String eigenNaam, String richting) {
        this.code = code;
        this.locale = Locale.of(code, land);
        this.eigenNaam = eigenNaam;
        this.richting = richting;
    }

    /** BCP 47. */
    public String code() {
        return code;
    }

    public String eigenNaam() {
        return eigenNaam;
    }

    /** How a line of it runs, as HTML says it: {@code ltr} or {@code rtl}. */
    public String richting() {
        return richting;
    }

    public boolean vanRechtsNaarLinks() {
        return richting.equals("rtl");
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Taal> van(String code) {
        for (var taal : values()) {
            if (taal.code.equals(code)) {
                return Optional.of(taal);
            }
        }
        return Optional.empty();
    }
}
