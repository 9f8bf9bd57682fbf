package nl.respijt.agenda;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.regex.Pattern;

@Factory
final class AgendaInstellingFactory {
    private static final String NAAM = "Respijt";
    private static final Pattern NAAM_EN_ADRES =
            Pattern.compile("\\s*\"?(?<naam>[^<\"]*?)\"?\\s*<(?<adres>[^>]+)>\\s*");

    /** Accepts {@code a@b} as well as {@code Naam <a@b>}, as mail settings do. */
    @Singleton
    @Secondary
    AgendaInstelling instelling(
            @Property(name = "respijt.base-url", defaultValue = "http://localhost:8080") URI basis,
            @Property(name = "respijt.mail-from", defaultValue = "respijt@localhost") String afzender) {
        var delen = NAAM_EN_ADRES.matcher(afzender);
        if (!delen.matches()) {
            return new AgendaInstelling(basis.getHost(), NAAM, afzender.strip(), basis);
        }
        var naam = delen.group("naam");
        return new AgendaInstelling(basis.getHost(), naam.isBlank() ? NAAM : naam, delen.group("adres"), basis);
    }
}
