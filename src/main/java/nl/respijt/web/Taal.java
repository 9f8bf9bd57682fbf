package nl.respijt.web;

import java.util.Locale;
import java.util.Optional;

/** A language in which the product speaks. The order is the order of the language links. */
public enum Taal {
    NL("nl", "Nederlands"),
    EN("en", "English");

    private final String code;
    private final String eigenNaam;

    Taal(String code, String eigenNaam) {
        this.code = code;
        this.eigenNaam = eigenNaam;
    }

    /** BCP 47. */
    public String code() {
        return code;
    }

    public String eigenNaam() {
        return eigenNaam;
    }

    public Locale locale() {
        return Locale.of(code, this == NL ? "NL" : "GB");
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
