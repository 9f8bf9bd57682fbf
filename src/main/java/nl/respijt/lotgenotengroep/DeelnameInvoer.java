package nl.respijt.lotgenotengroep;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.web.Fout;
import nl.respijt.web.Taal;
import nl.respijt.web.Velden;

/** Reads a wish to join a group from a form or from JSON: the same fields, the same faults. */
final class DeelnameInvoer {
    private static final List<String> TALEN =
            Stream.of(Taal.values()).map(Taal::code).toList();

    private DeelnameInvoer() {}

    /** The wish, or every fault in it. */
    record Gelezen(Optional<DeelnameVerzoek> verzoek, List<Fout> fouten) {}

    static Gelezen lees(Velden velden, UUID groep, String sleutel, String door, Taal taalAndersDan) {
        var naam = velden.verplicht("naam", BoekVerzoek.MAX_NAAM, "fout.geen-naam");
        var contact = ContactLezer.lees(velden);
        var samenMet = velden.naam("samenMet", BoekVerzoek.MAX_NAAM);
        var taal = velden.keuze("taal", TALEN).flatMap(Taal::van).orElse(taalAndersDan);
        var iemandMee = velden.jaNee("iemandMee").orElse(false);
        var fouten = velden.fouten();
        if (!fouten.isEmpty() || contact.isEmpty()) {
            return new Gelezen(Optional.empty(), fouten);
        }
        return new Gelezen(
                Optional.of(new DeelnameVerzoek(sleutel, groep, naam, contact.get(), samenMet, taal, iemandMee, door)),
                fouten);
    }
}
