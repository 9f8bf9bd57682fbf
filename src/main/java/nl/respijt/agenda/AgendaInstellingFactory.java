package nl.respijt.agenda;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import nl.respijt.instellingen.Instellingen;

@Factory
final class AgendaInstellingFactory {
    private static final String NAAM = "Respijt";
    private static final Pattern NAAM_EN_ADRES =
            Pattern.compile("\\s*\"?(?<naam>[^<\"]*?)\"?\\s*<(?<adres>[^>]+)>\\s*");

    /** Accepts {@code a@b} as well as {@code Naam <a@b>}, as mail settings do. */
    @Singleton
    AgendaInstelling instelling(Instellingen instellingen) {
        var basis = instellingen.baseUrl();
        var delen = NAAM_EN_ADRES.matcher(instellingen.afzender());
        if (!delen.matches()) {
            return new AgendaInstelling(
                    basis.getHost(), NAAM, instellingen.afzender().strip(), basis);
        }
        var naam = delen.group("naam");
        return new AgendaInstelling(basis.getHost(), naam.isBlank() ? NAAM : naam, delen.group("adres"), basis);
    }
}
