package nl.respijt.gemeente;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.respijt.yaml.Fouten;
import nl.respijt.yaml.Knoop;

/** The names of one kind of thing, where no two may come down to the same. */
final class Namen {
    private final String wat;
    private final UnaryOperator<String> kern;
    private final Map<String, Integer> regels = new HashMap<>();

    /** Small and capital letters count as one. */
    Namen(String wat) {
        this(wat, naam -> naam.toLowerCase(Locale.ROOT));
    }

    /** @param kern what has to differ */
    Namen(String wat, UnaryOperator<String> kern) {
        this.wat = wat;
        this.kern = kern;
    }

    String neem(Knoop knoop) {
        var naam = knoop.leesTekst();
        naam.ifPresent(gelezen -> neem(gelezen, knoop));
        return naam.orElse("?");
    }

    void neem(String naam, Knoop knoop) {
        var vorige = regels.putIfAbsent(kern.apply(naam), knoop.regel());
        if (vorige != null) {
            knoop.meld(
                    "naam %s van %s bestaat al (regel %d)".formatted(Fouten.citaat(naam), wat, vorige),
                    "een andere naam");
        }
    }
}
