package nl.respijt.lotgenotengroep;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Plek;

/**
 * A group where carers meet others in the same situation. Its name and for whom it is stay within the login and on its
 * own public page.
 *
 * @param doelgroep for whom, in Dutch; see {@link Groepstekst#doelgroep} for who reads another language
 * @param uitleg what happens there, in plain words; blank: the text of its soort
 * @param deelnemers how many joined, of the {@code grootte} there is room for
 * @param kennismaking the coordinator calls before somebody joins
 * @param afspraken what everybody may count on; blank: the text for all groups
 * @param hulpNaam whom a coordinator turns to when it gets heavy; without it the makelaar
 * @param versie rises with each change
 */
public record Lotgenotengroep(
        UUID id,
        String naam,
        Groepssoort soort,
        String doelgroep,
        String uitleg,
        List<String> talen,
        Plek plek,
        int grootte,
        int deelnemers,
        Groepsstatus status,
        boolean openVoorNieuwe,
        boolean alleenVrouwen,
        boolean kennismaking,
        boolean voorbeeld,
        String afspraken,
        Optional<String> hulpNaam,
        Optional<String> hulpTelefoon,
        int versie) {
    public static final int MAX_GROOTTE = 500;

    public Lotgenotengroep {
        talen = List.copyOf(talen);
        if (deelnemers < 0 || deelnemers > grootte || grootte > MAX_GROOTTE) {
            throw new IllegalArgumentException("%s: %d of %d members".formatted(id, deelnemers, grootte));
        }
    }

    public boolean isGestopt() {
        return status == Groepsstatus.GESTOPT;
    }

    /** Whether somebody who does not belong to it may find it and come. */
    public boolean isTeVinden() {
        return openVoorNieuwe && !isGestopt();
    }

    /** Its own id: a name in an address would stand in histories and logs. */
    public String pad() {
        return "/lotgenotengroepen/" + id;
    }
}
