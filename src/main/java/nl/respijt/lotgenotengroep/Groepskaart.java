package nl.respijt.lotgenotengroep;

import java.util.List;
import java.util.Optional;

/** What the makelaar says of a group; when and where it meets is not part of it, see {@link Wijziging}. */
public record Groepskaart(
        String naam,
        Groepssoort soort,
        String doelgroep,
        String uitleg,
        List<String> talen,
        int grootte,
        Groepsstatus status,
        boolean openVoorNieuwe,
        boolean alleenVrouwen,
        boolean kennismaking,
        String afspraken,
        Optional<String> hulpNaam,
        Optional<String> hulpTelefoon) {
    public Groepskaart {
        talen = List.copyOf(talen);
    }

    public static Groepskaart van(Lotgenotengroep groep) {
        return new Groepskaart(
                groep.naam(),
                groep.soort(),
                groep.doelgroep(),
                groep.uitleg(),
                groep.talen(),
                groep.grootte(),
                groep.status(),
                groep.openVoorNieuwe(),
                groep.alleenVrouwen(),
                groep.kennismaking(),
                groep.afspraken(),
                groep.hulpNaam(),
                groep.hulpTelefoon());
    }
}
