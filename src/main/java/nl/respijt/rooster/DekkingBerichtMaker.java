package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.rooster.DekkingService.Aanvraag;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Datums;
import nl.respijt.web.Teksten;

/** "Can you step in?", and the thanks when somebody else did. */
@Singleton
final class DekkingBerichtMaker implements BerichtMaker {
    private final DekkingService dekking;
    private final RoosterSleutels sleutels;
    private final String basis;
    private final Klok klok;

    DekkingBerichtMaker(DekkingService dekking, RoosterSleutels sleutels, Instellingen instellingen, Klok klok) {
        this.dekking = dekking;
        this.sleutels = sleutels;
        this.klok = klok;
        basis = instellingen.baseUrl().toString();
    }

    @Override
    public Set<String> soorten() {
        return Set.of(DekkingZoeker.GEVRAAGD, DekkingZoeker.GEREGELD);
    }

    /** A question that needs no answer any more is not asked; thanks come as long as it did not begin. */
    @Override
    public Optional<Brief> maak(Bericht bericht) {
        var vraagt = bericht.soort().equals(DekkingZoeker.GEVRAAGD);
        return dekking.find(bericht.dingId())
                .filter(aanvraag ->
                        vraagt ? aanvraag.open() : !aanvraag.moment().isBegonnen(klok.instant()))
                .map(aanvraag -> brief(bericht, aanvraag, vraagt));
    }

    private Brief brief(Bericht bericht, Aanvraag aanvraag, boolean vraagt) {
        var soort = bericht.soort();
        var taal = aanvraag.gastheer().taal(bericht);
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        var moment = aanvraag.moment();
        var brief = Brief.van(
                        taal,
                        DienstBerichtMaker.bestemming(aanvraag.gastheer()),
                        t.van("mail." + soort + ".onderwerp", d.dagZonderJaar(moment.datum())),
                        List.of(t.van("mail." + soort + ".tekst")))
                .metFeiten(List.of(
                        new Feit(t.van("mail.wanneer"), d.wanneer(moment.tijdvak())),
                        new Feit(t.van("mail.waar"), moment.titel())));
        return vraagt
                ? brief.metKnoppen(List.of(new Knop(
                                t.van("mail.dekking-gevraagd.knop"),
                                URI.create(basis + sleutels.invalPad(aanvraag.vraag())))))
                        .metSlot(List.of(t.van("mail.dekking-gevraagd.slot")))
                : brief;
    }
}
