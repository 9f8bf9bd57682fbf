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
import nl.respijt.rooster.Ruilvoorstel.Status;
import nl.respijt.web.Datums;
import nl.respijt.web.Teksten;

/** "Do you want to swap?", and a no. A yes is told with the diensten that came of it. */
@Singleton
final class RuilBerichtMaker implements BerichtMaker {
    private final RuilvoorstelService voorstellen;
    private final RoosterSleutels sleutels;
    private final String basis;

    RuilBerichtMaker(RuilvoorstelService voorstellen, RoosterSleutels sleutels, Instellingen instellingen) {
        this.voorstellen = voorstellen;
        this.sleutels = sleutels;
        basis = instellingen.baseUrl().toString();
    }

    @Override
    public Set<String> soorten() {
        return Set.of(RuilvoorstelService.GEVRAAGD, RuilvoorstelService.AFGEWEZEN);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return voorstellen.find(bericht.dingId()).flatMap(voorstel -> switch (bericht.soort()) {
            case RuilvoorstelService.GEVRAAGD ->
                voorstel.status() == Status.OPEN ? Optional.of(vraag(bericht, voorstel)) : Optional.empty();
            default -> voorstel.status() == Status.AFGEWEZEN ? Optional.of(nee(bericht, voorstel)) : Optional.empty();
        });
    }

    private Brief vraag(Bericht bericht, Ruilvoorstel voorstel) {
        var taal = voorstel.voor().gastheer().taal(bericht);
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        return Brief.van(
                        taal,
                        DienstBerichtMaker.bestemming(voorstel.voor().gastheer()),
                        t.van(
                                "mail.ruil-gevraagd.onderwerp",
                                d.dagZonderJaar(voorstel.voor().datum())),
                        List.of(t.van(
                                "mail.ruil-gevraagd.tekst",
                                voorstel.dienst().gastheer().naam())))
                .metFeiten(List.of(
                        new Feit(t.van("mail.ruil.u-geeft"), wanneer(d, voorstel.voor())),
                        new Feit(t.van("mail.ruil.u-krijgt"), wanneer(d, voorstel.dienst()))))
                .metKnoppen(List.of(new Knop(
                        t.van("mail.ruil-gevraagd.knop"), URI.create(basis + sleutels.ruilPad(voorstel.id())))))
                .metSlot(List.of(t.van("mail.ruil-gevraagd.slot")));
    }

    private Brief nee(Bericht bericht, Ruilvoorstel voorstel) {
        var taal = voorstel.dienst().gastheer().taal(bericht);
        var t = Teksten.in(taal);
        var d = new Datums(taal);
        return Brief.van(
                        taal,
                        DienstBerichtMaker.bestemming(voorstel.dienst().gastheer()),
                        t.van(
                                "mail.ruil-afgewezen.onderwerp",
                                d.dagZonderJaar(voorstel.dienst().datum())),
                        List.of(t.van("mail.ruil-afgewezen.tekst")))
                .metFeiten(List.of(new Feit(t.van("mail.ruil.uw-dienst"), wanneer(d, voorstel.dienst()))))
                .metKnoppen(List.of(new Knop(t.van("mail.dienst.rooster"), URI.create(basis + "/rooster"))));
    }

    private static String wanneer(Datums d, Dienst dienst) {
        return d.wanneer(dienst.tijdvak()) + ", " + dienst.moment().titel();
    }
}
